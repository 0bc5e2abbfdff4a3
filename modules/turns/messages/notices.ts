import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  planned: 'Votre prochain tour : la semaine du {week}',
  reminded: 'Votre tour commence {lead, plural, one {demain} other {dans # jours}} : la liste est prête',
  over: 'Votre tour est terminé : qu’avez-vous publié, et quel mot pour la suite ?',
  swapAsked: '{who} aimerait échanger sa semaine avec la vôtre',
  swapAccepted: '{who} échange sa semaine avec vous',
  swapDeclined: '{who} garde sa semaine cette fois',
  lookAsked: '{who} vous demande un second regard',
  lookAnswered: '{who} a regardé ce que vous préparez',
  trained: 'Vous avez été formé·e : le prochain tour libre est pour vous, sans validation',
  calendarTitle: 'Mon tour : {name}',
  calendarCategory: 'Tour de parole',
} as const

export const en = {
  planned: 'Your next turn: the week of {week}',
  reminded: 'Your turn begins {lead, plural, one {tomorrow} other {in # days}}: the checklist is ready',
  over: 'Your turn is over: what did you publish, and what should the next person know?',
  swapAsked: '{who} would like to change weeks with you',
  swapAccepted: '{who} changes weeks with you',
  swapDeclined: '{who} keeps their week this time',
  lookAsked: '{who} asks you for a second look',
  lookAnswered: '{who} looked at what you are preparing',
  trained: 'You were shown how: the next free turn is yours, nobody has to approve it',
  calendarTitle: 'My turn: {name}',
  calendarCategory: 'Turn on an account',
} as const satisfies SameShape<typeof fr>
