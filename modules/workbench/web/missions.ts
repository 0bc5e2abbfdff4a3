import type { LocalText } from '#platform/shared/local-text.ts'

/** First small missions where a community has written none: ten minutes, useful to somebody, hard to fail. */
export const ownMissions: readonly LocalText[] = [
  {
    fr: 'Présentez-vous en deux lignes\u00a0: votre atelier, et une question qui vous occupe.',
    en: 'Introduce yourself in two lines: your shop floor, and a question on your mind.',
  },
  {
    fr: 'Cherchez une réponse qui vous a servi, et dites-le à qui l’a écrite.',
    en: 'Find an answer that was useful to you, and say so to whoever wrote it.',
  },
  {
    fr: 'Posez une petite question que personne autour de vous n’a su résoudre.',
    en: 'Ask a small question that nobody around you could solve.',
  },
  {
    fr: 'Ajoutez une photo ou une précision à une conversation que vous connaissez bien.',
    en: 'Add a photo or a detail to a conversation that you know well.',
  },
]
