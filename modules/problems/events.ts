import { defineEvent } from '#platform/shared/events.ts'

/** Indicator, value, note or review changed: readers look again. */
export const problemChanged = defineEvent<{
  what: 'indicator' | 'value' | 'intervention' | 'comparison' | 'review'
}>('problemChanged', { heardBy: 'readers' })
/** A review ended in a decision; for the life cycle. */
export const problemReviewed = defineEvent<{ reviewId: string; decision: string }>('problemReviewed')
/** The next value is due today; once for each due date. */
export const problemValueDue = defineEvent<{ dueOn: string }>('problemValueDue')
