import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  closed: 'Le vote est clos',
} as const

export const en = {
  closed: 'The vote is closed',
} as const satisfies SameShape<typeof fr>
