import type { Metric } from './metric.ts'

const threads = (value: string) => ({ statement: 'listThreads', value })

/** Do people find an answer? */
export const answers: readonly Metric[] = [
  {
    id: 'M14',
    question: 'answers',
    unit: 'bh',
    privacyClass: 'P',
    grain: 'month',
    k: null,
    parts: ['p75', 'p90', 'member', 'manager'],
    sql: threads(
      'Kaplan–Meier over repliedAt − createdAt in business hours, unanswered censored at the period’s end',
    ),
    benchmark: { text: 'benchmark.M14', source: 'communities.gainsight.com, topic 22465 [S63]' },
    from: 'rollup',
  },
  {
    id: 'M13',
    question: 'answers',
    unit: '%',
    privacyClass: 'P',
    grain: 'month',
    k: null,
    sql: threads('repliedAt within 7 days / conversations older than 7 days'),
    benchmark: { text: 'benchmark.M13', source: 'support.swoopanalytics.com 360055200072 [S7]' },
    reference: 58,
    from: 'rollup',
  },
  {
    id: 'M15',
    question: 'answers',
    unit: 'questions',
    privacyClass: 'P',
    grain: 'now',
    k: null,
    parts: ['under1', 'from1to2', 'from2to5', 'over5'],
    sql: { statement: 'listUnansweredQuestions', value: 'count by age in business days' },
    benchmark: null,
    from: 'rollup',
  },
  {
    id: 'M16',
    question: 'answers',
    unit: '%',
    privacyClass: 'P',
    grain: 'month',
    k: null,
    sql: threads('accepted / questions older than 7 days'),
    benchmark: null,
    from: 'rollup',
  },
  {
    id: 'M18',
    question: 'answers',
    unit: '%',
    privacyClass: 'P',
    grain: 'month',
    k: null,
    sql: threads('questions / conversations'),
    benchmark: null,
    from: 'rollup',
  },
]
