/** Words said for accepted answers of the maintenance community, the newest first. */
export const thanks = [
  {
    text: 'Votre réponse m’a évité un démontage complet. La machine tournait le soir même.',
    showing: 'wall',
  },
  {
    text: 'Merci d’avoir pris le temps de m’expliquer le pourquoi, pas seulement le comment.',
    showing: 'wall',
  },
  { text: 'Deux lignes de vous, et trois semaines de doute levées chez nous.', showing: 'wall' },
  {
    text: 'La photo de votre montage est affichée dans l’atelier. Toute l’équipe s’en sert.',
    showing: 'wall',
  },
  { text: 'Je n’aurais jamais pensé à regarder là. Merci.', showing: 'here' },
  { text: 'Merci de m’avoir répondu un vendredi à 17 h. Je vous revaudrai ça.', showing: 'private' },
] as const
