import { defineEvent } from '#platform/shared/events.ts'

// Ids only, and no reporter in anything that leaves the server: `heardBy: 'member'` goes to that person alone.

interface OfCase {
  caseId: string
}

/** Somebody reported a text. `route` says whom to tell: its moderators, the mediators, the legal desk. */
export const textReported = defineEvent<OfCase & { route: string; isFirst: boolean }>('textReported')
/** To each person who reported: the case is closed. */
export const reportAnswered = defineEvent<OfCase & { memberId: string; reportId: string }>('reportAnswered', {
  heardBy: 'member',
  tells: ['memberId', 'reportId'],
})
/** To whoever reported something against the law: the notice was received by a person. */
export const noticeAcknowledged = defineEvent<{ memberId: string; reportId: string }>('noticeAcknowledged', {
  heardBy: 'member',
})
/** A note on a text, to its other person. */
export const noteWritten = defineEvent<{ memberId: string; threadId: string; byMemberId: string }>(
  'noteWritten',
  { heardBy: 'member', tells: ['memberId', 'threadId'] },
)
/** A member is asked to write to an author, as a peer. */
export const peerAsked = defineEvent<{ memberId: string; requestId: string }>('peerAsked', {
  heardBy: 'member',
})
/** The peer wrote, or not this time; for who asked. */
export const peerAnswered = defineEvent<OfCase & { memberId: string }>('peerAnswered', { heardBy: 'member' })
/** To the author: a word about one of their texts; `step` is `message` or `correction`. */
export const authorWritten = defineEvent<OfCase & { memberId: string; step: string }>('authorWritten', {
  heardBy: 'member',
})
/** The author changed the text as asked. */
export const textCorrected = defineEvent<OfCase>('textCorrected')
/** A second person is needed: somebody else of the community, or a mediator (`toMediators`). */
export const measureProposed = defineEvent<OfCase & { measureId: string; toMediators: boolean }>(
  'measureProposed',
)
/** To the author: hidden, paused, taken down. */
export const measureTaken = defineEvent<OfCase & { memberId: string; measureId: string; kind: string }>(
  'measureTaken',
  { heardBy: 'member' },
)
/** To the author: shown again, or the pause is over before its time. */
export const measureLifted = defineEvent<OfCase & { memberId: string; measureId: string; kind: string }>(
  'measureLifted',
  { heardBy: 'member' },
)
/** The author asks for another look. */
export const appealMade = defineEvent<OfCase & { measureId: string; toMediators: boolean }>('appealMade')
/** To the author: what the other person decided. */
export const appealDecided = defineEvent<OfCase & { memberId: string; measureId: string; decision: string }>(
  'appealDecided',
  { heardBy: 'member' },
)
/** To the managers, once a year: the charter wants to be read again. */
export const charterReviewDue = defineEvent<Record<string, never>>('charterReviewDue')
