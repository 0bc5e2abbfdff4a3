import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  reviewDue: 'Est-ce toujours vrai\u202f? Vous répondez de cette fiche, et sa date de révision est venue',
  credited: 'Une fiche a été faite de votre réponse, avec votre nom',
} as const

export const en = {
  reviewDue: 'Is it still true? You answer for this page, and its review date has come',
  credited: 'A page was made of your answer, with your name',
} as const satisfies SameShape<typeof fr>
