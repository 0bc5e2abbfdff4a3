import type {
  Accelerator,
  CardKind,
  Channel,
  HeardSort,
  HeardTag,
  Phase,
  PlanningQuestion,
} from '#modules/programmes/contract.ts'

/** « Le carnet partagé » in the middle of its roll-out. `ago` and `day` are days before and after the present. */
export const notebook = {
  name: { fr: 'Le carnet partagé', en: 'The shared notebook' },
  leader: 'claire',
  coLeaders: ['sofia'],
  sponsor: 'marc',
  communities: ['maintenance'],
  begunAgo: 240,
  sponsorAgo: 214,
  vision:
    'Quand je prends mon poste, je sais en une minute ce qui a été fait sur la machine, par qui et pourquoi. Ce que j’apprends, la nuit suivante le sait aussi.',
  whyNow:
    'Nos carnets sont en papier et la radio ne laisse pas de trace : la même panne est cherchée deux fois à vingt kilomètres d’écart. Trente collègues partent à la retraite d’ici deux ans, et leurs cahiers avec eux.',
  problem:
    'On perd du temps à retrouver ce qui a déjà été fait sur une machine, et l’on répare deux fois la même chose.',
  baseline: '42 minutes pour retrouver une intervention, relevé dans trois ateliers pendant deux semaines',
  baselineAgo: 230,
  populations: [
    { name: 'La maintenance', dimension: 'entity', cell: 'Maintenance' },
    { name: 'Les ateliers de Mulhouse', dimension: 'site', cell: 'Mulhouse' },
    { name: 'Porto', dimension: 'site', cell: 'Porto' },
  ] as const,
  said: ['managersMet', 'pilotReviewed'],
  phases: [
    { to: 'framing', ago: 240, reason: null, missing: [] },
    { to: 'design', ago: 190, reason: null, missing: [] },
    {
      to: 'pilot',
      ago: 132,
      reason:
        'L’arrêt d’été approche : nous commençons l’essai à Mulhouse sans formation écrite, deux collègues restent sur place la première semaine.',
      missing: ['trainingsPlanned'],
    },
    { to: 'rollout', ago: 48, reason: null, missing: [] },
  ] as readonly { to: Phase; ago: number; reason: string | null; missing: readonly string[] }[],
  planning: [
    {
      question: 'structure',
      ago: 232,
      text: 'Cinq sites, une maintenance par site, trois équipes par jour. Les chefs d’équipe décident de la journée, les méthodes de l’année.',
    },
    {
      question: 'structure',
      ago: 205,
      text: 'Cinq sites, une maintenance par site, trois équipes par jour. Les chefs d’équipe décident de la journée, les méthodes de l’année. Les deux tiers des techniciens n’ont pas d’ordinateur : une tablette pour deux au mieux. L’équipe de nuit ne croise jamais les méthodes.',
    },
    {
      question: 'information',
      ago: 228,
      text: 'Par la passation de poste, quand elle a lieu ; par la radio pour l’urgent ; par le chef d’équipe pour le reste. Ce qui s’apprend la nuit ne remonte presque jamais. On sait ce que fait Porto par les fournisseurs.',
    },
    {
      question: 'aims',
      ago: 220,
      text: 'Retrouver une intervention en moins de cinq minutes. Que la nuit et le jour lisent la même chose. Nous ne cherchons pas à mesurer qui fait combien d’interventions, et nous l’écrivons.',
    },
  ] as readonly { question: PlanningQuestion; ago: number; text: string }[],
  heard: [
    {
      sort: 'interview',
      source: 'Chef d’équipe de nuit, Mulhouse',
      ago: 226,
      tag: 'irritant',
      by: 'claire',
      text: 'On recopie trois fois : sur le carnet, sur la feuille du chef, dans la GMAO. Alors on n’écrit plus qu’une fois sur deux.',
    },
    {
      sort: 'workshop',
      source: 'Atelier pompes, Saint-Nazaire',
      ago: 219,
      tag: 'need',
      by: 'claire',
      text: 'Voir les photos de la dernière ouverture avant de démonter. Aujourd’hui elles sont sur le téléphone de quelqu’un.',
    },
    {
      sort: 'group',
      source: 'Techniciens près de la retraite, Toulouse',
      ago: 211,
      tag: 'idea',
      by: 'claire',
      text: 'Enregistrer cinq minutes devant la machine plutôt que d’écrire une procédure que personne ne lira.',
    },
    {
      sort: 'interview',
      source: 'Déléguée du personnel, Lyon',
      ago: 204,
      tag: 'need',
      by: 'claire',
      text: 'Que l’on écrive noir sur blanc que le carnet ne sert pas à compter les interventions de chacun.',
    },
    {
      sort: 'visit',
      source: 'Sous-sol du hall C, Mulhouse',
      ago: 197,
      tag: 'irritant',
      by: 'sofia',
      text: 'Pas de réseau en bas. Il faut remonter deux étages pour lire ou écrire quoi que ce soit.',
    },
    {
      sort: 'group',
      source: 'Équipe du matin, Porto',
      ago: 192,
      tag: 'need',
      by: 'sofia',
      text: 'We read French, but at six in the morning we write in Portuguese. Let the notebook take it as it comes.',
    },
    {
      sort: 'test',
      source: 'Quatre techniciens, atelier pompes, Mulhouse',
      ago: 150,
      tag: 'irritant',
      by: 'claire',
      text: 'Avec des gants, le clavier ne sert à rien. La dictée marche, sauf à côté du compresseur.',
    },
    {
      sort: 'test',
      source: 'Équipe de nuit, Mulhouse',
      ago: 96,
      tag: 'idea',
      by: 'claire',
      text: 'Coller un code sur chaque machine : on le vise, le carnet s’ouvre à la bonne page.',
    },
  ] as readonly {
    sort: HeardSort
    source: string
    ago: number
    tag: HeardTag
    by: string
    text: string
  }[],
  cards: [
    {
      kind: 'message',
      column: 'urgency',
      title: 'Quarante-deux minutes : ce que nous coûte un carnet perdu',
      day: -184,
      channel: 'teamTalk',
      who: 'Les chefs d’équipe',
      owner: 'claire',
      done: 'Dit dans onze équipes sur douze.',
    },
    {
      kind: 'message',
      column: 'urgency',
      title: 'Trois retraités racontent leur plus longue panne',
      day: 12,
      channel: 'post',
      population: 0,
      owner: 'helene',
    },
    {
      kind: 'action',
      column: 'coalition',
      title: 'Chaque chef d’équipe rencontré avant son équipe',
      day: -170,
      owner: 'claire',
      done: 'Douze rencontres sur cinq sites.',
    },
    {
      kind: 'message',
      column: 'coalition',
      title: 'Le directeur industriel dit pourquoi, à Porto',
      day: 19,
      channel: 'gathering',
      who: 'Marc Delorme',
      population: 2,
      owner: 'marc',
    },
    {
      kind: 'message',
      column: 'vision',
      title: 'La vision en deux phrases, sur le panneau de chaque atelier',
      day: -40,
      channel: 'noticeBoard',
      population: 0,
      owner: 'thomas',
      done: null,
    },
    {
      kind: 'message',
      column: 'vision',
      title: 'Ce que le carnet ne mesurera jamais',
      day: 4,
      channel: 'newsletter',
      owner: 'claire',
      detail: 'Ni qui, ni combien, ni à quelle vitesse. Avec la page « Ce que l’on voit de moi ».',
    },
    {
      kind: 'action',
      column: 'army',
      title: 'Une tablette par binôme dans les ateliers de Mulhouse',
      day: -6,
      owner: 'karim',
      population: 1,
    },
    {
      kind: 'action',
      column: 'army',
      title: 'Ouvrir le carnet aux équipes de Porto',
      day: 26,
      owner: 'sofia',
      population: 2,
    },
    {
      kind: 'action',
      column: 'army',
      title: 'Carnet en portugais dès le premier jour',
      day: -30,
      owner: 'nadia',
      refused:
        'La traduction de l’interface n’est pas prête. Les textes s’écrivent déjà en portugais ; l’interface suivra au printemps.',
    },
    {
      kind: 'training',
      column: 'barriers',
      title: 'Écrire une intervention en deux minutes',
      day: -20,
      population: 1,
      places: 24,
      owner: 'karim',
      done: 'Vingt-deux personnes, trois créneaux dont un de nuit.',
    },
    {
      kind: 'training',
      column: 'barriers',
      title: 'Viser, dicter, relire : prise en main à Porto',
      day: 24,
      population: 2,
      places: 18,
      owner: 'sofia',
    },
    {
      kind: 'barrier',
      column: 'barriers',
      title: 'Pas de réseau au sous-sol du hall C',
      day: 33,
      owner: 'nadia',
      next: 'Deux bornes commandées, pose demandée pour le prochain arrêt.',
      population: 1,
    },
    {
      kind: 'barrier',
      column: 'barriers',
      title: 'Écrire trois fois la même intervention',
      day: -60,
      owner: 'claire',
      done: 'La feuille du chef d’équipe est supprimée, la GMAO reprend le carnet.',
    },
    {
      kind: 'win',
      column: 'wins',
      title: 'Une panne de pompe retrouvée en trois minutes au lieu d’une heure',
      day: -88,
      who: 'Atelier pompes, Mulhouse',
      told: true,
    },
    {
      kind: 'win',
      column: 'wins',
      title: 'L’équipe de nuit a évité un second démontage',
      day: -37,
      who: 'Hall C, Mulhouse',
      told: true,
    },
    {
      kind: 'win',
      column: 'wins',
      title: 'Porto a trouvé chez Toulouse le réglage qui lui manquait',
      day: -9,
      who: 'Ligne 2, Porto',
    },
    {
      kind: 'action',
      column: 'sustain',
      title: 'Relancer chaque atelier à la rentrée de janvier',
      day: 47,
      owner: 'claire',
      population: 0,
    },
    {
      kind: 'reinforcement',
      column: 'institute',
      title: 'Le carnet ouvre la passation de poste',
      detail: 'Cinq minutes, à chaque changement d’équipe, devant la tablette.',
      day: 180,
      who: 'Les chefs d’équipe',
    },
    {
      kind: 'reinforcement',
      column: 'institute',
      title: 'Chaque nouvel arrivant reçoit son carnet le premier jour',
      day: 365,
      owner: 'thomas',
    },
  ] as readonly DemoCard[],
  kit: {
    messages: [
      {
        id: 'everybody',
        audience: 'Toutes les équipes',
        short: {
          fr: 'Le carnet partagé arrive dans votre atelier : ce qui a été fait sur une machine se retrouve en moins de cinq minutes. Vos questions : communauté Maintenance et fiabilité.',
          en: 'The shared notebook comes to your workshop: what was done on a machine is found in less than five minutes. Your questions: community Maintenance and reliability.',
        },
        long: {
          fr: 'Bonjour,\n\nAujourd’hui, il faut quarante-deux minutes pour retrouver ce qui a été fait sur une machine. Demain, une minute devant la machine doit suffire, de jour comme de nuit.\n\nCe qui change : le carnet papier de votre atelier devient un carnet partagé, sur tablette, avec photos et dictée. La feuille du chef d’équipe disparaît.\n\nCe qui ne change pas : vos équipes, vos horaires, et la radio pour l’urgent. Le carnet ne compte pas les interventions de chacun.\n\nVos questions ont leur place dans la communauté Maintenance et fiabilité. Nous répondons à toutes, aussi quand la réponse est non.',
          en: 'Hello,\n\nToday it takes forty-two minutes to find what was done on a machine. Tomorrow one minute in front of the machine should do, by day and by night.\n\nWhat changes: the paper notebook of your workshop becomes a shared one, on a tablet, with pictures and dictation. The team leader’s sheet goes away.\n\nWhat stays: your teams, your hours, and the radio for what is urgent. The notebook does not count anybody’s repairs.\n\nYour questions have their place in the community Maintenance and reliability. We answer all of them, also when the answer is no.',
        },
      },
      {
        id: 'managers',
        audience: 'Chefs d’équipe',
        short: {
          fr: 'À lire avant votre prochain point d’équipe : le carnet partagé en trois phrases, et les questions que l’on vous posera.',
          en: 'To read before your next team talk: the shared notebook in three sentences, and the questions you will be asked.',
        },
        long: {
          fr: 'Votre équipe vous demandera d’abord si le carnet sert à surveiller. La réponse est non, et chacun peut le vérifier.\n\nDix minutes suffisent : la vision, la date de votre atelier, les questions notées telles quelles. Dites « je ne sais pas » quand c’est le cas.',
          en: 'Your team will first ask whether the notebook is there to watch them. The answer is no, and everybody can check it.\n\nTen minutes will do: the vision, the date of your workshop, questions written as they are said. Say “I do not know” when you do not.',
        },
      },
    ],
    slides: [
      {
        id: 'why',
        title: { fr: 'Quarante-deux minutes', en: 'Forty-two minutes' },
        notes: {
          fr: 'Demander à la salle : la dernière fois que vous avez cherché un carnet, combien de temps ? Puis montrer le relevé des trois ateliers.',
          en: 'Ask the room: the last time you looked for a notebook, how long did it take? Then show what three workshops noted.',
        },
      },
      {
        id: 'vision',
        title: { fr: 'Ce que vous verrez changer', en: 'What you will see change' },
        notes: {
          fr: 'La prise de poste avant, la prise de poste après. Prendre la machine que tout le monde connaît.',
          en: 'The change of shift before, and after. Take the machine that everybody knows.',
        },
      },
      {
        id: 'stays',
        title: { fr: 'Ce qui ne change pas', en: 'What stays' },
        notes: {
          fr: 'La radio pour l’urgent, les équipes, les horaires. Et ce que le carnet ne mesure pas.',
          en: 'The radio for what is urgent, teams, hours. And what the notebook does not measure.',
        },
      },
      {
        id: 'when',
        title: { fr: 'Quand, dans votre atelier', en: 'When, in your workshop' },
        notes: {
          fr: 'La date du lieu, les formations, les ambassadeurs à qui demander.',
          en: 'The date of this place, trainings, ambassadors to ask.',
        },
      },
      {
        id: 'questions',
        title: { fr: 'Vos questions', en: 'Your questions' },
        notes: {
          fr: 'Garder la moitié du temps. Noter chaque question telle quelle et dire quand la réponse viendra.',
          en: 'Keep half of the time. Write each question as it is said, and say when the answer will come.',
        },
      },
    ],
    questions: [
      {
        id: 'watched',
        question: { fr: 'Est-ce que cela sert à nous surveiller ?', en: 'Is it used to watch us?' },
        answer: {
          fr: 'Non. Le carnet garde ce qui a été fait sur la machine. Il ne compte ni les interventions ni le temps de chacun, et la page « Ce que l’on voit de moi » le montre.',
          en: 'No. The notebook keeps what was done on the machine. It counts neither anybody’s repairs nor their time, and the page “What is seen about me” shows it.',
        },
        ago: 40,
      },
      {
        id: 'network',
        question: { fr: 'Et là où il n’y a pas de réseau ?', en: 'What about places without network?' },
        answer: {
          fr: 'Le carnet s’écrit hors ligne et part en remontant. Deux bornes sont commandées pour le sous-sol du hall C.',
          en: 'The notebook is written offline and leaves when you come up. Two antennas are ordered for the basement of hall C.',
        },
        ago: 14,
      },
      {
        id: 'gloves',
        question: { fr: 'Comment écrire avec des gants ?', en: 'How does one write with gloves on?' },
        answer: {
          fr: 'En dictant, ou en visant le code de la machine et en prenant une photo : une photo et trois mots valent une intervention écrite.',
          en: 'By dictating, or by aiming at the code of the machine and taking a picture: a picture and three words are a written repair.',
        },
        ago: 6,
      },
    ],
  },
} as const

export interface DemoCard {
  kind: CardKind
  column: Accelerator
  title: string
  detail?: string
  /** Days from now. */
  day?: number
  channel?: Channel
  who?: string
  owner?: string
  /** Place in the list of populations. */
  population?: number
  places?: number
  next?: string
  /** What came of it; null: it is done, without a word. */
  done?: string | null
  refused?: string
  /** Told in a story of the community. */
  told?: boolean
}

/** One that came to its end, with what it taught. */
export const ended = {
  name: { fr: 'Une seule GMAO', en: 'One maintenance system' },
  leader: 'nadia',
  sponsor: 'marc',
  begunAgo: 420,
  closedAgo: 75,
  vision: 'Une pièce commandée à Porto se suit de Lyon, dans le même écran.',
  whyNow: 'Quatre outils, quatre mots de passe, et des stocks comptés deux fois.',
  phases: [
    { to: 'framing', ago: 420 },
    { to: 'design', ago: 380 },
    { to: 'pilot', ago: 300 },
    { to: 'rollout', ago: 210 },
    { to: 'anchoring', ago: 110 },
  ] as readonly { to: Phase; ago: number }[],
  closing: {
    wanted: 'Un seul outil pour commander et suivre une pièce, sur les cinq sites, avant l’été.',
    changed:
      'Quatre sites sur cinq y sont. Le délai d’une commande est passé de neuf à six jours ouvrés. Toulouse garde son outil jusqu’au changement de bâtiment : nous l’avons dit et daté.',
    again:
      'Les deux collègues par atelier la première semaine. Rencontrer les chefs d’équipe avant leurs équipes.',
    notAgain:
      'Annoncer une date avant d’avoir essayé de nuit. Former sur des exemples inventés plutôt que sur les pannes de la semaine.',
    whereNext: 'La communauté Maintenance et fiabilité répond aux questions ; les méthodes tiennent l’outil.',
  },
} as const
