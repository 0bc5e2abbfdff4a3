import { getCommunityFor } from '#modules/communities/public.ts'
import type { ReviewFacts, ReviewPage } from '#modules/lifecycle/contract.ts'
import { readProblem } from '#modules/problems/public.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { countActiveMembers } from '../queries/life.ts'
import { findReview, planReview, setReviewed } from '../queries/reviews.ts'
import { readCanvas, readShares } from '../shared.ts'

/** What was planned and what is, as of now. */
async function readFacts(ctx: Context, communityId: string): Promise<ReviewFacts> {
  const canvas = await readCanvas(ctx, communityId)
  const problem = await readProblem(ctx, communityId)
  const latest = problem?.values.at(-1)
  const [month] = await readShares(ctx, communityId, 1)
  return {
    indicator: canvas.indicator,
    unit: canvas.unit,
    baseline: canvas.baseline,
    baselineOn: canvas.baselineOn,
    target: canvas.target,
    targetOn: canvas.targetOn,
    latest: latest?.value ?? null,
    latestOn: latest?.on ?? null,
    progress: problem?.progress == null ? null : Math.round(problem.progress * 1000) / 10,
    success: canvas.success,
    stop: canvas.stop,
    members: await countActiveMembers(ctx.tx, communityId),
    memberPart: month?.part ?? 0,
    memberOf: month?.n ?? 0,
  }
}

/** A review; once done, with the facts of that day. */
export async function readReview(ctx: Context, idOrSlug: string, id: string): Promise<ReviewPage> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  const row = await findReview(ctx.tx, community.id, id)
  if (!row) throw new Refusal('reviewNotFound')
  const { facts, ...review } = row
  return { review, facts: facts ?? (await readFacts(ctx, community.id)) }
}

/** A manager decides; the next review is planned: in ninety days after a change, in a year otherwise. */
export async function holdReview(
  ctx: MemberContext,
  idOrSlug: string,
  id: string,
  input: { decision: 'continue' | 'change' | 'close'; learnt: string },
): Promise<ReviewPage> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  const row = await findReview(ctx.tx, community.id, id)
  if (!row) throw new Refusal('reviewNotFound')
  const done = await setReviewed(ctx.tx, {
    id,
    by: ctx.actor.memberId,
    at: ctx.now,
    decision: input.decision,
    learnt: cleanText(input.learnt) ?? '',
    facts: await readFacts(ctx, community.id),
  })
  if (done > 0 && input.decision !== 'close')
    await planReview(ctx.tx, {
      id: newId(ctx.now.getTime()),
      communityId: community.id,
      kind: 'stage',
      at: ctx.now,
      inDays: input.decision === 'change' ? 90 : 365,
    })
  return readReview(ctx, idOrSlug, id)
}
