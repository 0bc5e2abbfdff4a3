import type { LocalText } from '#platform/shared/local-text.ts'

/** Arvanne, a fictional French industrial group: pumps, valves and the people who keep water moving. */
export const company = { name: 'Arvanne', timezone: 'Europe/Paris', people: 200, months: 14 }

/** `weight`: share of the staff. */
export const sites = [
  {
    key: 'lyon',
    name: 'Lyon',
    country: 'FR',
    timezone: 'Europe/Paris',
    opens: '08:30',
    closes: '18:00',
    weight: 22,
  },
  {
    key: 'saint-nazaire',
    name: 'Saint-Nazaire',
    country: 'FR',
    timezone: 'Europe/Paris',
    opens: '07:30',
    closes: '17:00',
    weight: 26,
  },
  {
    key: 'mulhouse',
    name: 'Mulhouse',
    country: 'FR',
    timezone: 'Europe/Paris',
    opens: '07:30',
    closes: '17:00',
    weight: 20,
  },
  {
    key: 'lille',
    name: 'Lille',
    country: 'FR',
    timezone: 'Europe/Paris',
    opens: '08:00',
    closes: '17:30',
    weight: 12,
  },
  {
    key: 'toulouse',
    name: 'Toulouse',
    country: 'FR',
    timezone: 'Europe/Paris',
    opens: '08:30',
    closes: '18:00',
    weight: 10,
  },
  {
    key: 'porto',
    name: 'Porto',
    country: 'PT',
    timezone: 'Europe/Lisbon',
    opens: '08:00',
    closes: '17:00',
    weight: 10,
  },
] as const

export const entities = [
  { key: 'direction', name: 'Direction générale', weight: 2 },
  { key: 'production', name: 'Production', weight: 30 },
  { key: 'maintenance', name: 'Maintenance', weight: 20 },
  { key: 'qualite', name: 'Qualité', weight: 11 },
  { key: 'rd', name: 'Recherche et développement', weight: 10 },
  { key: 'supply', name: 'Chaîne logistique', weight: 10 },
  { key: 'commercial', name: 'Commerce', weight: 7 },
  { key: 'rh', name: 'Ressources humaines', weight: 4 },
  { key: 'si', name: 'Systèmes d’information', weight: 4 },
  { key: 'finance', name: 'Finances', weight: 2 },
] as const

/** Job titles by entity, so that the directory reads like a company. */
export const jobTitles: Record<string, readonly string[]> = {
  direction: ['Assistante de direction', 'Chargé de mission'],
  production: [
    'Opératrice de ligne',
    'Conducteur de ligne',
    'Chef d’équipe',
    'Responsable d’îlot',
    'Soudeuse',
    'Tourneur-fraiseur',
    'Planificatrice',
  ],
  maintenance: [
    'Technicien de maintenance',
    'Électromécanicienne',
    'Automaticien',
    'Responsable maintenance',
    'Technicienne instrumentation',
    'Préparateur',
  ],
  qualite: ['Contrôleuse qualité', 'Ingénieur qualité', 'Métrologue', 'Responsable qualité fournisseurs'],
  rd: ['Ingénieure hydraulique', 'Dessinateur-projeteur', 'Ingénieur matériaux', 'Cheffe de projet'],
  supply: ['Approvisionneuse', 'Cariste', 'Gestionnaire de stock', 'Responsable expéditions'],
  commercial: ['Ingénieure d’affaires', 'Assistant commercial', 'Responsable de zone'],
  rh: ['Chargée de formation', 'Gestionnaire de paie', 'Responsable recrutement'],
  si: ['Développeuse', 'Administrateur systèmes', 'Support aux utilisateurs'],
  finance: ['Contrôleuse de gestion', 'Comptable'],
}

export const askMeAboutIdeas = [
  'soudage',
  'métrologie',
  'vide industriel',
  'hydraulique',
  'sécurité',
  'lean',
  'Excel',
  'plans',
  'normes',
  'risque chimique',
  'levage',
  'peinture',
  'achats',
  'incoterms',
  'formation',
  'recyclage',
  'énergie',
  'automates',
  'réseaux',
  'photographie',
  'premiers secours',
] as const

export interface DemoCommunity {
  key: string
  slug: string
  kind: 'practice' | 'interest' | 'learning' | 'project' | 'process' | 'network' | 'ambassadors'
  visibility: 'open' | 'closed' | 'secret'
  partnersAdmitted?: boolean
  languages: readonly ('fr' | 'en')[]
  accent: string
  site?: string
  stage: 'framing' | 'preparing' | 'launched' | 'growing' | 'mature'
  name: LocalText
  purpose: LocalText
  /** Share of all staff that joined, and entities or sites that join first. */
  size: number
  from?: readonly string[]
  managers: readonly string[]
  experts?: readonly string[]
  ambassadors?: readonly string[]
  sponsor?: string
  cast: readonly string[]
  canvas?: {
    problem: string
    whoSuffers: string
    indicator: string
    unit: string
    baseline: number
    baselineMonthsAgo: number
    baselineSource: string
    target: number
    targetInMonths: number
  }
}

export const communities: readonly DemoCommunity[] = [
  {
    key: 'maintenance',
    slug: 'maintenance',
    kind: 'practice',
    visibility: 'open',
    languages: ['fr', 'en'],
    accent: 'terracotta',
    stage: 'mature',
    site: 'saint-nazaire',
    name: { fr: 'Maintenance et fiabilité', en: 'Maintenance and reliability' },
    purpose: {
      fr: 'Que plus personne ne démonte seul, la nuit, ce qu’un collègue a déjà compris.',
      en: 'So that nobody takes apart alone, at night, what a colleague already understood.',
    },
    size: 0.42,
    from: ['maintenance', 'production', 'rd'],
    managers: ['claire', '~maintenance'],
    experts: ['helene', '~maintenance'],
    ambassadors: ['sofia'],
    sponsor: 'marc',
    cast: ['claire', 'karim', 'helene', 'thomas', 'sofia', 'marc'],
    canvas: {
      problem: 'Les mêmes pannes reviennent d’un site à l’autre, et chacun les résout seul.',
      whoSuffers: 'Les équipes de nuit, qui attendent le matin, et les clients livrés en retard.',
      indicator: 'Arrêts non planifiés des pompes critiques',
      unit: 'heures par mois',
      baseline: 142,
      baselineMonthsAgo: 14,
      baselineSource: 'GMAO, moyenne des trois mois précédents',
      target: 70,
      targetInMonths: 7,
    },
  },
  {
    key: 'claims',
    slug: 'reclamations-fournisseurs',
    kind: 'process',
    visibility: 'closed',
    partnersAdmitted: true,
    languages: ['fr', 'en'],
    accent: 'ocean',
    stage: 'growing',
    name: { fr: 'Réclamations fournisseurs', en: 'Supplier claims' },
    purpose: {
      fr: 'Qu’une réclamation avance chaque jour, avec le fournisseur autour de la table.',
      en: 'So that a claim moves every day, with the supplier at the table.',
    },
    size: 0.14,
    from: ['qualite', 'supply'],
    managers: ['sofia', '~qualite'],
    sponsor: 'marc',
    cast: ['sofia', 'jean', 'marc', 'karim'],
    canvas: {
      problem: 'Une réclamation attend trois fois plus longtemps qu’elle n’est traitée.',
      whoSuffers:
        'Les lignes arrêtées faute de pièces, et les fournisseurs qui découvrent tout en fin de mois.',
      indicator: 'Délai médian d’une réclamation',
      unit: 'jours',
      baseline: 31,
      baselineMonthsAgo: 11,
      baselineSource: 'Registre qualité',
      target: 12,
      targetInMonths: 4,
    },
  },
  {
    key: 'welcome',
    slug: 'bien-demarrer',
    kind: 'learning',
    visibility: 'open',
    languages: ['fr', 'en'],
    accent: 'moss',
    stage: 'mature',
    name: { fr: 'Bien démarrer chez Arvanne', en: 'Starting well at Arvanne' },
    purpose: {
      fr: 'Trouver sa place en un mois, et garder son regard neuf.',
      en: 'Find your place in a month, and keep your fresh eyes.',
    },
    size: 0.3,
    managers: ['nadia', '~rh'],
    cast: ['nadia', 'thomas', 'sofia', 'claire'],
    canvas: {
      problem: 'Une personne sur six part avant la fin de sa première année.',
      whoSuffers: 'Les nouveaux, et les équipes qui recommencent.',
      indicator: 'Départs avant un an',
      unit: '%',
      baseline: 17,
      baselineMonthsAgo: 13,
      baselineSource: 'Ressources humaines, année précédente',
      target: 10,
      targetInMonths: 8,
    },
  },
  {
    key: 'cycling',
    slug: 'velo',
    kind: 'interest',
    visibility: 'open',
    languages: ['fr'],
    accent: 'saffron',
    stage: 'growing',
    name: { fr: 'À vélo', en: 'By bike' },
    purpose: {
      fr: 'Venir à vélo, réparer à plusieurs, partir le samedi.',
      en: 'Ride to work, repair together, ride out on Saturdays.',
    },
    size: 0.2,
    managers: ['~lille', '~saint-nazaire'],
    cast: ['karim'],
  },
  {
    key: 'line4',
    slug: 'ligne-4',
    kind: 'project',
    visibility: 'secret',
    languages: ['fr'],
    accent: 'indigo',
    stage: 'launched',
    name: { fr: 'Ligne 4' },
    purpose: { fr: 'Démarrer la ligne 4 en juin, sans refaire les erreurs de la ligne 3.' },
    size: 0.08,
    from: ['production', 'rd'],
    managers: ['~rd'],
    sponsor: 'marc',
    cast: ['marc', 'helene', 'claire'],
    canvas: {
      problem: 'La ligne 3 a démarré avec onze mois de retard.',
      whoSuffers: 'Les équipes qui ont travaillé deux étés de suite.',
      indicator: 'Jalons tenus',
      unit: '%',
      baseline: 38,
      baselineMonthsAgo: 10,
      baselineSource: 'Bilan de la ligne 3',
      target: 85,
      targetInMonths: 6,
    },
  },
  {
    key: 'network',
    slug: 'techniciennes-et-ingenieures',
    kind: 'network',
    visibility: 'closed',
    languages: ['fr', 'en'],
    accent: 'plum',
    stage: 'growing',
    name: { fr: 'Techniciennes et ingénieures', en: 'Women in technical roles' },
    purpose: {
      fr: 'Se connaître, s’entraider, donner envie.',
      en: 'Know each other, help each other, inspire.',
    },
    size: 0.16,
    managers: ['helene', 'sofia'],
    cast: ['helene', 'sofia', 'claire', 'nadia'],
  },
  {
    key: 'ambassadors',
    slug: 'ambassadeurs',
    kind: 'ambassadors',
    visibility: 'closed',
    languages: ['fr', 'en'],
    accent: 'terracotta',
    stage: 'launched',
    name: { fr: 'Ambassadeurs de Préau', en: 'Préau ambassadors' },
    purpose: {
      fr: 'Quinze personnes qui aident les autres à oser écrire.',
      en: 'Fifteen people who help others dare to write.',
    },
    size: 0.07,
    managers: ['nadia', 'claire'],
    ambassadors: ['sofia'],
    cast: ['nadia', 'claire', 'sofia'],
  },
]
