import { defineEvent } from '#platform/shared/events.ts'

/** Payloads carry ids only; whoever hears of an event loads what they may see. */
interface OfPost {
  postId: string
}
interface OfComment extends OfPost {
  commentId: string
}

const heardBy = { heardBy: 'readers' } as const

/**
 * `mentioned`: those of the people named in the text who may read it. `groups`: groups of its community that it names
 * (`managers`, `moderators`, `experts`, `ambassadors`, `everyone`); who that is, `listMentionedMembers` says when
 * people are told. Absent: none.
 */
interface Naming {
  mentioned: string[]
  groups?: string[]
}
export const postPublished = defineEvent<OfPost & Naming & { authorId: string; kind: string }>(
  'postPublished',
  heardBy,
)
/** `mentioned` and `groups`: those not named before. Also told when a translation is written or removed. */
export const postEdited = defineEvent<OfPost & Naming>('postEdited', heardBy)
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
  OfComment & Naming & { authorId: string; parentId: string | null; isAnswer: boolean }
>('commentAdded', heardBy)
export const commentEdited = defineEvent<OfComment & Naming>('commentEdited', heardBy)
export const commentDeleted = defineEvent<OfComment>('commentDeleted', heardBy)
/** An answer was accepted, or its acceptance withdrawn (`accepted: false`). */
export const answerAccepted = defineEvent<OfComment & { accepted: boolean }>('answerAccepted', heardBy)
/** Who reacted is not said: readers may ask. `commentId` is null for the post itself. */
export const reactionChanged = defineEvent<OfPost & { commentId: string | null }>('reactionChanged', heardBy)
/** Hidden under the charter or the law: for readers as if deleted. `commentId` is null for the post itself. */
export const textHidden = defineEvent<OfPost & { commentId: string | null }>('textHidden', heardBy)
/** Shown again, as it was. */
export const textShown = defineEvent<OfPost & { commentId: string | null }>('textShown', heardBy)
