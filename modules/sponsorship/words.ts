// Closed vocabularies without a byte of schema, so that the browser may load them.
export const commitmentKinds = ['answer', 'visit', 'post', 'other'] as const
export type CommitmentKind = (typeof commitmentKinds)[number]

export const promiseStates = ['promised', 'done', 'late', 'paused', 'refused', 'withdrawn'] as const
export type PromiseState = (typeof promiseStates)[number]

/** Days before the end of the month (or the date) on which a sponsor is reminded, when nothing has been done yet. */
export const reminderDays = [7, 2] as const

/** Days between the announcement of a room without hierarchy and its first day; the same for its end. */
export const roomNotice = 7
