import { canComment, findVisiblePost } from '#modules/discussions/public.ts'
import type { VisiblePost } from '#modules/discussions/public.ts'
import type { Poll, PollResult } from '#modules/polls/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getVisiblePoll } from '../access.ts'
import { countChoices, countRanked } from '../count.ts'
import { canRun } from '../policy.ts'
import { findOwnVote, findPollOfPost, listChoices } from '../queries.ts'
import type { PollRow } from '../queries.ts'

/** The poll of a conversation, or null. Four statements at most. Refuses postNotFound. */
export async function readPollOfPost(ctx: MemberContext, postId: string): Promise<{ poll: Poll | null }> {
  const post = await findVisiblePost(ctx, postId)
  if (!post) throw new Refusal('postNotFound')
  const poll = post.isDeleted ? undefined : await findPollOfPost(ctx.tx, postId, ctx.now)
  return { poll: poll ? await viewPoll(ctx, poll, post) : null }
}

export async function readPoll(ctx: MemberContext, pollId: string): Promise<Poll> {
  const { poll, post } = await getVisiblePoll(ctx, pollId)
  return viewPoll(ctx, poll, post)
}

const isOver = (poll: PollRow): boolean => poll.closedAt !== null || poll.isDue

async function viewPoll(ctx: MemberContext, poll: PollRow, post: VisiblePost): Promise<Poll> {
  const { hasVoted, choices, voters } = await findOwnVote(ctx.tx, poll.id, ctx.actor.memberId)
  const mayVote = canComment(ctx.actor, post)
  const isMine = canRun(ctx.actor, { createdBy: poll.createdBy, isOver: isOver(poll) }, post) === true
  const isSecret = poll.ballot === 'secret'
  return {
    id: poll.id,
    postId: poll.postId,
    kind: poll.kind,
    ballot: poll.ballot,
    maxChoices: poll.maxChoices,
    minVoters: poll.minVoters,
    durationMinutes: poll.durationMinutes,
    timezone: poll.timezone,
    options: poll.options.map(({ id, label, startsAt }) => ({ id, label, startsAt })),
    closesAt: poll.closesAt,
    closedAt: poll.closedAt,
    gatheringId: poll.gatheringId,
    voters: poll.result?.voters ?? voters,
    result: await resultNow(ctx, poll, voters),
    mine: { hasVoted, choices },
    can: {
      vote: isOver(poll) ? 'pollClosed' : isSecret && hasVoted ? 'alreadyVoted' : mayVote,
      takeBack: !isOver(poll) && !isSecret && hasVoted && mayVote === true,
      close: isMine && poll.closedAt === null,
      makeGathering: isMine && poll.kind === 'dates' && poll.gatheringId === null && isOver(poll),
    },
  }
}

/** What may be said now: a secret poll says nothing while it runs, and nothing of too few voters. */
async function resultNow(ctx: MemberContext, poll: PollRow, voters: number): Promise<PollResult | null> {
  if (poll.result) return poll.result.tallies.length > 0 ? poll.result : null
  if (poll.ballot === 'secret') return null
  return countOpen(poll, await listChoices(ctx.tx, poll.id), voters)
}

/** Counts choices that are no secret, as they stand. */
export function countOpen(
  poll: Pick<PollRow, 'kind' | 'options'>,
  choices: Awaited<ReturnType<typeof listChoices>>,
  voters: number,
): PollResult {
  const options = poll.options.map(({ id }) => id)
  if (poll.kind !== 'ranked') return countChoices(options, choices, voters)
  const ballots = new Map<string, string[]>()
  for (const { memberId, optionId } of choices)
    ballots.set(memberId, [...(ballots.get(memberId) ?? []), optionId])
  return countRanked(options, [...ballots.values()])
}
