import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { ProblemGlance, ProblemView, WrittenValue } from '#modules/problems/contract.ts'
import type { Context } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { mayManage } from '../living.ts'
import type { Rhythm } from '#modules/problems/words.ts'
import { writeFile } from '../file.ts'
import { directionOf, nextValueDue, progressOf, rhythmOf } from '../progress.ts'
import {
  findIndicator,
  listComparisons,
  listInterventions,
  listPoints,
  listReviews,
} from '../queries/problem.ts'
import { listHistory, listStanding } from '../queries/values.ts'

/** More days than a chart can show one by one; older ones stay in the file. */
const mostPoints = 1_000

/** Everything known of the problem, for whoever reads the community. Five statements beside the access check. */
export async function readProblem(ctx: Context, idOrSlug: string): Promise<ProblemView> {
  return viewProblem(ctx, await getCommunityFor(ctx, idOrSlug, 'read'))
}

export async function viewProblem(
  ctx: Context,
  community: Pick<CommunityAccess, 'id' | 'kind' | 'can' | 'stage'>,
): Promise<ProblemView> {
  const indicator = await findIndicator(ctx.tx, community.id)
  const points = await listPoints(ctx.tx, community.id, indicator.source, mostPoints)
  const rhythm = rhythmOf(community.kind)
  return {
    indicator,
    points,
    progress: progressOf(indicator.baseline, indicator.target, nowOf(points, indicator.baselineOn)),
    direction: directionOf(indicator.baseline, indicator.target),
    rhythm,
    nextValueDue: dueOf(indicator, points, rhythm),
    comparisons: await listComparisons(ctx.tx, community.id),
    interventions: await listInterventions(ctx.tx, community.id),
    reviews: await listReviews(ctx.tx, community.id),
    can: { manage: mayManage(community) },
  }
}

/** The last value, unless it is older than the baseline: then nothing has been measured since. */
export const nowOf = (
  points: readonly { on: string; value: number }[],
  baselineOn: string | null,
): number | null => {
  const last = points.at(-1)
  return last && (baselineOn === null || last.on >= baselineOn) ? last.value : null
}

export const dueOf = (
  indicator: { name: string | null; baselineOn: string | null },
  points: readonly { on: string }[],
  rhythm: Rhythm,
): string | null =>
  indicator.name === null ? null : nextValueDue(points.at(-1)?.on ?? null, indicator.baselineOn, rhythm)

/** The indicator in small. */
export async function readGlance(ctx: Context, idOrSlug: string): Promise<ProblemGlance> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  const { name, unit, baseline, baselineOn, target, targetOn, source } = await findIndicator(
    ctx.tx,
    community.id,
  )
  const points = await listPoints(ctx.tx, community.id, source, 24)
  return {
    name,
    unit,
    baseline,
    target,
    targetOn,
    progress: progressOf(baseline, target, nowOf(points, baselineOn)),
    points: points.map(({ on, value }) => ({ on, value })),
  }
}

/** Values as they were written, the last first. */
export async function readHistory(
  ctx: Context,
  idOrSlug: string,
  query: { cursor?: string; limit?: number },
): Promise<{ items: WrittenValue[]; next: string | null }> {
  const { id } = await getCommunityFor(ctx, idOrSlug, 'read')
  const limit = query.limit ?? 20
  const [at, last] = readCursor(query.cursor, 'string', 'string') as [string | null, string | null]
  const rows = await listHistory(ctx.tx, id, { at, id: last }, limit + 1)
  return pageOf(
    rows,
    limit,
    (row) => [row.exact, row.id],
    ({ id: valueId, comparisonId, on, value, source, note, way, writtenAt, replacedAt }) => ({
      id: valueId,
      comparisonId,
      on,
      value,
      source,
      note,
      way,
      writtenAt,
      replacedAt,
    }),
  )
}

/** The values that stand, as a file. */
export async function readValuesFile(ctx: Context, idOrSlug: string): Promise<{ name: string; csv: string }> {
  const { id, slug } = await getCommunityFor(ctx, idOrSlug, 'read')
  return { name: `${slug}.csv`, csv: writeFile(await listStanding(ctx.tx, id)) }
}
