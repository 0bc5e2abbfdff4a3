import type { Actor } from '#platform/context.ts'

/** `true`, or the reason of the refusal, which the client turns into words. */
export type Decision = true | string

/** What the policy needs to know of a page that the actor may read. */
export interface PageFacts {
  ownerId: string | null
  /** The owner can no longer sign in or has left the community. */
  isOwnerGone: boolean
  /** The actor is credited for it. */
  isAuthor: boolean
  isLocked: boolean
  isWithdrawn: boolean
  isDeleted: boolean
}

/** How the actor stands to its community, as communities decided. */
export interface Place {
  can: { participate: boolean; moderate: boolean }
  participationRefusal: string | null
}

const all = (...decisions: Decision[]): Decision => decisions.find((decision) => decision !== true) ?? true

const isSystem = (actor: Actor): boolean => actor.kind === 'system'
const isOwner = (actor: Actor, page: PageFacts): boolean =>
  actor.kind === 'member' && page.ownerId === actor.memberId

const takesPart = (actor: Actor, place: Place): Decision =>
  isSystem(actor) || place.can.participate ? true : (place.participationRefusal ?? 'joinFirst')
const living = (page: PageFacts): Decision => (page.isDeleted ? 'pageDeleted' : true)
/** Those who keep a page: its owner, whoever moderates, and its authors while nobody answers for it. */
const keeps = (actor: Actor, page: PageFacts, place: Place): Decision =>
  isSystem(actor) ||
  place.can.moderate ||
  isOwner(actor, page) ||
  (page.isAuthor && (page.ownerId === null || page.isOwnerGone))
    ? true
    : 'keepersOnly'

/** Any member of the community, unless the page is locked: then its authors and those who keep it. */
export const canChange = (actor: Actor, page: PageFacts, place: Place): Decision =>
  all(
    takesPart(actor, place),
    living(page),
    !page.isLocked || page.isAuthor || keeps(actor, page, place) === true ? true : 'pageLocked',
  )

/** Still true: whoever wrote it or keeps it. A withdrawn page is taken back into use instead. */
export const canReview = (actor: Actor, page: PageFacts, place: Place): Decision =>
  all(
    takesPart(actor, place),
    living(page),
    page.isWithdrawn ? 'pageWithdrawn' : true,
    page.isAuthor ? true : keeps(actor, page, place),
  )

/** Owner, review date, lock. */
export const canArrange = (actor: Actor, page: PageFacts, place: Place): Decision =>
  all(takesPart(actor, place), living(page), keeps(actor, page, place))

/** Withdrawing, and taking back into use. */
export const canWithdraw = (actor: Actor, page: PageFacts, place: Place): Decision =>
  all(takesPart(actor, place), living(page), keeps(actor, page, place))

export const canDelete = (actor: Actor, page: PageFacts, place: Place): Decision =>
  all(takesPart(actor, place), living(page), keeps(actor, page, place))

export const canRestore = (actor: Actor, page: PageFacts, place: Place): Decision =>
  all(takesPart(actor, place), page.isDeleted ? true : 'notDeleted', keeps(actor, page, place))

/** A move needs the right to arrange here and to write there. */
export const canMove = (actor: Actor, page: PageFacts, place: Place): Decision =>
  canArrange(actor, page, place)
export const canMoveTo = (actor: Actor, there: Place): Decision =>
  takesPart(actor, there) === true ? true : 'noRightThere'

/** Saying it in another language is writing a page. */
export const canTranslate = (actor: Actor, page: PageFacts, place: Place): Decision =>
  all(takesPart(actor, place), living(page))

/** Collections are kept by those who moderate. */
export const canCollect = (actor: Actor, page: PageFacts, place: Place): Decision =>
  all(takesPart(actor, place), living(page), place.can.moderate ? true : 'moderatorsOnly')
