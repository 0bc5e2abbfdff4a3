import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import { addDays, dayOf, startOfDay } from '../business-clock.ts'
import { listKeptWeeks } from '../board-queries.ts'
import { share } from '../figures/estimate.ts'
import type { Estimate } from '../figures/estimate.ts'
import { levelWeeks, readSeasonOf } from '../season/season.ts'
import type { Season } from '../season/season.ts'
import {
  countContributions,
  countInteractive,
  findFirstActivity,
  findSiteOf,
  listWeeklyContributions,
} from '../standing-queries.ts'
import { addMonths, firstDayOf, mondayOf, monthOf, sameWeekLastYear } from '../weeks.ts'

// What modules above ask about one community. Rights are the caller's.

export interface CommunitySeason extends Season {
  /** The last closed week, by its Monday, and its M33. */
  week: string
  observed: number
  expected: number | null
  ratio: number | null
}

/**
 * M33 of the last closed week, with the twelve weeks before it: observed contributions against what the season lets
 * expect. `expected` is null where nothing is known yet; `profile: 'default'` = less than a year of its own, to be said.
 */
export async function readSeason(ctx: Context, communityId: string): Promise<CommunitySeason> {
  const timezone = await timezoneOf(ctx, communityId)
  const last = addDays(mondayOf(dayOf(ctx.now, timezone)), -7)
  const season = await seasonUpTo(ctx, communityId, timezone, last, 13)
  const { observed, expected, ratio } = season.weeks.at(-1)!
  return { ...season, week: last, observed, expected, ratio }
}

/** Whether a week (any day of it) is as lively as its season lets expect; true where nothing is known to expect. */
export async function isInSeason(ctx: Context, communityId: string, week: string): Promise<boolean> {
  const timezone = await timezoneOf(ctx, communityId)
  const season = await seasonUpTo(ctx, communityId, timezone, mondayOf(week), 1)
  return !season.weeks[0]!.isLow
}

/**
 * M07 of the last closed month (or `month`, `YYYY-MM`): people who took part in it among those who took part in the
 * twelve months that end with it, in percent; `value` is null below twenty people (`part` of `n` are always given).
 */
export async function readM07(
  ctx: Context,
  communityId: string,
  asked?: string,
): Promise<Estimate & { month: string }> {
  const timezone = await timezoneOf(ctx, communityId)
  const month = asked ?? addMonths(monthOf(dayOf(ctx.now, timezone)), -1)
  const start = (one: string) => startOfDay(firstDayOf(one), timezone)
  const people = await countInteractive(
    ctx.tx,
    communityId,
    start(addMonths(month, -11)),
    start(month),
    start(addMonths(month, 1)),
  )
  return { month, ...share(people.month, people.year) }
}

/**
 * M09 of a month (`YYYY-MM`, or any day of it): contributions that members, not managers, brought, in percent;
 * `value` is null below twenty contributions (`part` of `n` are always given).
 */
export async function readMemberShare(
  ctx: Context,
  communityId: string,
  month: string,
): Promise<Estimate & { month: string }> {
  const timezone = await timezoneOf(ctx, communityId)
  const named = monthOf(month)
  const { all, byManagers } = await countContributions(
    ctx.tx,
    communityId,
    startOfDay(firstDayOf(named), timezone),
    startOfDay(firstDayOf(addMonths(named, 1)), timezone),
  )
  return { month: named, ...share(all - byManagers, all) }
}

async function timezoneOf(ctx: Context, communityId: string): Promise<string> {
  return (await getBusinessCalendar(ctx.tx, await findSiteOf(ctx.tx, communityId))).timezone
}

async function seasonUpTo(
  ctx: Context,
  communityId: string,
  timezone: string,
  last: string,
  weeks: number,
): Promise<Season> {
  const mondays = Array.from({ length: weeks }, (_unused, index) => addDays(last, -7 * (weeks - 1 - index)))
  const from = sameWeekLastYear(addDays(mondays[0]!, -7 * (levelWeeks + 1)))
  const kept = await listKeptWeeks(ctx.tx, communityId, false, from)
  // Counted already: the same weeks as on the page of figures, at the price of a few rows.
  if (kept.firstWeek !== null)
    return readSeasonOf(
      new Map(kept.weeks.map(({ week, contributions }) => [week, contributions])),
      kept.firstWeek,
      mondays,
    )
  const rows = await listWeeklyContributions(
    ctx.tx,
    communityId,
    startOfDay(from, timezone),
    startOfDay(addDays(last, 7), timezone),
    timezone,
  )
  const first = await findFirstActivity(ctx.tx, communityId)
  return readSeasonOf(
    new Map(rows.map(({ week, n }) => [week, n])),
    first && mondayOf(dayOf(first, timezone)),
    mondays,
  )
}
