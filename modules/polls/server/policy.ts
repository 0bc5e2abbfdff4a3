import type { VisiblePost } from '#modules/discussions/public.ts'
import type { Actor } from '#platform/context.ts'

/** Facts of a poll that decide. */
export interface PollFacts {
  createdBy: string
  isOver: boolean
}

/** Whoever asked, and the community's managers, close it and make a gathering of it. */
export const canRun = (actor: Actor, poll: PollFacts, post: Pick<VisiblePost, 'roles'>): true | string =>
  actor.kind === 'system' ||
  (actor.kind === 'member' && (actor.memberId === poll.createdBy || post.roles.includes('manager')))
    ? true
    : 'authorOrManagerOnly'
