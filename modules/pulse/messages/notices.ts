import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  title: 'Baromètre',
  opened: 'Un baromètre est ouvert\u00a0: vingt secondes, sans nom ni heure',
  reminded: 'Le baromètre attend encore votre avis, si vous le souhaitez',
  closed: 'Les résultats du baromètre sont là, pour tout le monde en même temps',
  said: 'Vous avez dit, nous faisons, nous ne ferons pas\u00a0: la suite du baromètre est publiée',
} as const

export const en = {
  title: 'Pulse',
  opened: 'A pulse is open: twenty seconds, no name, no time',
  reminded: 'The pulse still waits for your view, if you wish',
  closed: 'The results of the pulse are there, for everybody at once',
  said: 'You said, we do, we will not: what comes of the pulse is published',
} as const satisfies SameShape<typeof fr>
