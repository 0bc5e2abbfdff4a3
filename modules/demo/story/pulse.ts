/** What three waves of the maintenance community said, oldest first. `means`: where answers lie, question by question. */
export interface StoryWave {
  daysAgo: number
  days: number
  /** Share of those asked who answered. */
  answered: number
  means: { useful: number; safe: number; heard: number }
  texts: readonly string[]
  said: { youSaid: string; weDo: string; weWillNot: string; afterDays: number }
}

export const contacts = [
  {
    kind: 'doctor',
    name: 'Dr Anne Le Goff',
    reach: 'Service de santé au travail, poste 4012, le mardi et le jeudi',
  },
  { kind: 'hr', name: 'Isabelle Perrin', reach: 'isabelle.perrin@arvanne.example' },
  { kind: 'cse', name: 'Élus du CSE', reach: 'Local du CSE, bâtiment B, tous les jours de 12 h à 14 h' },
  { kind: 'harassment', name: 'Laurent Meunier', reach: 'Référent harcèlement, 06 00 00 00 12' },
] as const

export const waves: readonly StoryWave[] = [
  {
    daysAgo: 118,
    days: 10,
    answered: 0.46,
    means: { useful: 3.4, safe: 2.8, heard: 2.2 },
    texts: [],
    said: {
      youSaid:
        'La communauté sert, mais on hésite à y poser une question quand on débute, et beaucoup pensent que rien ne remonte.',
      weDo: 'Une réponse sous un jour ouvré à toute première question, par deux volontaires de chaque site.\nUn point mensuel avec Bernard Lemoine, compte rendu publié le lendemain.',
      weWillNot:
        'Pas de questions anonymes : on préfère que chacun puisse en poser sans crainte sous son nom.',
      afterDays: 5,
    },
  },
  {
    daysAgo: 78,
    days: 10,
    answered: 0.53,
    means: { useful: 3.9, safe: 3.3, heard: 2.6 },
    texts: [
      'Les réponses arrivent plus vite qu’avant, ça aide en poste de nuit.',
      'On ne sait toujours pas ce que deviennent les idées.',
      'Bien pour les pannes rares. Pour le reste on appelle encore.',
      'Il manque un temps prévu pour lire.',
      'J’ose poser mes questions depuis qu’un ancien a répondu gentiment.',
      'Trop de photos floues, on ne voit rien.',
      'Le carnet partagé, oui, mais qui pourra le lire ?',
      'Utile pour les pièces introuvables.',
      'On remonte, on remonte, et après ?',
      'Un mot de la direction de temps en temps ferait du bien.',
      'La recherche marche bien, merci.',
      'Les réunions du point mensuel tombent toujours sur la même équipe.',
    ],
    said: {
      youSaid:
        'Vous posez plus volontiers vos questions. Ce qui remonte, en revanche, semble se perdre, et la crainte que le carnet serve à contrôler est là.',
      weDo: 'Chaque idée reçoit un état et une raison, visibles de tous, dès ce mois-ci.\nUn débat ouvert sur qui peut lire les carnets, avant tout déploiement.\nLe point mensuel tourne entre les équipes.',
      weWillNot:
        'Pas de temps de lecture imposé au planning : les chefs d’atelier s’organisent avec leurs équipes.',
      afterDays: 4,
    },
  },
  {
    daysAgo: 43,
    days: 10,
    answered: 0.58,
    means: { useful: 4.1, safe: 3.9, heard: 3.1 },
    texts: [],
    said: {
      youSaid:
        'On ose demander, et l’on commence à voir ce que deviennent les idées. Tout n’est pas encore répondu.',
      weDo: 'Les trois irritants les plus cités ont un décideur et une date.\nLe débat sur les carnets est ouvert jusqu’à la fin du mois.',
      weWillNot: 'Pas de nouveau tableau de bord : ceux qui existent suffisent.',
      afterDays: 6,
    },
  },
]
export const open = { daysAgo: 4, days: 10 } as const

/** The change wave of « Le carnet partagé »: where each cohort stands, element by element. */
export const adkar = {
  daysAgo: 34,
  days: 12,
  answered: 0.61,
  /** In the order of the cohorts, the first the most at ease. */
  cohorts: [
    { awareness: 4.4, desire: 4.1, knowledge: 3.6, ability: 3.1, reinforcement: 2.8 },
    { awareness: 4.2, desire: 3.7, knowledge: 2.7, ability: 2.4, reinforcement: 2.3 },
    { awareness: 3.8, desire: 2.8, knowledge: 2.6, ability: 2.2, reinforcement: 2.4 },
  ],
  said: {
    youSaid:
      'Le pourquoi est compris partout. À certains endroits l’envie manque, à d’autres c’est la formation : le carnet ne bloque pas partout au même point.',
    weDo: 'Deux demi-journées de prise en main par site, sur le poste, avec un ambassadeur.\nUne rencontre avec Hélène Fabre là où l’envie manque, pour entendre ce qui retient.',
    weWillNot:
      'Pas de date unique de bascule : chaque atelier garde le papier jusqu’à ce que le carnet soit plus simple.',
    afterDays: 6,
  },
} as const
