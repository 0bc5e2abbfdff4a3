import type { Metric } from './metric.ts'

/** Core, occasional, readers, absent, and who moves between them. */
export const circles: readonly Metric[] = [
  {
    id: 'M04',
    question: 'carriers',
    unit: '%',
    privacyClass: 'A5',
    grain: 'weeks13',
    k: null,
    parts: ['core', 'occasional', 'silent'],
    sql: {
      statement: 'countPeople',
      value:
        'core / quarterMembers; occasional / quarterMembers. Readers and absent rest on presence: release engine',
    },
    benchmark: {
      text: 'benchmark.M04',
      source:
        'websitemagazine.com, “Disproving the 90-9-1 rule” [S41]; stangarfield.medium.com, “90-9-1” [S45]',
    },
    from: 'rollup',
  },
  {
    id: 'M05',
    question: 'carriers',
    unit: '%',
    privacyClass: 'A10',
    grain: 'weeks13',
    k: 10,
    sql: null,
    benchmark: null,
    parts: ['up', 'held', 'down'],
    from: 'release',
  },
]
