import { defineEvent } from '#platform/shared/events.ts'

/** Payloads carry ids only; whoever hears of an event loads what they may see. */
interface OfPage {
  pageId: string
}
const heardBy = { heardBy: 'readers' } as const

/** A page was written, or came into this community from another one, or was taken out of the bin. */
export const pagePublished = defineEvent<OfPage & { authorId: string; postIds: string[] }>(
  'pagePublished',
  heardBy,
)
/** Its text, title or tags (`version` grew), or who answers for it and until when. */
export const pageChanged = defineEvent<OfPage & { version: number }>('pageChanged', heardBy)
/** Somebody said that it is still true. */
export const pageReviewed = defineEvent<OfPage>('pageReviewed', heardBy)
/** Withdrawn, and from now on marked obsolete; or taken back into use (`withdrawn: false`). */
export const pageWithdrawn = defineEvent<OfPage & { withdrawn: boolean }>('pageWithdrawn', heardBy)
/** Deleted, or moved out of this community. */
export const pageDeleted = defineEvent<OfPage>('pageDeleted', heardBy)
/** The review date has come: told once a day for each page, to its owner. */
export const pageReviewDue = defineEvent<OfPage & { ownerId: string | null }>('pageReviewDue')
