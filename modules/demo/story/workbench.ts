/** A few days of Claire, who animates the maintenance community. */
export const volunteers = ['karim', 'sofia', 'helene'] as const

/** Who accompanies Thomas, and what he was proposed. */
export const thomas = {
  buddy: 'karim',
  mission: 'Présentez-vous en deux lignes : votre atelier, et une question qui vous occupe.',
}
export const otherMission = 'Cherchez une réponse qui vous a servi, et dites-le à qui l’a écrite.'

export const openings = [
  {
    to: 'helene',
    daysAgo: 2,
    answer: null,
    subject: 'Ce que le bruit d’un palier raconte',
    bodyMd:
      'On me demande souvent d’écouter un palier avant de sortir l’analyseur. Voici les trois bruits que je cherche, et ce qu’ils m’ont appris : …\n\nEt vous, qu’écoutez-vous ?',
  },
  {
    to: 'sofia',
    daysAgo: 9,
    answer: 'accepted',
    subject: 'Préparer un audit fournisseur en une heure',
    bodyMd:
      'J’aimerais parler de la préparation d’un audit quand on n’a qu’une heure. Ce que je regarde d’abord : …\n\nQu’ajouteriez-vous ?',
  },
] as const

export const handedWord = 'Je connais mal Mulhouse : un mot de vous lui fera plaisir.'
