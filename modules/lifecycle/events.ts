import { defineEvent } from '#platform/shared/events.ts'

/** A manager led the community to another state. */
export const stageChanged = defineEvent<{ from: string; to: string }>('stageChanged', { heardBy: 'readers' })
/** The core group is told of a closing before everybody else. */
export const coreTold = defineEvent<{ memberIds: string[] }>('coreTold')
export const wishMade = defineEvent<{ wishId: string }>('wishMade')
/** `exists`: there is already a community; `opportunity`: one was begun. `memberIds` wished or supported. */
export const wishSettled = defineEvent<{ wishId: string; outcome: string; memberIds: string[] }>(
  'wishSettled',
)
export const peerReviewAsked = defineEvent<{ reviewId: string; memberId: string }>('peerReviewAsked')
export const peerReviewGiven = defineEvent<{ reviewId: string; memberId: string }>('peerReviewGiven')
/** A review's day has come; told to the managers. */
export const reviewDue = defineEvent<{ reviewId: string; kind: string }>('reviewDue')
/** Somebody is asked to take a community over. */
export const takeoverAsked = defineEvent<{ takeoverId: string; memberId: string }>('takeoverAsked')
export const takeoverAnswered = defineEvent<{ memberId: string; answer: string }>('takeoverAnswered')
/** A page was offered; told to the managers of the community that may take it in. */
export const pageOffered = defineEvent<{ transferId: string }>('pageOffered')
export const pageOfferAnswered = defineEvent<{ transferId: string; memberId: string; decision: string }>(
  'pageOfferAnswered',
)
