import { getBusinessCalendar } from '#modules/people/public.ts'
import type { BusinessCalendar } from '#modules/people/public.ts'
import type { Zone } from '#modules/editorial/words.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db/tx.ts'
import { isWorkingDay } from './days.ts'
import { findQuietCalendar } from './queries/places.ts'
import { schoolHolidays } from './school-holidays.ts'
import type { YearFacts } from './season.ts'

export interface PlaceFacts extends YearFacts, Pick<BusinessCalendar, 'timezone'> {
  zone: Zone
}

/** When the place of a community works and rests. Two statements. */
export async function getPlaceFacts(tx: Tx, siteId: string | null): Promise<PlaceFacts> {
  const [business, quiet] = [await getBusinessCalendar(tx, siteId), await findQuietCalendar(tx, siteId)]
  const zone = quiet?.zone ?? 'none'
  return {
    timezone: business.timezone,
    workdays: business.workdays,
    country: business.country,
    alsaceMoselle: quiet?.alsaceMoselle ?? false,
    zone,
    periods:
      zone === 'none'
        ? []
        : zone === 'file'
          ? (quiet?.periods ?? []).map(({ label, from, to }) => ({
              label: { fr: label, en: label },
              from,
              to,
            }))
          : schoolHolidays(zone),
  }
}

/** The place of a community, by its id. */
export async function getFactsOf(ctx: Context, communityId: string): Promise<PlaceFacts> {
  const row = await ctx.tx.row<{ siteId: string | null }>(
    'select site_id as "siteId" from communities.community where id = $1',
    [communityId],
  )
  return getPlaceFacts(ctx.tx, row?.siteId ?? null)
}

/** Not worked, or a school holiday. */
export const isQuiet = (facts: YearFacts, day: string): boolean =>
  !isWorkingDay(facts, day) || facts.periods.some((one) => one.from <= day && one.to >= day)
