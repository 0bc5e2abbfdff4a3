/** What the managers of the demo company keep for themselves, and share with each other. */
export const sheet = {
  budgetMinutes: 240,
  /** Last week first. */
  weeks: [285, 300, 270, 210, 225, 240],
  heldBack: [
    'La question de Mulhouse sur les joints : Porto a répondu en deux heures.',
    'Le débat sur les plans de graissage : je n’ai rien écrit, la synthèse est venue de l’atelier.',
  ],
}

/** Keys of the cast; `~` is a manager of that community outside the cast. */
export const circles = [
  {
    name: 'Cercle des métiers',
    purpose: 'Tenir un rythme sans s’épuiser, quand l’atelier passe d’abord.',
    members: ['claire', 'sofia', 'nadia'],
    meetingInDays: 6,
    place: 'Visio, premier lundi, 12 h 30',
    entries: [
      {
        kind: 'difficulty' as const,
        by: 'sofia',
        daysAgo: 9,
        text: 'Deux personnes répondent à tout, et les autres n’osent plus. Comment leur demander d’attendre sans les froisser ?',
        replies: [
          {
            by: 'claire',
            text: 'Je leur ai demandé de désigner, chacune, quelqu’un qui saurait répondre. Elles ont aimé le rôle.',
          },
        ],
      },
      {
        kind: 'note' as const,
        by: 'claire',
        daysAgo: 3,
        text: 'Une question posée le mardi matin reçoit plus de réponses que la même le vendredi. Nous avons déplacé le rendez-vous.',
        replies: [],
      },
    ],
  },
  {
    name: 'Cercle du premier semestre',
    purpose: 'Lancer une communauté : les six premiers mois, entre débutants.',
    members: ['nadia'],
    meetingInDays: null,
    place: '',
    entries: [],
  },
]

export const templates = [
  {
    kind: 'welcome' as const,
    by: 'claire',
    daysAgo: 80,
    title: 'Bienvenue à l’atelier',
    body: 'Bonjour, et bienvenue. Ici on pose des questions simples, et quelqu’un répond dans la journée. Dites-nous en une ligne sur quelle machine vous travaillez.',
    again: {
      body: 'Bonjour, et bienvenue. Ici on pose des questions simples. Dites-nous en une ligne sur quelle machine vous travaillez : quelqu’un du même parc vous répondra.',
      whatChanged: 'Plus de promesse de délai',
      daysAgo: 20,
    },
  },
  {
    kind: 'mission' as const,
    by: 'sofia',
    daysAgo: 64,
    title: 'Première mission : une photo, une phrase',
    body: 'Publiez la photo d’un contrôle que vous faites chaque semaine, et dites en une phrase ce que vous regardez d’abord.',
  },
  {
    kind: 'format' as const,
    by: 'claire',
    daysAgo: 41,
    title: 'Quart d’heure panne',
    body: 'Une panne, quinze minutes, trois questions : qu’avons-nous vu, qu’avons-nous cru, que ferons-nous la prochaine fois. Personne n’est nommé.',
  },
  {
    kind: 'mailing' as const,
    by: 'nadia',
    daysAgo: 30,
    title: 'La lettre du mois en cinq lignes',
    body: 'Un merci. Une réponse qui a servi. Une question qui attend. Une date. Une phrase de quelqu’un, avec son accord.',
  },
  {
    kind: 'closing' as const,
    by: 'nadia',
    daysAgo: 12,
    title: 'Fermer sans tourner le dos',
    body: 'Nous fermons dans deux mois, parce que ce pour quoi nous nous étions réunis est fait. Voici ce qui reste, où le trouver, et où continuer. Merci à celles et ceux qui ont ouvert la porte.',
  },
]
