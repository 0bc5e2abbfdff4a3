import { findCanvas } from '#modules/communities/public.ts'
import type { CommunityStage } from '#modules/communities/contract.ts'
import { readM07, readMemberShare } from '#modules/measurement/public.ts'
import { readProblem } from '#modules/problems/public.ts'
import { completenessOf, missingOf, thresholds } from '#modules/lifecycle/words.ts'
import type { LifeCanvas } from '#modules/lifecycle/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { LifeState, MonthShare } from './gates.ts'
import { findMoreCanvas } from './queries/canvas.ts'
import { findClosing } from './queries/closing.ts'
import { findFacts, listCore, listTicks } from './queries/life.ts'

export const viewerOf = (ctx: Context): { id: string; isEmployee: boolean } =>
  ctx.actor.kind === 'member'
    ? { id: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' }
    : { id: '00000000-0000-0000-0000-000000000000', isEmployee: false }

export const memberOf = (ctx: Context): string | null =>
  ctx.actor.kind === 'member' ? ctx.actor.memberId : null

/** `YYYY-MM` of the closed months before now, latest first. */
export const closedMonths = (now: Date, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1 - index, 1)).toISOString().slice(0, 7),
  )

/** M09 of the last closed months, latest first. */
export async function readShares(ctx: Context, communityId: string, count: number): Promise<MonthShare[]> {
  const shares: MonthShare[] = []
  for (const month of closedMonths(ctx.now, count)) {
    const { part, n } = await readMemberShare(ctx, communityId, month)
    shares.push({ part: part ?? 0, n: n ?? 0 })
  }
  return shares
}

/** Below three quarters of what its season lets expect, a month is low; the ratio by which measurement sees a dip. */
const lowRatio = 0.75

/**
 * Whether M07 stayed low for three months, season taken into account: each of the three closed months is below three
 * quarters of the same month a year earlier, so that a quiet August is compared with an August. Without such a year
 * nothing is known to expect, and nothing is said. Sleeping is then proposed, never decided.
 */
export async function isVitalityLow(ctx: Context, communityId: string): Promise<boolean> {
  const months = closedMonths(ctx.now, 12 + thresholds.dormantMonths)
  for (let back = 0; back < thresholds.dormantMonths; back++) {
    const now = await readM07(ctx, communityId, months[back])
    const then = await readM07(ctx, communityId, months[back + 12])
    if (!then.part || !then.n) return false
    if ((now.part ?? 0) / (now.n || 1) >= (lowRatio * then.part) / then.n) return false
  }
  return true
}

/** The whole canvas as it is now. */
export async function readCanvas(ctx: Context, communityId: string): Promise<LifeCanvas> {
  const more = await findMoreCanvas(ctx.tx, communityId)
  if (!more) throw new Refusal('communityNotFound')
  const why = await findCanvas(ctx.tx, communityId)
  const core = await listCore(ctx.tx, communityId)
  const { kind, ...rest } = more
  const canvas = {
    kind,
    problem: why?.problem ?? null,
    whoSuffers: why?.whoSuffers ?? null,
    indicator: why?.indicator ?? null,
    unit: why?.unit ?? null,
    baseline: why?.baseline ?? null,
    baselineOn: why?.baselineOn ?? null,
    baselineSource: why?.baselineSource ?? null,
    target: why?.target ?? null,
    targetOn: why?.targetOn ?? null,
    sponsor: why?.sponsor && !why.sponsor.isFormer ? why.sponsor : null,
    core,
    ...rest,
  }
  const missing = missingOf(canvas)
  return { ...canvas, missing, completeness: completenessOf(missing) }
}

const livelyStages: readonly CommunityStage[] = ['launched', 'growing', 'mature']

/**
 * What gates and checklists look at. `months` closed months of M09 are read where a gate asks; vitality only for
 * communities that are supposed to be lively.
 */
export async function readState(ctx: Context, communityId: string, months: number): Promise<LifeState> {
  const facts = await findFacts(ctx.tx, communityId, ctx.now)
  if (!facts) throw new Refusal('communityNotFound')
  const isOver = facts.stage === 'closing' || facts.stage === 'archived'
  const review = (await readProblem(ctx, communityId))?.lastReview
  const yearAgo = new Date(ctx.now.getTime() - 365 * 86_400_000).toISOString()
  return {
    facts,
    canvas: await readCanvas(ctx, communityId),
    ticks: await listTicks(ctx.tx, communityId),
    months: months > 0 ? await readShares(ctx, communityId, months) : [],
    isIndicatorReviewed: [facts.reviewedAt, review?.at].some((at) => at != null && at > yearAgo),
    isVitalityLow: livelyStages.includes(facts.stage) ? await isVitalityLow(ctx, communityId) : false,
    closing: isOver ? await findClosing(ctx.tx, communityId, viewerOf(ctx), ctx.now) : null,
  }
}

/** What colleagues wish for is theirs to read, not a partner's. */
export function requireEmployee(ctx: MemberContext): void {
  if (ctx.actor.memberKind !== 'employee') throw new Refusal('notPermitted', { reason: 'employeesOnly' })
}
