// Words of the post that tells a community what was learnt, in its language.
export const fr = {
  title: (name: string) => `«\u202f${name}\u202f» s’achève\u00a0: ce que nous avons appris`,
  wanted: 'Ce que nous voulions',
  changed: 'Ce qui a changé',
  again: 'Ce que nous referions',
  notAgain: 'Ce que nous ne referions pas',
  whereNext: 'Où cela continue',
  more: 'La page du programme',
}
export const en: typeof fr = {
  title: (name) => `“${name}” comes to its end: what we learnt`,
  wanted: 'What we wanted',
  changed: 'What changed',
  again: 'What we would do again',
  notAgain: 'What we would not do again',
  whereNext: 'Where it goes on',
  more: 'The page of the programme',
}
