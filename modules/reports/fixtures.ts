import type { Report, ReportChart } from './contract.ts'
import { competencies, sectionKeys } from './words.ts'
import type { Texts } from './words.ts'

/** A report in which nobody wrote anything yet. */
export const emptyTexts = Object.fromEntries(sectionKeys.map((key) => [key, ''])) as Texts

const id = (n: number) => `0197b5a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const card = {
  id: id(1),
  displayName: 'Sofia Almeida',
  photoUrl: null,
  jobTitle: null,
  entityName: null,
  kind: 'employee' as const,
  isFormer: false,
}
const chart = (key: string, title: string): ReportChart => ({
  key,
  title,
  description: 'Valeurs relevées depuis le point de départ.',
  unit: '',
  basis: 'n\u202f=\u202f6',
  points: [42, 40, 41, 36, null, 31].map((value, index) => ({
    label: `mois ${index + 1}`,
    short: `m${index + 1}`,
    value,
    n: value === null ? null : 20 + index,
  })),
  baseline: key === 'problem' ? 42 : null,
  target: key === 'problem' ? 20 : null,
  notes: key === 'problem' ? [{ label: 'mois 3', date: '5 mars 2026', text: 'Atelier à Porto' }] : [],
  columns: { label: 'Mois', value: title, n: 'n' },
})

/** A report with something in every section. */
export const aReport = (): Report => ({
  id: id(2),
  community: { id: id(3), slug: 'maintenance', name: { fr: 'Maintenance' } },
  month: '2026-10',
  language: 'fr',
  textLanguage: 'fr',
  status: 'published',
  version: 2,
  latestPublished: 2,
  publishedAt: '2026-11-04T09:00:00.000Z',
  publishedBy: { ...card, displayName: 'Claire Morvan' },
  note: null,
  isSuperseded: false,
  title: 'Rapport mensuel\u00a0: Maintenance et fiabilité',
  period: 'octobre 2026',
  headings: Object.fromEntries(
    [...sectionKeys, 'annex', 'stories', 'maturity', 'releases', 'versions', 'definitions'].map((key) => [
      key,
      `Titre ${key}`,
    ]),
  ),
  texts: { ...emptyTexts, problem: 'Les arrêts reculent, un palier à la fois.' },
  problem: {
    sentences: [{ key: 'value', text: 'Arrêts par mois\u00a0: 31 au 28 octobre 2026.' }],
    chart: chart('problem', 'Arrêts par mois'),
  },
  facts: ['Un', 'Deux', 'Trois'].map((text) => ({
    key: text,
    text: `${text} fait qui compte, dit en une phrase.`,
    basis: 'n = 41 · intervalle à 95\u202f% : 44\u202f% à 72\u202f%',
    season: 'Observé\u00a0: 93\u202f% de l’attendu de saison.',
  })),
  voices: [
    { id: id(4), quote: 'Deux coups par mois.', state: 'yes', author: card, postId: id(5) },
    { id: id(6), quote: 'Merci à Porto.', state: 'yes', author: null, postId: null },
    { id: id(7), quote: 'On ne cherche plus seul.', state: 'yes', author: card, postId: id(5) },
  ],
  health: ['M02', 'M09', 'M13', 'M14', 'M20'].map((one) => ({
    id: one,
    name: `Chiffre ${one}`,
    value: '58\u202f%',
    n: 41,
    interval: 'intervalle à 95\u202f% : 44\u202f% à 72\u202f%',
    previous: '52\u202f%',
    change: 'unclear',
    window: '1 au 31 octobre 2026',
    benchmark: null,
    definition: 'Ce qui est compté, et ce qui ne l’est pas.',
  })),
  season: [{ key: 'gap', text: 'Activité observée\u00a0: 93\u202f% de ce que la saison laisse attendre.' }],
  decisions: [
    {
      kind: 'own',
      id: id(8),
      text: 'Deux heures par semaine pour les experts',
      owner: { ...card, displayName: 'Marc Delorme' },
      due: '2026-11-30',
      askedOn: '2026-10-20',
      isLate: false,
      answer: null,
      answeredOn: null,
    },
  ],
  unknown: [
    { key: 'fewCases', text: 'Trop peu de cas pour un pourcentage\u00a0: nouveaux qui reviennent.' },
    { key: 'silent', text: 'Ce que pensent celles et ceux qui lisent sans écrire.' },
  ],
  annex: {
    charts: [chart('M13', 'Part des conversations avec réponse'), chart('M14', 'Délai médian')],
    stories: [
      {
        id: id(9),
        cycle: 'realized',
        what: 'Le palier de Porto n’est plus tombé.',
        language: 'fr',
        evidenceUrl: '/posts/1',
        hours: 12,
        indicator: null,
        happenedOn: '2026-10-20',
        quarter: '2026-Q4',
        toldBy: card,
        people: [],
        isShared: true,
      },
    ],
    maturity: {
      half: '2e semestre 2026',
      levels: competencies.map((competency, index) => ({ competency, level: 1 + (index % 4) })),
    },
    releases: [{ name: 'Circles', cell: 'Mulhouse', value: '40\u202f%', n: '10-19' }],
    published: [{ version: 2, at: '2026-11-04T09:00:00.000Z', note: null }],
  },
  can: { edit: false },
})
