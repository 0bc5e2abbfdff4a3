import type { GatheringDetail, SeatKind } from '#modules/gatherings/contract.ts'
import { gatheringAnswered } from '#modules/gatherings/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getGatheringToChange } from '../access.ts'
import { answerClosed, offers } from '../policy.ts'
import { deleteAnswer, deleteMinutesWish, findAnswer, setAnswer, setMinutesWish } from '../queries/answers.ts'
import { getGathering } from '../access.ts'
import { moveWaitingLists } from './seats.ts'
import { viewGathering } from './view-gathering.ts'

export interface Answering {
  answer: SeatKind | 'no'
  /** Take this kind, and keep the place in the other kind's list. */
  keepWaiting?: boolean
}

/**
 * A member says whether and how they come. Where no seat is free they stand at the end of that kind's list, and
 * keep a seat of the other kind that they may have until theirs frees. Idempotent. Emits gatheringAnswered, and
 * gatheringSeatGiven for each person whom this gives a seat.
 */
export async function answerGathering(
  ctx: MemberContext,
  gatheringId: string,
  input: Answering,
): Promise<GatheringDetail> {
  const { gathering, access } = await getGatheringToChange(ctx, gatheringId)
  enforce(access.participationRefusal ?? true)
  const closed = answerClosed(gathering, ctx.now)
  if (closed) throw new Refusal(closed === 'over' ? 'gatheringOver' : 'gatheringIsCancelled')
  const { memberId } = ctx.actor
  const before = (await findAnswer(ctx.tx, gatheringId, memberId)) ?? { attends: null, waitsFor: null }

  if (input.answer === 'no') {
    await setAnswer(ctx.tx, gatheringId, memberId, { attends: null, waitsFor: null }, false, ctx.now)
  } else {
    const kind = input.answer
    if (!offers(gathering.mode, kind)) throw new Refusal('notThisKind')
    const waitsForOther = before.waitsFor !== null && before.waitsFor !== kind
    if (before.attends === kind) {
      // Content with what they have: the place in the other list is given up unless they say otherwise.
      const waitsFor = input.keepWaiting ? before.waitsFor : null
      await setAnswer(ctx.tx, gatheringId, memberId, { attends: kind, waitsFor }, true, ctx.now)
    } else if (input.keepWaiting && waitsForOther) {
      await takeMeanwhile(ctx, gathering, kind, before.waitsFor!)
    } else {
      // Everybody passes through the list: whoever finds a free seat leaves it within this very transaction.
      const isWaiting = before.waitsFor === kind
      await setAnswer(
        ctx.tx,
        gatheringId,
        memberId,
        { attends: before.attends, waitsFor: kind },
        isWaiting,
        ctx.now,
      )
    }
  }
  await moveWaitingLists(ctx, gathering, { except: memberId })
  await emit(ctx, gatheringAnswered(gathering.communityId, { gatheringId, memberId }))
  return viewGathering(ctx, gatheringId)
}

/** A free seat of one kind while waiting for the other; `gatheringFull` where somebody was faster. */
async function takeMeanwhile(
  ctx: MemberContext,
  gathering: { id: string; seatsOnSite: number | null; seatsRemote: number | null },
  kind: SeatKind,
  waitsFor: SeatKind,
): Promise<void> {
  const { memberId } = ctx.actor
  const seats = kind === 'onSite' ? gathering.seatsOnSite : gathering.seatsRemote
  const detail = await viewGathering(ctx, gathering.id)
  if (seats !== null && detail.coming[kind] >= seats) throw new Refusal('gatheringFull')
  await setAnswer(ctx.tx, gathering.id, memberId, { attends: kind, waitsFor }, true, ctx.now)
}

/** A member takes their answer back; what they held goes to the first who waits. */
export async function takeAnswerBack(ctx: MemberContext, gatheringId: string): Promise<GatheringDetail> {
  const { gathering } = await getGatheringToChange(ctx, gatheringId)
  if (answerClosed(gathering, ctx.now) === 'over') throw new Refusal('gatheringOver')
  const { memberId } = ctx.actor
  if ((await deleteAnswer(ctx.tx, gatheringId, memberId)) > 0) {
    await moveWaitingLists(ctx, gathering)
    await emit(ctx, gatheringAnswered(gathering.communityId, { gatheringId, memberId }))
  }
  return viewGathering(ctx, gatheringId)
}

/** "Tell me what was said", or no longer. */
export async function wishForMinutes(
  ctx: MemberContext,
  gatheringId: string,
  wished: boolean,
): Promise<void> {
  await getGathering(ctx, gatheringId)
  const write = wished ? setMinutesWish : deleteMinutesWish
  await write(ctx.tx, gatheringId, ctx.actor.memberId)
}
