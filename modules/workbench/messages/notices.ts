import type { SameShape } from '#platform/shared/i18n.ts'

/** How notices of the workbench read. */
export const fr = {
  handed: '{who} vous confie une carte de l’atelier',
  handedBack: '{who} vous rend une carte de l’atelier',
  buddyAsked: 'On vous propose d’accompagner {name}, qui vient d’arriver',
  buddyFound: '{who} vous accompagne pour vos premières semaines',
  buddyThanked: '{who} vous remercie de votre accompagnement',
  opening: '{who} vous propose d’ouvrir le sujet «\u202f{subject}\u202f»',
  nextDoor: 'Une question de {title} a reçu un mot dans {place}',
  morning: 'Ce matin',
} as const
export const en: SameShape<typeof fr> = {
  handed: '{who} hands you a card of the workbench',
  handedBack: '{who} gives you a card of the workbench back',
  buddyAsked: 'You are asked to accompany {name}, who has just arrived',
  buddyFound: '{who} will be at your side for your first weeks',
  buddyThanked: '{who} thanks you for being at their side',
  opening: '{who} asks you to open the subject “{subject}”',
  nextDoor: 'A question from {title} received a word in {place}',
  morning: 'This morning',
}
