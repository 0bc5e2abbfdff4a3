import type { Poll, PollResult } from '#modules/polls/contract.ts'
import { pollClosed } from '#modules/polls/events.ts'
import { findVisiblePost } from '#modules/discussions/public.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce } from '#platform/shared/refusal.ts'
import { getVisiblePoll } from '../access.ts'
import { countChoices, countRanked } from '../count.ts'
import { canRun } from '../policy.ts'
import { findPollToClose, listBallots, listChoices, setClosed } from '../queries.ts'
import type { PollRow } from '../queries.ts'
import { countOpen, readPoll } from './read-poll.ts'

/** Closes and counts now. Idempotent. Emits pollClosed. Refusals: pollNotFound, authorOrManagerOnly. */
export async function closePoll(ctx: MemberContext, pollId: string): Promise<Poll> {
  const { poll, post } = await getVisiblePoll(ctx, pollId, 'close')
  enforce(canRun(ctx.actor, { createdBy: poll.createdBy, isOver: poll.closedAt !== null }, post))
  if (!poll.closedAt) await close(ctx, poll, post.communityId, ctx.actor.memberId)
  return readPoll(ctx, pollId)
}

/** Closes a poll whose time is over; nothing when somebody did already. For the job, as the system. */
export async function closeDuePoll(ctx: Context, pollId: string): Promise<void> {
  const poll = await findPollToClose(ctx.tx, pollId, ctx.now)
  const post = poll && (await findVisiblePost(ctx, poll.postId))
  if (poll && post && !poll.closedAt && poll.isDue) await close(ctx, poll, post.communityId, null)
}

async function close(ctx: Context, poll: PollRow, communityId: string, by: string | null): Promise<void> {
  await setClosed(ctx.tx, poll.id, { at: ctx.now, by, result: await count(ctx, poll) })
  await emit(ctx, pollClosed(communityId, { postId: poll.postId, pollId: poll.id, authorId: poll.createdBy }))
}

async function count(ctx: Context, poll: PollRow): Promise<PollResult> {
  if (poll.ballot !== 'secret') {
    const choices = await listChoices(ctx.tx, poll.id)
    return countOpen(poll, choices, new Set(choices.map(({ memberId }) => memberId)).size)
  }
  const ballots = await listBallots(ctx.tx, poll.id)
  // Too few: how many voted is said, what they voted is never counted.
  if (ballots.length < poll.minVoters) return { voters: ballots.length, tallies: [], rounds: [], winners: [] }
  const options = poll.options.map(({ id }) => id)
  if (poll.kind === 'ranked') return countRanked(options, ballots)
  const choices = ballots.flat().map((optionId) => ({ optionId, answer: null }))
  return countChoices(options, choices, ballots.length)
}
