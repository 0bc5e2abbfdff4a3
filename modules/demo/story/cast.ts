import type { LocalText } from '#platform/shared/local-text.ts'

/** The eight people of the story: fixtures, logins of the demo, screenshots and documentation. */
export interface CastMember {
  key: string
  given: string
  family: string
  pronouns?: string
  jobTitle: string
  entity: string
  site: string
  languages: readonly string[]
  interfaceLanguage: 'fr' | 'en'
  askMeAbout: readonly string[]
  about: string
  /** What the sign-in page says under the name. */
  part: LocalText
  guest?: boolean
}

export const cast: readonly CastMember[] = [
  {
    key: 'claire',
    given: 'Claire',
    family: 'Morvan',
    pronouns: 'elle',
    jobTitle: 'Ingénieure méthodes maintenance',
    entity: 'Maintenance',
    site: 'Saint-Nazaire',
    languages: ['fr', 'en'],
    interfaceLanguage: 'fr',
    askMeAbout: ['animation de communauté', 'GMAO', 'méthodes'],
    about:
      'J’anime la communauté Maintenance et fiabilité depuis un an. Mon plaisir : voir Mulhouse répondre à Porto sans moi.',
    part: { fr: 'anime la communauté Maintenance', en: 'community manager, Maintenance' },
  },
  {
    key: 'karim',
    given: 'Karim',
    family: 'Benali',
    pronouns: 'il',
    jobTitle: 'Technicien de maintenance',
    entity: 'Maintenance',
    site: 'Mulhouse',
    languages: ['fr'],
    interfaceLanguage: 'fr',
    askMeAbout: ['pompes centrifuges', 'alignement laser'],
    about: 'Atelier pompes, équipe du matin. Je lis surtout sur mon téléphone, entre deux interventions.',
    part: { fr: 'technicien, pose des questions', en: 'technician, asks questions' },
  },
  {
    key: 'helene',
    given: 'Hélène',
    family: 'Fabre',
    pronouns: 'elle',
    jobTitle: 'Experte vibrations et machines tournantes',
    entity: 'Recherche et développement',
    site: 'Toulouse',
    languages: ['fr', 'en'],
    interfaceLanguage: 'fr',
    askMeAbout: ['analyse vibratoire', 'roulements', 'cavitation'],
    about:
      'Trente-quatre ans de machines tournantes. Je pars à la retraite au printemps : posez vos questions maintenant.',
    part: { fr: 'experte, part bientôt à la retraite', en: 'expert, retiring soon' },
  },
  {
    key: 'thomas',
    given: 'Thomas',
    family: 'Keller',
    pronouns: 'il',
    jobTitle: 'Technicien instrumentation',
    entity: 'Maintenance',
    site: 'Mulhouse',
    languages: ['fr', 'de'],
    interfaceLanguage: 'fr',
    askMeAbout: ['capteurs', 'automates'],
    about: 'Arrivé la semaine dernière.',
    part: { fr: 'vient d’arriver', en: 'just arrived' },
  },
  {
    key: 'sofia',
    given: 'Sofia',
    family: 'Almeida',
    pronouns: 'she',
    jobTitle: 'Quality engineer',
    entity: 'Qualité',
    site: 'Porto',
    languages: ['en', 'pt', 'fr'],
    interfaceLanguage: 'en',
    askMeAbout: ['supplier audits', '8D', 'shaft alignment'],
    about: 'Quality in Porto, ambassador for the plant. I answer in English, I read French.',
    part: { fr: 'ambassadrice à Porto, en anglais', en: 'ambassador in Porto, reads in English' },
  },
  {
    key: 'marc',
    given: 'Marc',
    family: 'Delorme',
    pronouns: 'il',
    jobTitle: 'Directeur industriel',
    entity: 'Direction générale',
    site: 'Lyon',
    languages: ['fr', 'en'],
    interfaceLanguage: 'fr',
    askMeAbout: ['investissements', 'sécurité'],
    about:
      'Sponsor de la communauté Maintenance : j’y lis ce qui coince, et je réponds de ce que nous décidons.',
    part: { fr: 'directeur, porte la communauté', en: 'director, sponsors the community' },
  },
  {
    key: 'nadia',
    given: 'Nadia',
    family: 'Cherif',
    pronouns: 'elle',
    jobTitle: 'Responsable des outils collaboratifs',
    entity: 'Systèmes d’information',
    site: 'Lyon',
    languages: ['fr', 'en'],
    interfaceLanguage: 'fr',
    askMeAbout: ['Préau', 'Teams', 'droits d’accès'],
    about: 'J’administre Préau : les comptes et les réglages, jamais les conversations.',
    part: { fr: 'administre, sans lire', en: 'administers, without reading' },
  },
  {
    key: 'jean',
    given: 'Jean',
    family: 'Vasseur',
    jobTitle: 'Ingénieur d’application, Roulements Vasseur',
    entity: '',
    site: '',
    languages: ['fr'],
    interfaceLanguage: 'fr',
    askMeAbout: ['roulements', 'lubrification'],
    about: 'Fournisseur d’Arvanne depuis 2009.',
    part: { fr: 'fournisseur, invité', en: 'supplier, guest' },
    guest: true,
  },
]
