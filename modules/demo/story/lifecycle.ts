import type { LocalText } from '#platform/shared/local-text.ts'

// What communities lived through. Texts are typed with plain spaces; the demo gives them French typography.

export const wishes = [
  {
    by: 'thomas',
    subject: 'L’impression 3D de pièces de rechange',
    problem: 'Trois ateliers impriment les mêmes cales, chacun avec ses essais ratés.',
    whoTalks: 'Le fablab de Mulhouse et deux collègues de Porto, par courriel.',
    daysAgo: 9,
    supporters: ['karim', 'helene', '~', '~', '~', '~'],
  },
  {
    by: 'sofia',
    subject: 'La lecture des plans pour les nouveaux en qualité',
    problem: 'On apprend à lire nos plans sur le tas, et les erreurs se voient au montage.',
    whoTalks: null,
    daysAgo: 4,
    supporters: ['thomas', '~', '~'],
  },
] as const

/** The states of the maintenance community, with days since each. */
export const path = [
  { to: 'opportunity', daysAgo: 421, reason: null, passed: [] },
  {
    to: 'framing',
    daysAgo: 402,
    reason: null,
    passed: [],
  },
  {
    to: 'preparing',
    daysAgo: 380,
    reason: 'Le salon de la maintenance est dans un mois, la relecture suivra.',
    passed: ['peerReview'],
  },
  { to: 'launched', daysAgo: 352, reason: null, passed: [] },
  { to: 'growing', daysAgo: 208, reason: null, passed: [] },
  { to: 'mature', daysAgo: 24, reason: null, passed: [] },
] as const

export const canvas = {
  whyCommunity:
    'Une procédure dit quoi faire quand tout est prévu. Une panne de nuit ne l’est pas : il faut quelqu’un qui l’a déjà vue.',
  form: 'forum',
  valueInWords: '« Je ne passe plus ma nuit à chercher ce que Mulhouse sait déjà. »',
  horizon: 'Dix-huit mois, puis une nouvelle cible',
  cmHours: 6,
  rituals: ['Le café des pannes, jeudi à 13 h', 'La visite d’un atelier, une fois par trimestre'],
  firstContents: [
    'Les dix pannes qui reviennent',
    'Aligner une pompe sans laser',
    'Lire un spectre en cinq minutes',
    'Graisser : combien, quand, avec quoi',
    'Qui appeler la nuit',
    'Le carnet d’Hélène',
    'Changer une garniture mécanique',
    'Les pièges du redémarrage',
    'Photos de roulements usés',
    'Le bon de travail qui aide le suivant',
  ],
  dataNotice: 'Version 2, relue avec le CSE',
  success: 'Deux sites sur trois règlent leurs pannes récurrentes sans appeler le constructeur.',
  stop: 'Moins de cinq questions par mois pendant un semestre, ou une cible tenue depuis un an.',
  reviewInDays: 120,
  more: {
    values: 'On montre ses essais ratés.',
    roles: 'Les ambassadeurs tournent chaque année.',
  },
  core: ['helene', 'karim', 'sofia', '~', '~'],
} as const

export const reviews = {
  day90: {
    daysAgo: 259,
    learnt: 'Les questions viennent des équipes de nuit : nous répondons plus tôt le matin.',
  },
  peer: {
    daysAgo: 372,
    word: 'Clair et mesurable. Dites plus tôt qui reprendra si Claire s’absente.',
  },
} as const

export const dormant = {
  slug: 'gestes-et-postures',
  name: { fr: 'Gestes et postures', en: 'Moving well at work' } satisfies LocalText,
  purpose: {
    fr: 'Ménager son dos, ses épaules et ceux des collègues.',
    en: 'Sparing one’s back, one’s shoulders, and the colleagues’.',
  } satisfies LocalText,
  since: 6,
  reason: 'Plus de question depuis l’été, et l’animatrice de départ a changé de poste.',
  posts: [
    {
      daysAgo: 212,
      title: 'Une table à hauteur réglable pour le contrôle',
      text: 'Elle change tout en fin de poste.',
    },
    {
      daysAgo: 171,
      title: 'Échauffement du matin',
      text: 'Cinq minutes avant la prise de poste, qui essaie ?',
    },
    { daysAgo: 148, title: 'Porter à deux', text: 'La fiche existe, personne ne la lit. Une idée ?' },
  ],
  steps: [
    { text: 'Appeler les cinq personnes du noyau', daysFromNow: -2, isDone: true },
    { text: 'Demander à l’infirmière de Lyon trois cas vécus', daysFromNow: 6, isDone: false },
    { text: 'Un atelier de vingt minutes à Saint-Nazaire', daysFromNow: 16, isDone: false },
  ],
} as const

export const closing = {
  slug: 'passage-gmao',
  name: { fr: 'Passage à la nouvelle GMAO', en: 'Moving to the new CMMS' } satisfies LocalText,
  purpose: {
    fr: 'Changer d’outil sans perdre une intervention.',
    en: 'Changing tools without losing a single job.',
  } satisfies LocalText,
  announcedDaysAgo: 20,
  closesInDays: 55,
  coreWord: 'Vous l’apprenez les premiers : la bascule est finie, et notre communauté a fait son travail.',
  reason: 'Les sept sites ont basculé, et plus aucune question ne reste ouverte.',
  whereNext: 'Les questions sur l’outil se posent dans « Maintenance et fiabilité ».',
  thanks: 'Vous avez répondu la nuit, le week-end, et avec humour. Merci.',
  lastEvent: 'Un café à distance pour se raconter la bascule',
  lastEventInDays: 41,
  lessons:
    'Nommer un référent par site avant d’ouvrir. Les captures d’écran valent mieux que les procédures.',
  reopening: 'Si une nouvelle version change les écrans des techniciens.',
  posts: [
    {
      daysAgo: 96,
      title: 'La reprise des gammes est finie à Porto',
      text: 'Onze cents gammes, trois erreurs, corrigées.',
    },
    {
      daysAgo: 62,
      title: 'Merci à l’équipe de nuit',
      text: 'La bascule de Mulhouse s’est faite sans arrêt.',
    },
  ],
  page: {
    title: 'Retrouver une intervention d’avant la bascule',
    text: 'L’ancien numéro se cherche dans le champ « Référence externe ».\n\n1. Ouvrir la recherche avancée.\n2. Coller l’ancien numéro.\n3. Choisir le site.',
  },
} as const
