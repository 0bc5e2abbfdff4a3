import { getBusinessCalendar } from '#modules/people/public.ts'
import type { ReleaseMetricId } from '#modules/measurement/release-contract.ts'
import type { Context } from '#platform/context.ts'
import { dayOf } from '../business-clock.ts'
import { closedPeriods, isClosed, periodOf, spanOf } from '../release/periods.ts'
import type { Span } from '../release/periods.ts'
import { partition, planRelease } from '../release/plan.ts'
import type { Breakdown, Cell, Plan, Reason } from '../release/plan.ts'
import { nBandOf } from '../release/protect.ts'
import type { Cohorts, Dimension, ReleaseMetric, Scope } from '../release/metrics/metric.ts'
import { metricOf, releaseMetrics } from '../release/metrics/registry.ts'
import {
  becomeReleaseJob,
  countMembers,
  deleteOldCohorts,
  deleteOldContributors,
  hasRun,
  insertCohorts,
  insertRelease,
  insertRun,
  listRuns,
  listScopes,
  readCohorts,
  readLedger,
  readThreshold,
  scopeKey,
  separateRoles,
} from '../release/queries.ts'

/** Written on every published row; changes when the same people would give other rows. */
export const algoVersion = 'release-1'
/** Inside a smaller community a cell would be a handful of people who all know each other. */
const smallestBrokenDown = 50
/** How far back a first night looks. */
const mostPeriods = { month: 3, quarter: 2 } as const
/** No release of a period comes later than this: contributors and cohorts are forgotten then. */
const memoryDays = 200

export interface ReleaseAsked {
  metric: ReleaseMetricId
  scope: Scope
  /** `2026-10` or `2026-Q3`, of the metric's grain. */
  period: string
  /** The demo company's: can be taken back, unlike everything else. */
  demo?: boolean
}

/**
 * Decides what may be said of one metric, scope and closed period, and publishes it, once and for good; what was
 * decided already is left as it is, however late something arrives. Only jobs may: the caller's transaction takes on
 * the role `release_job`, hence must do nothing else. Returns null when nothing was to be decided.
 */
export async function release(ctx: Context, asked: ReleaseAsked): Promise<Plan | null> {
  if (ctx.actor.kind !== 'system') throw new Error('only the nightly job releases figures')
  const metric = metricOf(asked.metric)
  const { timezone } = await getBusinessCalendar(ctx.tx, null)
  const span = spanOf(asked.period, timezone)
  if (span.grain !== metric.grain) throw new Error(`${metric.id} is released by ${metric.grain}`)
  if (!isClosed(span, ctx.now, metric.maturityDays)) return null
  if (asked.scope.communityId === null && metric.breakdowns.organisation === 'notReleased') return null
  if (await separateRoles(ctx.tx)) await becomeReleaseJob(ctx.tx)
  return await publish(ctx, metric, asked.scope, span, asked.demo ?? false)
}

async function publish(
  ctx: Context,
  metric: ReleaseMetric,
  scope: Scope,
  span: Span,
  demo: boolean,
): Promise<Plan | null> {
  const { tx, now } = ctx
  const key = scopeKey(scope)
  const { period } = span
  if (await hasRun(tx, metric.id, key, period)) return null
  const k = Math.max(metric.k, (await readThreshold(tx)).k)
  // A quarter's cells are those of its first month.
  const cohorts = await readCohorts(tx, periodOf(span.from, 'month'))
  const evidence = await metric.read(tx, scope, span, cohorts)
  const { breakdowns, without } = await breakDown(ctx, metric, scope, span, evidence.population, cohorts)
  const plan = planRelease({
    population: evidence.population,
    breakdowns,
    // The organisation's figures hold those of its communities; communities side by side measure different things.
    ledger: await readLedger(tx, metric.id, period, scope.communityId ? [key, 'organisation'] : [key]),
    k,
    ...(without && { without }),
  })
  const row = { metric: metric.id, scope: key, period, k, now, demo }
  const insert = (
    dimension: string,
    cell: string,
    includes: readonly string[],
    people: ReadonlySet<string>,
  ) =>
    insertRelease(tx, {
      ...row,
      dimension,
      cell,
      includes,
      people,
      nBand: nBandOf(people.size),
      value: evidence.figure(people),
      unit: metric.unit,
      algoVersion,
    })
  if (plan.outcome !== 'nothing') await insert('total', '', [], evidence.population)
  for (const { dimension, cells } of plan.breakdowns)
    for (const { cell, includes, people } of named(cells)) await insert(dimension, cell, includes, people)
  await insertRun(tx, { ...row, ...plan })
  return plan
}

/** What the registry allows for this metric here, or why it allows nothing. */
async function breakDown(
  ctx: Context,
  metric: ReleaseMetric,
  { communityId }: Scope,
  span: Span,
  population: ReadonlySet<string>,
  cohorts: Cohorts,
): Promise<{ breakdowns: Breakdown[]; without?: Reason }> {
  const { community, organisation } = metric.breakdowns
  const dimensions: readonly Dimension[] =
    communityId === null ? (organisation === 'notReleased' ? [] : organisation) : community ? [community] : []
  if (dimensions.length === 0) return { breakdowns: [], without: 'noBreakdown' }
  if (communityId !== null && (await countMembers(ctx.tx, communityId, span.end)) < smallestBrokenDown)
    return { breakdowns: [], without: 'smallCommunity' }
  const frozen = dimensions.filter((dimension) => cohorts.has(dimension))
  if (frozen.length === 0) return { breakdowns: [], without: 'noCohort' }
  return {
    breakdowns: frozen.map((dimension) => ({
      dimension,
      cells: partition(population, cohorts.get(dimension)!, 'unknown'),
    })),
  }
}

/** A cell by its name; merged ones are `other`, `other-2`… and say what they hold. */
export function named(
  cells: readonly Cell[],
): { cell: string; includes: string[]; people: ReadonlySet<string> }[] {
  let others = 0
  return cells.map(({ names, people }) =>
    names.length === 1
      ? { cell: names[0]!, includes: [], people }
      : { cell: ++others === 1 ? 'other' : `other-${others}`, includes: names.toSorted(), people },
  )
}

/** The cohorts of the current month, frozen on its first nights: what is frozen already stays as it is. */
export async function freezeCohorts(ctx: Context): Promise<void> {
  const { timezone } = await getBusinessCalendar(ctx.tx, null)
  const today = dayOf(ctx.now, timezone)
  // Later than this the directory no longer says how it stood when the month began.
  if (Number(today.slice(8)) > 5) return
  if (await separateRoles(ctx.tx)) await becomeReleaseJob(ctx.tx)
  const span = spanOf(periodOf(today, 'month'), timezone)
  const isFrozen = (await readCohorts(ctx.tx, span.period)).size > 0
  if (isFrozen) return
  await insertCohorts(ctx.tx, span)
  await insertCohorts(ctx.tx, span, { demo: true })
}

/** What the coming night has to decide upon: the organisation first, then each community, biggest periods last. */
export async function listDue(
  ctx: Context,
): Promise<{ metric: ReleaseMetricId; scope: Scope; period: string; demo: boolean }[]> {
  const { timezone } = await getBusinessCalendar(ctx.tx, null)
  const today = dayOf(ctx.now, timezone)
  const scopes = [
    { communityId: null, demo: false },
    ...(await listScopes(ctx.tx)).map(({ id, demo }) => ({ communityId: id, demo })),
  ]
  const wanted = scopes.flatMap(({ communityId, demo }) =>
    releaseMetrics
      .filter(({ breakdowns }) => communityId !== null || breakdowns.organisation !== 'notReleased')
      .flatMap((metric) =>
        closedPeriods(metric.grain, today, ctx.now, timezone, {
          most: mostPeriods[metric.grain],
          ...(metric.maturityDays && { maturityDays: metric.maturityDays }),
        }).map(({ period }) => ({ metric: metric.id, scope: { communityId }, period, demo })),
      ),
  )
  const known = await listRuns(ctx.tx, [...new Set(wanted.map(({ period }) => period))])
  return wanted.filter(({ metric, scope, period }) => !known.has(`${metric} ${scopeKey(scope)} ${period}`))
}

/** Forgets whom old figures rest on. */
export async function forgetContributors(ctx: Context): Promise<void> {
  if (await separateRoles(ctx.tx)) await becomeReleaseJob(ctx.tx)
  const before = new Date(ctx.now.getTime() - memoryDays * 86_400_000)
  await deleteOldContributors(ctx.tx, before)
  await deleteOldCohorts(ctx.tx, before.toISOString().slice(0, 10))
}
