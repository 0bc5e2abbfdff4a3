/** The charts' own words, for pages and files alike. */
export interface ChartWords {
  interval: string
  cases: string
  noValue: string
  expected: string
  between: (low: string, high: string) => string
  window: string
  benchmark: string
  noBenchmark: string
  asTable: string
  howComputed: string
  actions: string
  /** `label: value`, with the space that the language puts before a colon. */
  says: (label: string, value: string) => string
}

const fr: ChartWords = {
  interval: 'Intervalle à 95\u202f%',
  cases: 'n',
  noValue: 'non publié',
  expected: 'Attendu',
  between: (low, high) => `${low} à ${high}`,
  window: 'Période',
  benchmark: 'Repère',
  noBenchmark: 'Pas de référence publiée\u00a0: comparez avec vous-même.',
  asTable: 'Voir les chiffres en tableau',
  howComputed: 'Comment ce chiffre est calculé',
  actions: 'Ce qui a été fait',
  says: (label, value) => `${label}\u00a0: ${value}`,
}
const en: ChartWords = {
  interval: '95% interval',
  cases: 'n',
  noValue: 'not published',
  expected: 'Expected',
  between: (low, high) => `${low} to ${high}`,
  window: 'Period',
  benchmark: 'Benchmark',
  noBenchmark: 'No published reference: compare with yourself.',
  asTable: 'See the figures as a table',
  howComputed: 'How this figure is computed',
  actions: 'What was done',
  says: (label, value) => `${label}: ${value}`,
}

export const chartWords = (language: string): ChartWords => (language.startsWith('en') ? en : fr)
