import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  asked: 'On compte sur vous pour cette question',
} as const

export const en = {
  asked: 'Somebody counts on you for this question',
} as const satisfies SameShape<typeof fr>
