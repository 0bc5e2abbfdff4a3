import { findVisiblePost } from '#modules/discussions/public.ts'
import type { VisiblePost } from '#modules/discussions/public.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findPoll, findPollToClose, findPollToVote } from './queries.ts'
import type { PollRow } from './queries.ts'

export interface VisiblePoll {
  poll: PollRow
  post: VisiblePost
}

const finders = { read: findPoll, vote: findPollToVote, close: findPollToClose }

/**
 * A poll whose conversation this actor may read now; `vote` and `close` hold it until the transaction ends. Gone
 * with its conversation's text: pollNotFound.
 */
export async function getVisiblePoll(
  ctx: Context,
  pollId: string,
  toDo: keyof typeof finders = 'read',
): Promise<VisiblePoll> {
  const poll = await finders[toDo](ctx.tx, pollId, ctx.now)
  const post = poll && (await findVisiblePost(ctx, poll.postId))
  if (!poll || !post || post.isDeleted) throw new Refusal('pollNotFound')
  return { poll, post }
}
