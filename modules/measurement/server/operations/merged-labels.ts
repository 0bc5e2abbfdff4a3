import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import { dayOf } from '../business-clock.ts'
import { periodOf } from '../release/periods.ts'
import { partition, planRelease } from '../release/plan.ts'
import type { Reason } from '../release/plan.ts'
import {
  becomeReleaseJob,
  leaveReleaseJob,
  readCohorts,
  readThreshold,
  separateRoles,
} from '../release/queries.ts'

/** Inside a smaller community a cell would be a handful of people who all know each other. */
const smallestBrokenDown = 50

/** A label that stands for at least `k` people. `includes`: what was merged into it. */
export interface MergedLabel {
  label: string
  includes: string[]
  people: ReadonlySet<string>
}

export interface MergedLabels {
  /** Empty: no breakdown, and `without` says why. */
  labels: MergedLabel[]
  without: Reason | null
}

/** The smallest group that a pulse, a flow or a tie may rest on: never below ten. */
export const readStrictThreshold = async (ctx: Context): Promise<number> =>
  Math.max(10, (await readThreshold(ctx.tx)).k)

/**
 * Who stands in which entity or site, as frozen when this month began; null when it was not frozen. Read in the role
 * of the job, which the transaction leaves again: call it inside one.
 */
export async function readFrozenCells(
  ctx: Context,
  dimension: 'entity' | 'site',
): Promise<ReadonlyMap<string, string> | null> {
  const { timezone } = await getBusinessCalendar(ctx.tx, null)
  const isSeparate = await separateRoles(ctx.tx)
  if (isSeparate) await becomeReleaseJob(ctx.tx)
  const cohorts = await readCohorts(ctx.tx, periodOf(dayOf(ctx.now, timezone), 'month'))
  if (isSeparate) await leaveReleaseJob(ctx.tx)
  return cohorts.get(dimension) ?? null
}

/**
 * The cells of one breakdown after merging, audit and coarsening (rules 2 to 6 of the release engine): each of at
 * least `k` people, or none at all. Several merged cells are `other`, `other-2`…; whoever has none is `unknown`.
 */
export function mergeLabels(input: {
  people: Iterable<string>
  cellOf: ReadonlyMap<string, string>
  k: number
  /** People below which nothing is broken down. */
  smallest?: number
}): MergedLabels {
  const population = new Set(input.people)
  if (population.size < input.k) return { labels: [], without: 'fewPeople' }
  if (population.size < (input.smallest ?? smallestBrokenDown))
    return { labels: [], without: 'smallCommunity' }
  const plan = planRelease({
    population,
    breakdowns: [{ dimension: 'one', cells: partition(population, input.cellOf, 'unknown') }],
    ledger: [],
    k: input.k,
  })
  let others = 0
  const labels = (plan.breakdowns[0]?.cells ?? []).map(({ names, people }) =>
    names.length === 1
      ? { label: names[0]!, includes: [], people }
      : { label: ++others === 1 ? 'other' : `other-${others}`, includes: names.toSorted(), people },
  )
  return { labels, without: labels.length > 0 ? null : (plan.reason ?? 'oneCell') }
}
