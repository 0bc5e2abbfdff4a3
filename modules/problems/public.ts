import type { Context } from '#platform/context.ts'
import { dueOf, nowOf } from './server/operations/read-problem.ts'
import { progressOf, rhythmOf } from './server/progress.ts'
import { findIndicator, listInterventions, listPoints, listReviews } from './server/queries/problem.ts'
import { findKind } from './server/queries/doors.ts'
import { writeValue } from './server/operations/write-value.ts'

// The only server door of problems for other modules.

export interface Problem {
  problem: string | null
  whoSuffers: string | null
  indicator: string | null
  unit: string | null
  baseline: number | null
  baselineOn: string | null
  baselineSource: string | null
  target: number | null
  targetOn: string | null
  sponsorId: string | null
  /** Oldest first, one a day. */
  values: { on: string; value: number }[]
  /** (now − baseline) / (target − baseline); null while it cannot be said. */
  progress: number | null
  /** Latest first. */
  interventions: { on: string; text: string }[]
  nextValueDue: string | null
  /** The latest review of the indicator (M34 reviewed). */
  lastReview: { at: string; decision: 'continue' | 'change' | 'close'; why: string } | null
}

/**
 * The problem of a community with everything that was measured of it; null before anything of it is written. Says
 * nothing about rights: the caller has checked that its reader reads the community.
 */
export async function readProblem(ctx: Context, communityId: string): Promise<Problem | null> {
  const kind = await findKind(ctx.tx, communityId)
  const indicator = await findIndicator(ctx.tx, communityId)
  if (!kind || (indicator.problem === null && indicator.name === null)) return null
  const points = await listPoints(ctx.tx, communityId, indicator.source, 1_000)
  const [review] = await listReviews(ctx.tx, communityId)
  return {
    problem: indicator.problem,
    whoSuffers: indicator.whoSuffers,
    indicator: indicator.name,
    unit: indicator.unit,
    baseline: indicator.baseline,
    baselineOn: indicator.baselineOn,
    baselineSource: indicator.source,
    target: indicator.target,
    targetOn: indicator.targetOn,
    sponsorId: indicator.sponsor?.id ?? null,
    values: points.map(({ on, value }) => ({ on, value })),
    progress: progressOf(indicator.baseline, indicator.target, nowOf(points, indicator.baselineOn)),
    interventions: (await listInterventions(ctx.tx, communityId)).map(({ on, text }) => ({ on, text })),
    nextValueDue: dueOf(indicator, points, rhythmOf(kind)),
    lastReview: review ? { at: review.at, decision: review.decision, why: review.why } : null,
  }
}

/** One value, as the API writes it; the actor manages the community, or is the system. */
export const insertProblemValue = (
  ctx: Context,
  communityId: string,
  input: { on: string; value: number; source: string; note?: string | null; comparisonId?: string | null },
): Promise<{ outcome: 'added' | 'corrected' | 'same' }> =>
  writeValue(ctx, communityId, { ...input, way: 'api' })

/** Notes what was done and reviews; the actor manages the community, or is the system. */
export { compareWith, noteIntervention, reviewProblem } from './server/operations/note-what-was-done.ts'
/** (now − baseline) / (target − baseline), for whoever shows it. */
export { progressOf } from './server/progress.ts'

/** The declared indicator as communities writes it; null before it has a name. The caller has checked who reads. */
export async function findDeclared(ctx: Context, communityId: string) {
  const { name, formula, unit, source, baseline, baselineOn, target, targetOn } = await findIndicator(
    ctx.tx,
    communityId,
  )
  return name === null ? null : { name, formula, unit, source, baseline, baselineOn, target, targetOn }
}
