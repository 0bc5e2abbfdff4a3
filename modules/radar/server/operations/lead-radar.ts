import { getProgrammeFor } from '#modules/programmes/public.ts'
import type { ProgrammeAccess } from '#modules/programmes/public.ts'
import type { RadarView } from '#modules/radar/contract.ts'
import { budgetProposed, canvasReviewAsked } from '#modules/radar/events.ts'
import { answerDays } from '#modules/radar/words.ts'
import type { AskedQuestion, Vector } from '#modules/radar/words.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { addDays, firstBarrier, mondayOf } from '../policy.ts'
import {
  findBudgetToChange,
  findFocus,
  findReviewToWrite,
  insertAsked,
  insertBudget,
  insertReview,
  isPeer,
  isPinnedThere,
  listBudgets,
  listHistory,
  listReviews,
  setBudgetWithdrawn,
  setFocus,
  setReviewed,
  setSigned,
  standsThere,
} from '../queries/radar.ts'
import { gatherVectors } from './gather.ts'

const todayOf = (ctx: MemberContext): string => ctx.now.toISOString().slice(0, 10)

/** The radar is for who leads and who carries the programme, and for a peer who was asked to read its canvas. */
export async function readRadar(ctx: MemberContext, programmeId: string): Promise<RadarView> {
  const programme = await getProgrammeFor(ctx, programmeId, 'read')
  const reviews = await listReviews(ctx.tx, programme.id)
  const isAsked = reviews.some(({ peerId }) => peerId === ctx.actor.memberId)
  const isCircle = programme.isLeader || programme.sponsorId === ctx.actor.memberId
  if (!isCircle && !isAsked) throw new Refusal('programmeCircleOnly')
  const budgets = await listBudgets(ctx.tx, programme.id)
  const vectors = await gatherVectors(ctx, programme)
  const week = mondayOf(todayOf(ctx))
  const chosen = await findFocus(ctx.tx, programme.id, week)
  const first = firstBarrier(vectors)
  const subjects =
    programme.sponsorId && programme.sponsorId !== ctx.actor.memberId ? [programme.sponsorId] : []
  if (subjects.length > 0)
    await logAccess(ctx, {
      viewerRole: 'manager',
      communityId: null,
      screen: 'radar',
      purpose: 'watchChange',
      subjects,
      fields: ['publicActs', 'promises'],
    })
  return {
    vectors,
    focus: chosen ? { ...chosen, week } : first && { vector: first, week, reason: null, action: null },
    budgets: budgets.map(({ memberId: _member, ...budget }) => ({
      ...budget,
      maySign: programme.isSponsor && budget.signedOn === null,
    })),
    reviews: reviews.map(({ peerId, ...review }) => ({
      ...review,
      isMine: peerId === ctx.actor.memberId && review.verdict === null,
    })),
    history: await listHistory(ctx.tx, programme.id),
    mayLead: programme.isLeader && programme.state === 'running',
  }
}

async function getToLead(ctx: MemberContext, programmeId: string): Promise<ProgrammeAccess> {
  const programme = await getProgrammeFor(ctx, programmeId, 'lead')
  if (programme.state === 'closed') throw new Refusal('programmeClosed')
  return programme
}

/** Answers what only people know. The link must lead to something that stands where the programme lives. */
export async function answerAsked(
  ctx: MemberContext,
  input: {
    programmeId: string
    question: AskedQuestion
    answer: 'yes' | 'no'
    url: string
    word?: string | null | undefined
  },
): Promise<RadarView> {
  const programme = await getToLead(ctx, input.programmeId)
  const [, kind, id] =
    /\/(posts|pages|gatherings)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/u.exec(input.url) ?? []
  const proves =
    kind && id && input.question === 'pinnedWhy' && input.answer === 'yes'
      ? kind === 'posts' && (await isPinnedThere(ctx.tx, id, programme.communityIds))
      : kind && id && (await standsThere(ctx.tx, kind, id, programme.communityIds))
  if (!proves) throw new Refusal('linkProvesNothing')
  await insertAsked(ctx.tx, {
    id: newId(ctx.now.getTime()),
    programmeId: programme.id,
    question: input.question,
    answer: input.answer,
    url: `/${kind}/${id}`,
    word: input.word?.trim() || null,
    by: ctx.actor.memberId,
    now: ctx.now,
    expiresOn: addDays(todayOf(ctx), answerDays),
  })
  return readRadar(ctx, programme.id)
}

/** A leader proposes a budget; it counts once the sponsor has signed it. Emits budgetProposed. */
export async function proposeBudget(
  ctx: MemberContext,
  input: {
    programmeId: string
    kind: 'events' | 'time'
    memberId?: string | null | undefined
    amount: number
    words?: string | undefined
    startsOn: string
    endsOn: string
  },
): Promise<RadarView> {
  const programme = await getToLead(ctx, input.programmeId)
  if (
    input.endsOn < input.startsOn ||
    input.endsOn < todayOf(ctx) ||
    addDays(input.startsOn, 400) < input.endsOn
  )
    throw new Refusal('budgetDatesWrong')
  const memberId = input.kind === 'time' ? (input.memberId ?? ctx.actor.memberId) : null
  if (memberId && !programme.leaderIds.includes(memberId)) throw new Refusal('peerNotAvailable')
  if (!programme.sponsorId) throw new Refusal('noSponsorToSign')
  const id = newId(ctx.now.getTime())
  await insertBudget(ctx.tx, {
    id,
    programmeId: programme.id,
    kind: input.kind,
    memberId,
    amount: input.amount,
    words: input.words?.trim() ?? '',
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  await emit(ctx, budgetProposed(null, { budgetId: id, memberId: programme.sponsorId }))
  return readRadar(ctx, programme.id)
}

/** The sponsor who said yes signs. Nobody signs their own hours. Idempotent. */
export async function signBudget(ctx: MemberContext, budgetId: string): Promise<RadarView> {
  const { programme } = await getBudget(ctx, budgetId)
  if (!programme.isSponsor || programme.isLeader) throw new Refusal('noSponsorToSign')
  await setSigned(ctx.tx, budgetId, ctx.actor.memberId, ctx.now)
  return readRadar(ctx, programme.id)
}

export async function withdrawBudget(ctx: MemberContext, budgetId: string): Promise<RadarView> {
  const { programme } = await getBudget(ctx, budgetId)
  await setBudgetWithdrawn(ctx.tx, budgetId, ctx.now)
  return readRadar(ctx, programme.id)
}

/** A budget exists for its circle alone. */
async function getBudget(ctx: MemberContext, budgetId: string): Promise<{ programme: ProgrammeAccess }> {
  const budget = await findBudgetToChange(ctx.tx, budgetId)
  if (!budget) throw new Refusal('budgetNotFound')
  const programme = await getProgrammeFor(ctx, budget.programmeId, 'read')
  if (!programme.isLeader && !programme.isSponsor) throw new Refusal('budgetNotFound')
  return { programme }
}

/** A leader asks a peer, who runs a community and has no part in the programme. Emits canvasReviewAsked. */
export async function askReview(
  ctx: MemberContext,
  input: { programmeId: string; peerId: string },
): Promise<RadarView> {
  const programme = await getToLead(ctx, input.programmeId)
  const isInside = [...programme.leaderIds, programme.sponsorId].includes(input.peerId)
  if (isInside || !(await isPeer(ctx.tx, input.peerId))) throw new Refusal('peerNotAvailable')
  const id = newId(ctx.now.getTime())
  await insertReview(ctx.tx, {
    id,
    programmeId: programme.id,
    peerId: input.peerId,
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  await emit(ctx, canvasReviewAsked(null, { reviewId: id, memberId: input.peerId }))
  return readRadar(ctx, programme.id)
}

/** The peer answers; to anybody else there is nothing to answer. */
export async function writeReview(
  ctx: MemberContext,
  input: { reviewId: string; verdict: 'ready' | 'notYet'; word: string },
): Promise<RadarView> {
  const review = await findReviewToWrite(ctx.tx, input.reviewId)
  if (!review || review.peerId !== ctx.actor.memberId) throw new Refusal('canvasReviewNotFound')
  await setReviewed(ctx.tx, {
    id: input.reviewId,
    verdict: input.verdict,
    word: input.word.trim(),
    now: ctx.now,
  })
  return readRadar(ctx, review.programmeId)
}

/** One barrier, one action this week. It changes no state. */
export async function chooseFocus(
  ctx: MemberContext,
  input: { programmeId: string; vector: Vector; reason: string; action: string },
): Promise<RadarView> {
  const programme = await getToLead(ctx, input.programmeId)
  await setFocus(ctx.tx, {
    programmeId: programme.id,
    week: mondayOf(todayOf(ctx)),
    vector: input.vector,
    reason: input.reason.trim(),
    action: input.action.trim(),
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  return readRadar(ctx, programme.id)
}
