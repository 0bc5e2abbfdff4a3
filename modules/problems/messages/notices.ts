import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  valueDue: 'Une nouvelle valeur de l’indicateur est attendue',
} as const

export const en = {
  valueDue: 'A new value of the indicator is expected',
} as const satisfies SameShape<typeof fr>
