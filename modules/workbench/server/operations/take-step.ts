import { getCommunityFor } from '#modules/communities/public.ts'
import { sharePost } from '#modules/discussions/public.ts'
import { askExpert } from '#modules/expertise/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { WaitingQuestion } from '#modules/workbench/contract.ts'
import { memberAsked } from '#modules/workbench/events.ts'
import { setCardDecision } from '../queries/morning.ts'
import { findIsShareable } from '../queries/neighbours.ts'
import { findIsMember, insertRescueStep } from '../queries/rescue.ts'
import { findRhythm } from '../rhythm.ts'
import { findWaitingQuestion, isFolded } from './read-rescue.ts'

export interface TakeStep {
  community: string
  postId: string
  step: 'nudgedExpert' | 'askedNeighbour' | 'relayed' | 'owner'
  toMemberId?: string
  toCommunityId?: string
  note?: string
  promisedFor?: string
  shareText?: string
}

/**
 * A manager takes a step for a waiting question. A nudge is a request of expertise, by its rules (twice a week,
 * absences); emits memberAsked when an owner is named. Refusals: questionNotWaiting, personNotMember,
 * promiseNeedsOwnerAndDate, those of `askExpert`; a neighbouring community must be one where the manager may write
 * (403/404 otherwise).
 */
export async function takeStep(ctx: MemberContext, input: TakeStep): Promise<WaitingQuestion> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const beat = await findRhythm(ctx, community)
  const question = await findWaitingQuestion(ctx, community, input.postId, beat)
  if (!question) throw new Refusal('questionNotWaiting')
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: beat.timezone }).format(ctx.now)
  if (input.step === 'owner' && !(input.toMemberId && input.promisedFor && input.promisedFor >= today))
    throw new Refusal('promiseNeedsOwnerAndDate')
  const asked = input.step === 'nudgedExpert' || input.step === 'owner' ? input.toMemberId : undefined
  if (input.step === 'nudgedExpert' || input.step === 'owner')
    await refuseStranger(ctx, community.id, question, input)
  if (input.step === 'nudgedExpert' && asked)
    await askExpert(ctx, {
      communityId: community.id,
      postId: question.id,
      authorId: question.author.id,
      memberId: asked,
      note: input.note ?? null,
      byRole: 'manager',
    })
  const neighbour =
    input.step === 'askedNeighbour'
      ? await getCommunityFor(ctx, input.toCommunityId ?? '', 'participate')
      : undefined
  if (neighbour?.id === community.id) throw new Refusal('neighbourIsItself')
  const shared =
    neighbour && input.shareText ? await askNextDoor(ctx, community.id, neighbour.id, input) : null
  await insertRescueStep(ctx.tx, {
    communityId: community.id,
    postId: input.postId,
    step: input.step,
    byMemberId: ctx.actor.memberId,
    toMemberId: asked ?? null,
    toCommunityId: neighbour?.id ?? null,
    sharedPostId: shared,
    note: input.note ?? null,
    promisedFor: input.step === 'owner' ? (input.promisedFor ?? null) : null,
    at: ctx.now,
  })
  // What this level asks for is done; the card comes back if the question reaches the next one.
  await setCardDecision(ctx.tx, {
    communityId: community.id,
    card: `question:${question.id}:${question.level}`,
    memberId: ctx.actor.memberId,
    decision: 'done',
    delegatedTo: null,
    until: null,
    at: ctx.now,
  })
  if (asked && input.step === 'owner')
    await emit(ctx, memberAsked(community.id, { memberId: asked, postId: input.postId }))
  return (await findWaitingQuestion(ctx, community, input.postId, beat))!
}

/** Publishes the manager's words next door with the question behind them, for whoever may read it there. */
async function askNextDoor(
  ctx: MemberContext,
  communityId: string,
  neighbourId: string,
  { postId, shareText }: TakeStep,
): Promise<string> {
  if (!(await findIsShareable(ctx.tx, communityId))) throw new Refusal('wordsStayHere')
  const { card } = await sharePost(ctx, { postId, communityId: neighbourId, bodyMd: shareText! })
  return card.id
}

async function refuseStranger(
  ctx: MemberContext,
  communityId: string,
  question: WaitingQuestion,
  input: TakeStep,
): Promise<void> {
  if (!input.toMemberId || input.toMemberId === question.author.id) throw new Refusal('personNotMember')
  if (!(await findIsMember(ctx.tx, communityId, input.toMemberId))) throw new Refusal('personNotMember')
}

/** A manager replies before L3 all the same: counted once per question, where it is folded, for their own practice. */
export async function overrideFold(
  ctx: MemberContext,
  input: { community: string; postId: string },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const question = await findWaitingQuestion(ctx, community, input.postId, await findRhythm(ctx, community))
  if (!question) throw new Refusal('questionNotWaiting')
  if (!isFolded(ctx, question)) return
  await insertRescueStep(ctx.tx, {
    communityId: community.id,
    postId: input.postId,
    step: 'override',
    byMemberId: ctx.actor.memberId,
    at: ctx.now,
  })
}
