import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import { dayOf } from '../business-clock.ts'
import { closedPeriods, periodBefore, periodOf, spanOf } from '../release/periods.ts'
import { releaseMetrics } from '../release/metrics/registry.ts'
import {
  becomeReleaseJob,
  deleteDemoReleases,
  insertCohorts,
  leaveReleaseJob,
  separateRoles,
} from '../release/queries.ts'
import { release } from './release.ts'
import { releaseNetwork } from './release-network.ts'

/** A year of months, for quarters of which the first one counts. */
const monthsFrozen = 12

/**
 * Only for the demo company: the cohorts that its past months would have frozen, and what the nights since would have
 * published about these communities. About two seconds for a community.
 */
export async function addDemoReleases(ctx: Context, communityIds: readonly string[]): Promise<void> {
  const { tx } = ctx
  const { timezone } = await getBusinessCalendar(tx, null)
  const today = dayOf(ctx.now, timezone)
  const isSeparate = await separateRoles(tx)
  if (isSeparate) await becomeReleaseJob(tx)
  let month = periodOf(today, 'month')
  for (let frozen = 0; frozen < monthsFrozen; frozen++) {
    await insertCohorts(tx, spanOf(month, timezone), { demo: true })
    month = periodBefore(month)
  }
  for (const communityId of communityIds)
    for (const metric of releaseMetrics)
      for (const { period } of closedPeriods(metric.grain, today, ctx.now, timezone, {
        most: 2,
        ...(metric.maturityDays && { maturityDays: metric.maturityDays }),
      })) {
        const asked = { metric: metric.id, scope: { communityId }, period, demo: true }
        await release(ctx, asked)
        if (metric.id === 'M22') await releaseNetwork(ctx, asked)
      }
  if (isSeparate) await leaveReleaseJob(tx)
}

/** Only for the demo company: takes all of it back. */
export const removeDemoReleases = (ctx: Context): Promise<void> => deleteDemoReleases(ctx.tx)
