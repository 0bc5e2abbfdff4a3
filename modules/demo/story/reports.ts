/** What Claire wrote in the reports of the maintenance community, oldest first; the last one is still a draft. */
export const reports = [
  {
    problem:
      'Un premier mois net : Mulhouse et Porto ont remplacé les mêmes garnitures avec la même procédure.',
    facts: 'Je retiens surtout que les réponses viennent d’abord des ateliers.',
    decisions: 'Sans temps dédié, les experts répondent le soir. C’est la demande de ce mois.',
  },
  {
    problem:
      'Le recul continue. L’atelier d’alignement laser y est sans doute pour quelque chose, sans preuve.',
    health: 'Le délai de réponse bouge dans la marge du hasard : je n’en tire rien.',
    season: 'Les congés expliquent le creux ; rien d’inquiétant.',
  },
  {
    problem: 'Un mois de palier : deux arrêts longs à Saint-Nazaire, sans lien avec les pompes suivies.',
    facts: 'Les nouveaux reçoivent une réponse, c’est ce qui me réjouit le plus.',
    unknown: 'Je ne sais toujours pas ce que vit l’équipe de nuit, qui écrit peu.',
  },
  {},
] as const

export const decisions = [
  {
    text: 'Donner deux heures par semaine aux experts qui répondent, sur les trois sites ?',
    dueInDays: 12,
    askedDaysAgo: 100,
  },
  {
    text: 'Ouvrir les notices constructeurs à tous les ateliers, et à quelle date ?',
    dueInDays: 26,
    askedDaysAgo: 18,
  },
] as const

export const stories = [
  {
    cycle: 'realized',
    what: 'La pompe 12 de Porto n’est plus tombée depuis que Sofia a repris le réglage décrit par Hélène : trois arrêts évités en deux mois.',
    hours: 36,
    indicator: 'Arrêts non planifiés',
    daysAgo: 24,
    people: ['sofia', 'helene'],
  },
  {
    cycle: 'applied',
    what: 'Karim contrôle désormais l’alignement à chaud, comme on le lui a montré ici, et l’apprend à l’équipe du matin.',
    hours: 6,
    indicator: null,
    daysAgo: 40,
    people: ['karim'],
  },
] as const

/** Levels of the two assessments, in the order of the eight competencies. */
export const maturity = [
  { daysAgo: 210, levels: [2, 2, 2, 1, 1, 2, 2, 1] },
  { daysAgo: 20, levels: [3, 2, 3, 2, 2, 2, 2, 3] },
] as const

export const why = 'Vu avec Sofia et deux chefs d’atelier.'
export const actions = [
  'Trouver une deuxième personne pour animer, avant l’été.',
  'Relire les dix fiches les plus consultées avec leurs auteurs.',
] as const
export const reason = 'Heures relevées par Claire pendant un mois ; minutes déclarées par les lecteurs.'
