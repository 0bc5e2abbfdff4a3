import type { Metric } from './metric.ts'

const people = (value: string) => ({ statement: 'countPeople', value })

/** Who is here, and who takes part. */
export const life: readonly Metric[] = [
  {
    id: 'M01',
    question: 'life',
    unit: '%',
    privacyClass: 'A5',
    grain: 'now',
    k: null,
    sql: people('employeeMembers / employees'),
    benchmark: { text: 'benchmark.M01', source: '01net.it, 10/11/2022 [S14]' },
    from: 'rollup',
  },
  {
    id: 'M02',
    question: 'life',
    unit: '%',
    privacyClass: 'A5',
    grain: 'month',
    k: null,
    parts: ['half'],
    sql: people('interactive / members; half: interactiveHalf / members'),
    benchmark: {
      text: 'benchmark.M02',
      source: 'support.swoopanalytics.com 14342265685401 [S8], 115002987111 [S5]',
    },
    from: 'rollup',
  },
  {
    id: 'M03',
    question: 'life',
    unit: '%',
    privacyClass: 'A5',
    grain: 'month',
    k: null,
    sql: people('contributors / members'),
    benchmark: {
      text: 'benchmark.M03',
      source: 'stangarfield.medium.com, “90-9-1” [S45]; websitemagazine.com [S41]',
    },
    from: 'rollup',
  },
  {
    id: 'M06',
    question: 'life',
    unit: '%',
    privacyClass: 'A5',
    grain: 'month',
    k: null,
    sql: people('weeklyPeople / weeks / weeksPeople'),
    benchmark: { text: 'benchmark.M06', source: 'discourse/discourse, reports [S25]' },
    from: 'rollup',
  },
  {
    id: 'M07',
    question: 'life',
    unit: '%',
    privacyClass: 'A5',
    grain: 'month',
    k: null,
    sql: people('interactive / interactiveYear'),
    benchmark: null,
    from: 'rollup',
  },
]
