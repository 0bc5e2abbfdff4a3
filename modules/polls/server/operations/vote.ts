import { canComment } from '#modules/discussions/public.ts'
import type { Poll, Vote } from '#modules/polls/contract.ts'
import { pollChanged } from '#modules/polls/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getVisiblePoll } from '../access.ts'
import { deleteChoices, insertBallotAmongOthers, insertTicket, setChoices } from '../queries.ts'
import type { ChoiceRow, PollRow } from '../queries.ts'
import { readPoll } from './read-poll.ts'

/**
 * Votes, or votes otherwise. A secret vote leaves a ticket that says "has voted" and, apart from it, a ballot among
 * others; no event, no time, no way back. Emits pollChanged for the other two. Refusals: pollNotFound, the
 * conversations' reasons, pollClosed, choiceUnclear, alreadyVoted.
 */
export async function vote(ctx: MemberContext, pollId: string, input: Vote): Promise<Poll> {
  const { poll, post } = await getVisiblePoll(ctx, pollId, 'vote')
  enforce(canComment(ctx.actor, post))
  refuseOver(poll)
  const choices = checkChoices(poll, input)
  const { memberId } = ctx.actor
  if (poll.ballot === 'secret') {
    if (!(await insertTicket(ctx.tx, poll.id, memberId))) throw new Refusal('alreadyVoted')
    await insertBallotAmongOthers(
      ctx.tx,
      poll.id,
      choices.map(({ optionId }) => optionId),
    )
  } else {
    await setChoices(ctx.tx, poll.id, memberId, choices)
    await emit(ctx, pollChanged(post.communityId, { postId: post.id, pollId: poll.id }))
  }
  return readPoll(ctx, pollId)
}

/** Takes one's vote back. Refusals: as voting, and secretStays. */
export async function takeVoteBack(ctx: MemberContext, pollId: string): Promise<Poll> {
  const { poll, post } = await getVisiblePoll(ctx, pollId, 'vote')
  enforce(canComment(ctx.actor, post))
  refuseOver(poll)
  if (poll.ballot === 'secret') throw new Refusal('secretStays')
  if ((await deleteChoices(ctx.tx, poll.id, ctx.actor.memberId)) > 0)
    await emit(ctx, pollChanged(post.communityId, { postId: post.id, pollId: poll.id }))
  return readPoll(ctx, pollId)
}

function refuseOver(poll: PollRow): void {
  if (poll.closedAt || poll.isDue) throw new Refusal('pollClosed')
}

function checkChoices(poll: PollRow, { choices }: Vote): ChoiceRow[] {
  const known = new Set(poll.options.map(({ id }) => id))
  const chosen = new Set(choices.map(({ optionId }) => optionId))
  const most = {
    single: 1,
    multiple: poll.maxChoices ?? poll.options.length,
    ranked: known.size,
    dates: known.size,
  }
  if (
    chosen.size < choices.length ||
    choices.length > most[poll.kind] ||
    [...chosen].some((id) => !known.has(id))
  )
    throw new Refusal('choiceUnclear')
  return choices.map(({ optionId, answer }, index) => ({
    optionId,
    rank: poll.kind === 'ranked' ? index + 1 : null,
    answer: poll.kind === 'dates' ? (answer ?? 'yes') : null,
  }))
}
