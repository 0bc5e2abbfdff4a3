import type { Metric } from './metric.ts'

const people = (value: string) => ({ statement: 'countPeople', value })

/** Who carries the community. */
export const carriers: readonly Metric[] = [
  {
    id: 'M08',
    question: 'carriers',
    unit: 'people',
    privacyClass: 'A10',
    grain: 'weeks13',
    k: 10,
    parts: ['gini'],
    sql: people('perPerson: fewest people with half of the contributions; gini'),
    benchmark: { text: 'benchmark.M08', source: 'chaoss/wg-risk, contributor-absence-factor [S29]' },
    from: 'rollup',
  },
  {
    id: 'M09',
    question: 'carriers',
    unit: '%',
    privacyClass: 'A5',
    grain: 'month',
    k: null,
    sql: people('(contributions − contributionsByManagers) / contributions'),
    benchmark: { text: 'benchmark.M09', source: 'cultivate.ning.com, lifecycle [S49, S50]' },
    reference: 50,
    from: 'rollup',
  },
  {
    id: 'M12',
    question: 'carriers',
    unit: '%',
    privacyClass: 'P',
    grain: 'month',
    k: null,
    sql: { statement: 'listThreads', value: 'first answer by a manager / answered by another' },
    benchmark: null,
    from: 'rollup',
  },
  {
    id: 'M17',
    question: 'carriers',
    unit: 'ratio',
    privacyClass: 'A5',
    grain: 'weeks13',
    k: null,
    sql: people('answerers / answers'),
    benchmark: null,
    from: 'rollup',
  },
]
