import { getCommunityFor } from '#modules/communities/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { WaitingQuestion } from '#modules/workbench/contract.ts'
import { memberAsked } from '#modules/workbench/events.ts'
import { findAskedLoad, insertRescueStep } from '../queries/rescue.ts'
import { listWaitingQuestionRows } from '../queries/waiting.ts'
import { findRhythm } from '../rhythm.ts'
import { findWaitingQuestion } from './read-rescue.ts'

/** Nobody is asked more than twice a week, over all communities (facilitation 7.3). */
const asksPerWeek = 2

export interface TakeStep {
  community: string
  postId: string
  step: 'nudgedExpert' | 'askedNeighbour' | 'relayed' | 'owner'
  toMemberId?: string
  toCommunityId?: string
  note?: string
  promisedFor?: string
}

/**
 * A manager takes a step for a waiting question. Emits memberAsked when a person is asked or named.
 * Refusals: questionNotWaiting, personNotMember, askedTwiceThisWeek, promiseNeedsOwnerAndDate; a neighbouring
 * community must be one where the manager may write (403/404 otherwise).
 */
export async function takeStep(ctx: MemberContext, input: TakeStep): Promise<WaitingQuestion> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const { rhythm, clock } = await findRhythm(ctx, community)
  if (!(await findWaitingQuestion(ctx, community, input.postId, rhythm, clock))) throw new Refusal('questionNotWaiting')
  if (input.step === 'owner' && !(input.toMemberId && input.promisedFor)) throw new Refusal('promiseNeedsOwnerAndDate')
  if (input.step === 'nudgedExpert' || input.step === 'owner') await refuseOverload(ctx, community.id, input)
  const neighbour = input.step === 'askedNeighbour' ? await getCommunityFor(ctx, input.toCommunityId ?? '', 'participate') : undefined
  await insertRescueStep(ctx.tx, {
    communityId: community.id,
    postId: input.postId,
    step: input.step,
    byMemberId: ctx.actor.memberId,
    toMemberId: input.toMemberId ?? null,
    toCommunityId: neighbour?.id ?? null,
    note: input.note ?? null,
    promisedFor: input.promisedFor ?? null,
    at: ctx.now,
  })
  if (input.toMemberId) await emit(ctx, memberAsked(community.id, { memberId: input.toMemberId, postId: input.postId }))
  return (await findWaitingQuestion(ctx, community, input.postId, rhythm, clock))!
}

async function refuseOverload(ctx: MemberContext, communityId: string, input: TakeStep): Promise<void> {
  if (!input.toMemberId) throw new Refusal('personNotMember')
  const load = await findAskedLoad(ctx.tx, communityId, input.toMemberId, ctx.now)
  if (!load.isMember) throw new Refusal('personNotMember')
  if (input.step === 'nudgedExpert' && load.asked >= asksPerWeek) throw new Refusal('askedTwiceThisWeek')
}

/** A manager replies before L3 all the same: counted once per question for their own practice. */
export async function overrideFold(ctx: MemberContext, input: { community: string; postId: string }): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const [question] = await listWaitingQuestionRows(ctx.tx, community.id, { postId: input.postId, limit: 1 })
  if (!question) throw new Refusal('questionNotWaiting')
  await insertRescueStep(ctx.tx, {
    communityId: community.id,
    postId: input.postId,
    step: 'override',
    byMemberId: ctx.actor.memberId,
    at: ctx.now,
  })
}
