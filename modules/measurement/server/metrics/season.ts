import type { Metric } from './metric.ts'

/** Is it normal for the season? */
export const season: readonly Metric[] = [
  {
    id: 'M33',
    question: 'season',
    unit: 'ratio',
    privacyClass: 'A5',
    grain: 'week',
    k: null,
    sql: {
      statement: 'rollup_week',
      value: 'contributions / (same ISO week last year × last 8 weeks / same 8 weeks last year)',
    },
    benchmark: { text: 'benchmark.M33', source: 'sharee.fr [S65]' },
    from: 'season',
  },
]
