import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  invited: 'Vous aviez dit pouvoir venir\u00a0: la date est fixée',
  time: 'L’heure a changé\u00a0: {when}',
  place: 'Le lieu a changé',
  mode: 'La manière de se retrouver a changé',
  link: 'Le lien a changé',
  cancelled: 'La rencontre est annulée',
  seatOnSite: 'Une place sur place s’est libérée, elle est à vous',
  seatRemote: 'Une place à distance s’est libérée, elle est à vous',
  day: 'C’est demain\u00a0: {when}',
  hour: 'C’est dans une heure\u00a0: {when}',
  minutes: 'Le compte rendu est publié',
} as const

export const en = {
  invited: 'You said that you could come: the date is set',
  time: 'The time has changed: {when}',
  place: 'The place has changed',
  mode: 'The way to meet has changed',
  link: 'The link has changed',
  cancelled: 'The event is cancelled',
  seatOnSite: 'A seat on site is free, it is yours',
  seatRemote: 'A remote seat is free, it is yours',
  day: 'It is tomorrow: {when}',
  hour: 'It is in an hour: {when}',
  minutes: 'The minutes are published',
} as const satisfies SameShape<typeof fr>
