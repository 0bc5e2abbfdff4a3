// Closed vocabularies of problems, without a byte of schema.

/** By whom something was done: a role, never a name. */
export const doers = [
  'managers',
  'experts',
  'ambassadors',
  'sponsor',
  'members',
  'partners',
  'others',
] as const
export type Doer = (typeof doers)[number]
export const reviewDecisions = ['continue', 'change', 'close'] as const
export type ReviewDecision = (typeof reviewDecisions)[number]
/** How a value came in. */
export const ways = ['hand', 'csv', 'api'] as const
/** What became of one line of a file. */
export const rowOutcomes = ['added', 'corrected', 'same', 'refused'] as const
/** Why a line was refused. */
export const rowReasons = [
  'noDate',
  'badDate',
  'future',
  'noValue',
  'badValue',
  'formula',
  'tooLong',
  'twice',
] as const
export type RowReason = (typeof rowReasons)[number]
/** How often the value is asked for. */
export const rhythms = ['month', 'quarter'] as const
export type Rhythm = (typeof rhythms)[number]
