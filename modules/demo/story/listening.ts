/** What is heard in the maintenance community; each theme is made of the everyday questions that begin alike. */
export const themes = [
  {
    begins: 'Pièce introuvable',
    tag: 'need',
    kind: 'need',
    title: 'Savoir quel site a la pièce',
    description:
      'Une pièce manque ici alors qu’elle dort parfois à côté. On la cherche par téléphone, on en commande une de plus, et la machine attend.',
    quotes: [
      'Le fabricant n’existe plus, et personne ne sait si un autre site a gardé cette pièce.',
      'J’ai appelé quatre magasins avant d’en trouver une. Elle était à une heure de route.',
      'On commande en double, au cas où. Le placard est plein, et jamais de la bonne pièce.',
      'Trois semaines d’attente pour un joint qui dormait à côté.',
      'Je ne sais pas qui appeler à [un lieu], alors j’écris ici.',
    ],
    daysAgo: 46,
    asked: {
      by: 'marc',
      question: 'Peut-on voir les stocks des autres sites, et faut-il un magasin commun ?',
      after: 4,
      within: 21,
    },
    answer: {
      after: 15,
      weDo: [
        {
          text: 'Ouvrir la consultation des stocks de tous les sites aux équipes de maintenance.',
          owner: 'nadia',
          in: 20,
          done: true,
        },
        {
          text: 'Nommer dans chaque magasin la personne à appeler pour un prêt de pièce.',
          owner: 'marc',
          in: 45,
          done: false,
        },
      ],
      weWillNot: 'Nous n’ouvrirons pas de magasin central.',
      because:
        'Il faudrait deux ans et un bâtiment, et une pièce y serait à une journée de route de la plupart des ateliers. Voir les stocks et se prêter les pièces répond plus vite au besoin.',
    },
  },
  {
    begins: 'Quelle périodicité de graissage',
    tag: 'irritant',
    kind: 'usage',
    title: 'Des périodicités de graissage différentes d’un site à l’autre',
    description:
      'Les plans de graissage ne disent pas la même chose selon le site, et personne ne sait lequel fait foi. Chacun demande, ou recopie le voisin.',
    quotes: [
      'Le plan dit trois mois, le fabricant six, l’ancien mettait une pompée par semaine.',
      'Chez nous c’est tous les mois, mais je ne sais plus pourquoi.',
      'On a recopié le plan de [un lieu], qui l’avait recopié d’ailleurs.',
      'Entre trop et pas assez, on change quand même les paliers.',
    ],
    daysAgo: 33,
    asked: {
      by: 'nadia',
      question: 'La GMAO peut-elle porter un plan de graissage unique par famille de machines ?',
      after: 3,
      within: 24,
    },
    answer: null,
  },
  {
    begins: 'Déclenchement intempestif',
    tag: 'irritant',
    kind: 'feeling',
    title: 'Après le nettoyage, on s’attend à la panne',
    description: '',
    quotes: [
      'Le lundi matin, on arrive en se demandant laquelle va tomber.',
      'On nettoie pour bien faire, et c’est nous qui créons la panne.',
    ],
    daysAgo: 6,
    asked: null,
    answer: null,
  },
] as const

/** Tagged by their authors and in no theme yet. */
export const uncoded = [
  { begins: 'Comment mesurer l’usure', tag: 'need', most: 4 },
  { begins: 'Peut-on remplacer le capteur', tag: 'idea', most: 3 },
  { begins: 'Shaft alignment in 40 minutes', tag: 'goodNews', most: 1 },
  { begins: 'Démarrage progressif', tag: 'idea', most: 4 },
] as const
