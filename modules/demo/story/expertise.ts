/** Who said what of whom, on what occasion. Subjects as the person declares them; `by` and `of` are keys of the cast. */
export const confirmations: readonly {
  of: string
  skill: string
  by: string
  ago: number
  occasion: string
}[] = [
  {
    of: 'helene',
    skill: 'roulements',
    by: 'karim',
    ago: 9 * 24,
    occasion:
      'La P-117, en février : elle a trouvé le défaut de portée que nous cherchions depuis trois mois.',
  },
  {
    of: 'helene',
    skill: 'roulements',
    by: 'claire',
    ago: 60 * 24,
    occasion: 'Son atelier de deux jours pour les techniciens de Mulhouse, en avril.',
  },
  {
    of: 'helene',
    skill: 'analyse vibratoire',
    by: 'sofia',
    ago: 41 * 24,
    occasion: 'She read our spectra from Porto over the phone and was right about the coupling.',
  },
  {
    of: 'karim',
    skill: 'alignement laser',
    by: 'sofia',
    ago: 8 * 24,
    occasion: 'He repeated our hot alignment on the P-117 within a day and sent the values.',
  },
  {
    of: 'claire',
    skill: 'GMAO',
    by: 'karim',
    ago: 130 * 24,
    occasion: 'La reprise des gammes de l’atelier pompes.',
  },
  {
    of: 'sofia',
    skill: 'shaft alignment',
    by: 'helene',
    ago: 6 * 24,
    occasion: 'La méthode à chaud de Porto, vérifiée sur trois machines à Toulouse.',
  },
]

/** Subjects on which members of the cast agree to be named. */
export const volunteers: Readonly<Record<string, readonly string[]>> = {
  helene: ['roulements', 'analyse vibratoire', 'cavitation'],
  sofia: ['shaft alignment'],
  claire: ['GMAO'],
}

export const castProjects: Readonly<
  Record<string, readonly { name: string; role: string; fromYear: number; toYear: number | null }[]>
> = {
  helene: [
    { name: 'Ligne 4 de Mulhouse', role: 'Réception des machines tournantes', fromYear: 2021, toYear: 2023 },
    { name: 'Banc d’essai de Toulouse', role: 'Responsable', fromYear: 2009, toYear: null },
  ],
  karim: [{ name: 'Ligne 4 de Mulhouse', role: 'Mise en service', fromYear: 2022, toYear: 2023 }],
  claire: [{ name: 'Nouvelle GMAO', role: 'Pilote côté maintenance', fromYear: 2023, toYear: 2024 }],
  sofia: [{ name: 'Nouvelle GMAO', role: 'Key user, Porto', fromYear: 2023, toYear: 2024 }],
  thomas: [{ name: 'Capteurs sans fil', role: 'Câblage et essais', fromYear: 2025, toYear: null }],
}
export const castInterests: Readonly<Record<string, readonly string[]>> = {
  helene: ['acoustique', 'montagne'],
  karim: ['impression 3D', 'photographie'],
  claire: ['montagne', 'facilitation'],
  thomas: ['impression 3D', 'roulements'],
  sofia: ['photographie', 'lubrification'],
  marc: ['montagne'],
}

/** What the others are given, by seeded chance. */
export const projectIdeas: readonly { name: string; fromYear: number; toYear: number | null }[] = [
  { name: 'Ligne 4 de Mulhouse', fromYear: 2021, toYear: 2023 },
  { name: 'Nouvelle GMAO', fromYear: 2023, toYear: 2024 },
  { name: 'Capteurs sans fil', fromYear: 2025, toYear: null },
  { name: 'Atelier sans papier', fromYear: 2024, toYear: null },
  { name: 'Réduction des rejets', fromYear: 2022, toYear: null },
]
export const interestIdeas = [
  'acoustique',
  'montagne',
  'impression 3D',
  'photographie',
  'potager',
  'vélo',
  'échecs',
  'métrologie',
  'énergie',
] as const

/** Questions that their author brought to somebody, by title. */
export const requests: readonly { title: string; to: string; ago: number; note: string | null }[] = [
  {
    title: 'Which wireless vibration sensor survives a wash-down area?',
    to: 'sofia',
    ago: 30,
    note: 'You audited two sensor suppliers last year, I think.',
  },
  {
    title: 'Comment clôturer un bon de travail quand la pièce arrive après l’intervention ?',
    to: 'karim',
    ago: 26,
    note: null,
  },
]
