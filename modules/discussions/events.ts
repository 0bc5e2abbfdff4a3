import { defineEvent } from '#platform/shared/events.ts'

/** Payloads carry ids only; whoever hears of an event loads what they may see. */
interface OfPost {
  postId: string
}
interface OfComment extends OfPost {
  commentId: string
}

const heardBy = { heardBy: 'readers' } as const

/** `mentioned`: those of the people named in the text who may read it. */
export const postPublished = defineEvent<OfPost & { authorId: string; kind: string; mentioned: string[] }>(
  'postPublished',
  heardBy,
)
/** `mentioned`: those who were not named before. */
export const postEdited = defineEvent<OfPost & { mentioned: string[] }>('postEdited', heardBy)
export const postDeleted = defineEvent<OfPost>('postDeleted', heardBy)
/**
 * Another kind, or another community. In the latter case told once to the community left and once to the one
 * entered, without naming the other: it may be secret.
 */
export const postMoved = defineEvent<OfPost & { kind: string }>('postMoved', heardBy)
/** Closed, or reopened (`closed: false`). */
export const postClosed = defineEvent<OfPost & { closed: boolean }>('postClosed', heardBy)
/** Pinned, or unpinned (`pinned: false`). */
export const postPinned = defineEvent<OfPost & { pinned: boolean }>('postPinned', heardBy)

export const commentAdded = defineEvent<
  OfComment & { authorId: string; parentId: string | null; isAnswer: boolean; mentioned: string[] }
>('commentAdded', heardBy)
export const commentEdited = defineEvent<OfComment & { mentioned: string[] }>('commentEdited', heardBy)
export const commentDeleted = defineEvent<OfComment>('commentDeleted', heardBy)
/** An answer was accepted, or its acceptance withdrawn (`accepted: false`). */
export const answerAccepted = defineEvent<OfComment & { accepted: boolean }>('answerAccepted', heardBy)
/** Who reacted is not said: readers may ask. `commentId` is null for the post itself. */
export const reactionChanged = defineEvent<OfPost & { commentId: string | null }>('reactionChanged', heardBy)
