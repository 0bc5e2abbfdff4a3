import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import { addDays, startOfDay } from '../business-clock.ts'
import { fewestPeople } from '../figures/compute.ts'
import { findSiteOf } from '../standing-queries.ts'
import { insertTimeSaved, sumTimeSaved } from '../time-saved/queries.ts'
import type { DeclaredTime } from '../time-saved/queries.ts'

/** Sums below so many declarants are not told (class A5). */
export type TimeSaved =
  | { withheld: null; n: number; sumMinutes: number; medianMinutes: number }
  | { withheld: 'privacy' | 'noCase' }

/**
 * M29 of a community between two calendar days, both included: minutes declared, how many declarations, their median.
 * Withheld below five people. For sums of closed periods that are shown, ask `listReleases` for M29.
 */
export async function readTimeSaved(
  ctx: Context,
  communityId: string,
  from: string,
  to: string,
): Promise<TimeSaved> {
  const { timezone } = await getBusinessCalendar(ctx.tx, await findSiteOf(ctx.tx, communityId))
  const { n, people, sumMinutes, medianMinutes } = await sumTimeSaved(
    ctx.tx,
    communityId,
    startOfDay(from, timezone),
    startOfDay(addDays(to, 1), timezone),
  )
  if (n === 0) return { withheld: 'noCase' }
  if (people < fewestPeople || medianMinutes === null) return { withheld: 'privacy' }
  return { withheld: null, n, sumMinutes, medianMinutes }
}

/** Only for the demo company: what its people would have declared. */
export async function addDemoTimeSaved(ctx: Context, rows: readonly DeclaredTime[]): Promise<void> {
  if (rows.length > 0) await insertTimeSaved(ctx.tx, rows)
}
