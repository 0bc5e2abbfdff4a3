import { createGathering } from '#modules/gatherings/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getVisiblePoll } from '../access.ts'
import { canRun } from '../policy.ts'
import { listChoices, setGathering } from '../queries.ts'
import { closePoll } from './close-poll.ts'

/**
 * Makes a gathering of one of the dates; whoever said that they can come, even if needed, is told by name. Closes a
 * poll that still runs. Refusals: pollNotFound, authorOrManagerOnly, notADatePoll, alreadyAGathering, choiceUnclear,
 * and those of creating a gathering.
 */
export async function makeGathering(
  ctx: MemberContext,
  input: { pollId: string; optionId: string; place?: string; link?: string },
): Promise<{ gatheringId: string }> {
  const { poll, post } = await getVisiblePoll(ctx, input.pollId, 'close')
  enforce(canRun(ctx.actor, { createdBy: poll.createdBy, isOver: true }, post))
  if (poll.kind !== 'dates') throw new Refusal('notADatePoll')
  if (poll.gatheringId) throw new Refusal('alreadyAGathering')
  const option = poll.options.find(({ id }) => id === input.optionId)
  if (!option?.startsWall) throw new Refusal('choiceUnclear')
  if (!poll.closedAt) await closePoll(ctx, poll.id)
  const choices = await listChoices(ctx.tx, poll.id)
  const { id } = await createGathering(
    ctx,
    post.communityId,
    {
      title: (post.title ?? '').slice(0, 160),
      mode: input.place ? (input.link ? 'both' : 'onSite') : 'remote',
      ...(input.place && { place: input.place }),
      ...(input.link && { link: input.link }),
      startsWall: option.startsWall,
      timezone: poll.timezone ?? 'Europe/Paris',
      durationMinutes: poll.durationMinutes ?? 60,
    },
    { invite: choices.filter(({ optionId }) => optionId === option.id).map(({ memberId }) => memberId) },
  )
  await setGathering(ctx.tx, poll.id, id)
  return { gatheringId: id }
}
