import type { Actor } from '#platform/context.ts'

/** `true`, or the reason of the refusal, which the client turns into words. */
export type Decision = true | string

/** How one person stands to the community of a post, read in the same statement as the post. */
export interface StandingFacts {
  isMember: boolean
  roles: readonly string[]
  isBanned: boolean
  /** For some days they read and do not write. */
  isPaused?: boolean
  isArchived: boolean
  hasAcceptedCharter: boolean
}

/** What the policy needs to know of a post that the actor may read. */
export interface PostFacts extends StandingFacts {
  kind: string
  authorId: string
  /** The author can no longer sign in, or has left the community; only asked for a manager. */
  isAuthorGone: boolean
  isDeleted: boolean
  isClosed: boolean
}

export interface CommentFacts {
  authorId: string
  isAnswer: boolean
  isDeleted: boolean
  parentId: string | null
}

const isSystem = (actor: Actor): boolean => actor.kind === 'system'
const isSelf = (actor: Actor, memberId: string): boolean =>
  actor.kind === 'member' && actor.memberId === memberId

/** The same decision as the communities' own, over the facts read here: nobody acts where they cannot take part. */
export function canParticipate(actor: Actor, facts: StandingFacts): Decision {
  if (isSystem(actor)) return true
  if (facts.isArchived) return 'archived'
  if (!facts.isMember) return facts.isBanned ? 'banned' : 'joinFirst'
  if (facts.isPaused) return 'paused'
  return facts.hasAcceptedCharter ? true : 'charterToAccept'
}

const moderates = (actor: Actor, facts: StandingFacts): boolean =>
  isSystem(actor) ||
  (facts.isMember && (facts.roles.includes('manager') || facts.roles.includes('moderator')))

const living = (facts: PostFacts): Decision => (facts.isDeleted ? 'postDeleted' : true)

const all = (...decisions: Decision[]): Decision => decisions.find((decision) => decision !== true) ?? true

export const canComment = (actor: Actor, facts: PostFacts): Decision =>
  all(canParticipate(actor, facts), living(facts), facts.isClosed ? 'postClosed' : true)

export const canReact = (actor: Actor, facts: PostFacts): Decision =>
  all(canParticipate(actor, facts), living(facts))

/** Reading is enough: readers are helped too. Never one's own text. */
export const canMarkHelped = (
  actor: Actor,
  facts: PostFacts,
  text: { authorId: string; isDeleted: boolean },
): Decision =>
  all(living(facts), text.isDeleted ? 'postDeleted' : true, isSelf(actor, text.authorId) ? 'ownText' : true)

export const canEdit = (actor: Actor, facts: PostFacts): Decision =>
  all(isSelf(actor, facts.authorId) ? true : 'authorOnly', living(facts), canParticipate(actor, facts))

/** One's own words may be taken back by whoever can still read them, member or not; by the system when it erases them. */
export const canDelete = (actor: Actor, facts: PostFacts): Decision =>
  all(isSystem(actor) || isSelf(actor, facts.authorId) ? true : 'authorOnly', living(facts))

export const canEditComment = (actor: Actor, facts: PostFacts, comment: CommentFacts): Decision =>
  all(
    isSelf(actor, comment.authorId) ? true : 'authorOnly',
    comment.isDeleted ? 'postDeleted' : true,
    canParticipate(actor, facts),
  )

export const canDeleteComment = (actor: Actor, comment: CommentFacts): Decision =>
  all(
    isSystem(actor) || isSelf(actor, comment.authorId) ? true : 'authorOnly',
    comment.isDeleted ? 'postDeleted' : true,
  )

export const canPin = (actor: Actor, facts: PostFacts): Decision =>
  all(moderates(actor, facts) ? true : 'moderatorsOnly', living(facts))

/** Its author while they take part, or a moderator: close, reopen, change the kind, move away. */
export function canArrange(actor: Actor, facts: PostFacts): Decision {
  if (facts.isDeleted) return 'postDeleted'
  if (moderates(actor, facts)) return true
  return isSelf(actor, facts.authorId) ? canParticipate(actor, facts) : 'authorOrModeratorOnly'
}

export const canClose = (actor: Actor, facts: PostFacts): Decision =>
  all(canArrange(actor, facts), facts.isClosed ? 'alreadyClosed' : true)

/**
 * A move needs the same right at both ends: an author who may write there, or somebody who moderates there.
 * `there` is the target as this actor may use it; it is known to be readable.
 */
export function canMove(
  actor: Actor,
  facts: PostFacts,
  there: { participate: boolean; moderate: boolean },
): Decision {
  const here = canArrange(actor, facts)
  if (here !== true) return here
  if (isSystem(actor)) return true
  if (isSelf(actor, facts.authorId)) return there.participate ? true : 'noRightThere'
  return there.moderate ? true : 'noRightThere'
}

/** Everybody is disturbed by somebody who answers for it. */
export const canNameEveryone = (actor: Actor, roles: readonly string[]): Decision =>
  isSystem(actor) || roles.includes('manager') ? true : 'managersNameEveryone'

/**
 * Words leave their community by its rule: an open one's may, a closed one's when its managers decided so, a secret
 * one's never.
 */
export function canShare(
  facts: Pick<PostFacts, 'isDeleted'>,
  source: { visibility: string; isSharingAllowed: boolean | null },
): Decision {
  if (facts.isDeleted) return 'postDeleted'
  if (source.visibility === 'open') return true
  return source.visibility === 'closed' && source.isSharingAllowed === true ? true : 'notShareable'
}

/** The asker decides; a manager may when the asker is gone. */
export function canAccept(actor: Actor, facts: PostFacts): Decision {
  if (facts.isDeleted) return 'postDeleted'
  if (facts.kind !== 'question') return 'notAQuestion'
  if (isSystem(actor)) return true
  const takesPart = canParticipate(actor, facts)
  if (takesPart !== true) return takesPart
  if (isSelf(actor, facts.authorId)) return true
  return facts.isAuthorGone && facts.roles.includes('manager') ? true : 'askerOnly'
}
