import { findVisiblePost } from '#modules/discussions/public.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Review } from '#modules/problems/contract.ts'
import { problemChanged, problemReviewed } from '#modules/problems/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getCommunityToManage } from '../living.ts'
import type { Doer, ReviewDecision } from '#modules/problems/words.ts'
import { dayIn, progressOf } from '../progress.ts'
import {
  countComparisons,
  insertComparison,
  insertIntervention,
  insertReview,
  removeComparison,
  removeIntervention,
} from '../queries/notes.ts'
import { findIndicator, listPoints } from '../queries/problem.ts'
import { nowOf } from './read-problem.ts'

const writerOf = (ctx: Context): string | null => (ctx.actor.kind === 'member' ? ctx.actor.memberId : null)

/** What was done, to be seen beside the values; never said to be their cause. Refusals: `dayInFuture`, `postNotFound`. */
export async function noteIntervention(
  ctx: Context,
  idOrSlug: string,
  input: { on: string; text: string; doneAs: Doer; postId?: string | null | undefined },
): Promise<{ id: string }> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  const { timezone } = await getBusinessCalendar(ctx.tx, community.siteId)
  if (input.on > dayIn(ctx.now, timezone)) throw new Refusal('dayInFuture')
  const post = input.postId ? await findVisiblePost(ctx, input.postId) : undefined
  if (input.postId && post?.communityId !== community.id) throw new Refusal('postNotFound')
  const id = newId(ctx.now.getTime())
  await insertIntervention(ctx.tx, {
    id,
    communityId: community.id,
    on: input.on,
    text: cleanText(input.text) ?? '',
    doneAs: input.doneAs,
    postId: post?.id ?? null,
    by: writerOf(ctx),
    at: ctx.now,
  })
  await emit(ctx, problemChanged(community.id, { what: 'intervention' }))
  return { id }
}

/** Takes a note back. Refusal `interventionNotFound`. */
export async function takeInterventionBack(ctx: Context, idOrSlug: string, id: string): Promise<void> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  if (!(await removeIntervention(ctx.tx, community.id, id, ctx.now)))
    throw new Refusal('interventionNotFound')
  await emit(ctx, problemChanged(community.id, { what: 'intervention' }))
}

/** At most this many second lines may be chosen from. */
const mostComparisons = 5

/** Another series of the same unit, to look at beside the indicator. Refusal `tooManyComparisons`. */
export async function compareWith(
  ctx: Context,
  idOrSlug: string,
  input: { name: string; source: string },
): Promise<{ id: string }> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  if ((await countComparisons(ctx.tx, community.id)) >= mostComparisons)
    throw new Refusal('tooManyComparisons', { most: mostComparisons })
  const id = newId(ctx.now.getTime())
  await insertComparison(ctx.tx, {
    id,
    communityId: community.id,
    name: cleanText(input.name) ?? '',
    source: cleanText(input.source) ?? '',
    by: writerOf(ctx),
    at: ctx.now,
  })
  await emit(ctx, problemChanged(community.id, { what: 'comparison' }))
  return { id }
}

export async function stopComparing(ctx: Context, idOrSlug: string, id: string): Promise<void> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  if (!(await removeComparison(ctx.tx, community.id, id, ctx.now))) throw new Refusal('comparisonNotFound')
  await emit(ctx, problemChanged(community.id, { what: 'comparison' }))
}

/**
 * A manager looks at the indicator and decides; the figures of that day are kept with the decision. Emits
 * problemReviewed. Refusal `nothingToReview` before the indicator has a baseline and a target.
 */
export async function reviewProblem(
  ctx: Context,
  idOrSlug: string,
  input: { decision: ReviewDecision; why: string; nextOn?: string | null | undefined },
): Promise<Review> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  const { baseline, baselineOn, target, source } = await findIndicator(ctx.tx, community.id)
  if (baseline === null || target === null) throw new Refusal('nothingToReview')
  const points = await listPoints(ctx.tx, community.id, source, 1)
  const value = nowOf(points, baselineOn)
  const review = {
    id: newId(ctx.now.getTime()),
    decision: input.decision,
    why: cleanText(input.why) ?? '',
    value,
    valueOn: value === null ? null : points[0]!.on,
    baseline,
    target,
    progress: progressOf(baseline, target, value),
    nextOn: input.nextOn ?? null,
  }
  await insertReview(ctx.tx, { ...review, communityId: community.id, at: ctx.now, by: writerOf(ctx) })
  await emit(ctx, problemChanged(community.id, { what: 'review' }))
  await emit(ctx, problemReviewed(community.id, { reviewId: review.id, decision: review.decision }))
  return { ...review, at: ctx.now.toISOString() }
}
