import { defineEvent } from '#platform/shared/events.ts'

// Ids only. What was said without a name is emitted by the system and names nobody: neither author nor text.
const readers = { heardBy: 'readers' } as const
const oneself = { heardBy: 'member' } as const

interface OfDebate {
  debateId: string
}
interface ToOne extends OfDebate {
  memberId: string
}

/** Something in a debate changed: an argument, a support, a vote, a text. Whose is not said. */
export const debateChanged = defineEvent<OfDebate>('debateChanged', readers)
export const debateReviewAsked = defineEvent<ToOne>('debateReviewAsked', oneself)
/** For the managers: a reader has answered. */
export const debateReviewed = defineEvent<OfDebate>('debateReviewed')
export const debateOpened = defineEvent<OfDebate>('debateOpened', readers)
export const debateExtended = defineEvent<OfDebate>('debateExtended', readers)
export const debateClosed = defineEvent<OfDebate>('debateClosed', readers)
export const debateAskedFor = defineEvent<{ wishId: string }>('debateAskedFor')
/** For who asked: it is being prepared, or the reason why not. */
export const debateWishAnswered = defineEvent<{ memberId: string; wishId: string }>(
  'debateWishAnswered',
  oneself,
)
/** For one author; which text is not said, for it may carry no name. `what`: merged, keptMerged, takenOut, returned, restored, askedSource, nameOpened. */
export const argumentTouched = defineEvent<ToOne & { what: string }>('argumentTouched', oneself)
/** For those who run the community. `what`: objection, appeal, nameRequest. */
export const debateNeedsManager = defineEvent<OfDebate & { what: string; without: string | null }>(
  'debateNeedsManager',
)
export const synthesisPublished = defineEvent<OfDebate>('synthesisPublished', readers)
export const debateDecisionAsked = defineEvent<ToOne>('debateDecisionAsked', oneself)
/** `day`: days since the date, negative before it. */
export const debateDecisionReminded = defineEvent<ToOne & { day: number }>('debateDecisionReminded', oneself)
/** A decision, or the reason for its absence, is published. */
export const debateDecided = defineEvent<OfDebate>('debateDecided', readers)
