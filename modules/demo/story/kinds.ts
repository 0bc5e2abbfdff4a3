/** Steps of the claims process; the target in days of the site's calendar. */
export const claimSteps = [
  { name: { fr: 'Reçue', en: 'Received' }, targetAmount: 1, waitsFor: 'anyone', ends: false },
  { name: { fr: 'À l’étude', en: 'Being studied' }, targetAmount: 3, waitsFor: 'experts', ends: false },
  {
    name: { fr: 'Chez le fournisseur', en: 'With the supplier' },
    targetAmount: 5,
    waitsFor: 'partners',
    ends: false,
  },
  {
    name: { fr: 'Mesure convenue', en: 'Action agreed' },
    targetAmount: 10,
    waitsFor: 'managers',
    ends: false,
  },
  { name: { fr: 'Close', en: 'Closed' }, targetAmount: null, waitsFor: 'anyone', ends: true },
] as const

/** Where the latest conversations sit, newest first: steps with how long ago, in hours, each was entered. */
export const claimPlaces: readonly {
  steps: readonly { step: number; hours: number; waits?: string; note?: string }[]
}[] = [
  { steps: [{ step: 0, hours: 5 }] },
  { steps: [{ step: 0, hours: 96 }] },
  {
    steps: [
      { step: 0, hours: 80 },
      { step: 1, hours: 30, waits: 'sofia' },
    ],
  },
  {
    steps: [
      { step: 0, hours: 400 },
      { step: 1, hours: 370, waits: 'sofia' },
      { step: 2, hours: 310, waits: 'jean', note: 'La bague intérieure, si vous l’avez gardée.' },
    ],
  },
  {
    steps: [
      { step: 0, hours: 150 },
      { step: 1, hours: 120 },
      { step: 2, hours: 50, waits: 'jean', note: 'Le rapport de tri des trois pièces.' },
    ],
  },
  {
    steps: [
      { step: 0, hours: 300 },
      { step: 1, hours: 250, waits: 'karim' },
    ],
  },
  {
    steps: [
      { step: 0, hours: 420 },
      { step: 1, hours: 400 },
      { step: 2, hours: 330, waits: 'jean' },
      { step: 3, hours: 200, waits: 'sofia' },
    ],
  },
]

/** The first month at Arvanne, step by step; `leadsTo`: title of what the step leads to. */
export const welcomeSteps = [
  {
    kind: 'page',
    title: 'Trois jours pour trouver ses repères',
    body: null,
    minutes: 10,
    leadsTo: 'Badge, cantine, parking : les trois premiers jours',
  },
  {
    kind: 'exercise',
    title: 'Se présenter en quatre lignes',
    body: 'D’où vous venez, ce que vous faites, ce que l’on peut vous demander, ce que vous cherchez.',
    minutes: 15,
    leadsTo: null,
  },
  {
    kind: 'gathering',
    title: 'Prendre un café avec d’autres nouveaux',
    body: 'Une demi-heure, sans ordre du jour. Le prochain est annoncé dans la conversation.',
    minutes: 30,
    leadsTo: 'Cafés des nouveaux : qui vient à celui du mois ?',
  },
  {
    kind: 'page',
    title: 'Lire un ordre de fabrication',
    body: null,
    minutes: 20,
    leadsTo: 'Comment lire un ordre de fabrication ?',
  },
  {
    kind: 'exercise',
    title: 'Suivre quelqu’un une demi-journée',
    body: 'Choisissez un métier qui n’est pas le vôtre, et racontez ce qui vous a surpris.',
    minutes: 240,
    leadsTo: null,
  },
  {
    kind: 'question',
    title: 'Qu’est-ce qui vous étonne encore ?',
    body: 'Votre regard neuf ne dure pas : écrivez-le avant de vous habituer.',
    minutes: 15,
    leadsTo: 'Ce qui m’a étonnée au bout d’un mois',
  },
] as const

/** Line 4 ends in three weeks. `ago` in days. */
export const line4Project = {
  endsIn: 21,
  delivered: 'La ligne tourne à 80 % de sa cadence depuis dix jours, avec deux équipes formées.',
  decisions: [
    {
      ago: 210,
      decision: 'Une seule cellule de soudage',
      why: 'Le devis de deux cellules dépassait l’enveloppe.',
      decidedAs: 'sponsor',
    },
    {
      ago: 150,
      decision: 'Sol du hall D renforcé avant les machines',
      why: 'Le contrôle de 2015 ne dit rien au-delà de 10 tonnes par mètre carré.',
      decidedAs: 'experts',
      from: 'Le sol du hall D supporte-t-il 12 tonnes au mètre carré ?',
    },
    {
      ago: 90,
      decision: 'Les opérateurs sont formés avant les essais',
      why: 'Pendant les essais on les gêne, et ils n’osent pas demander.',
      decidedAs: 'members',
      from: 'Formation des opérateurs : avant ou pendant les essais ?',
    },
    {
      ago: 40,
      decision: 'Deux cellules de soudage, sans convoyeur aérien',
      why: 'La panne d’une cellule ne doit pas arrêter la ligne ; renoncer au convoyeur ramène le devis dans l’enveloppe.',
      decidedAs: 'sponsor',
      from: 'Décision attendue : une ou deux cellules de soudage ?',
      replaces: 0,
    },
    {
      ago: 12,
      decision: 'La gamme de démarrage à froid est relue par l’équipe de nuit',
      why: 'C’est elle qui s’en servira le plus souvent.',
      decidedAs: 'managers',
      from: 'Qui écrit la gamme de démarrage à froid ?',
    },
  ],
} as const
