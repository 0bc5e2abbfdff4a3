import { getCommunityFor } from '#modules/communities/public.ts'
import type { Board, BoardFigure, Season } from '#modules/measurement/contract.ts'
import type { ReleasedRow } from '#modules/measurement/release-contract.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { addDays, dayOf } from '../business-clock.ts'
import { fewestCases } from '../figures/estimate.ts'
import { metrics, rolledUp } from '../metrics/index.ts'
import type { RolledUp } from '../metrics/metric.ts'
import { listKeptRows, listKeptWeeks, findState } from '../board-queries.ts'
import type { KeptRow } from '../board-queries.ts'
import { periodOf, readPeriod, spanOf } from '../rollup/span.ts'
import type { Span } from '../rollup/span.ts'
import { levelWeeks, readSeasonOf } from '../season/season.ts'
import { addMonths, firstDayOf, lastDayOf, mondayOf, monthOf, sameWeekLastYear } from '../weeks.ts'
import { listReleases } from './list-releases.ts'

export interface BoardAsked {
  /** `2026-10` or `2026-Q3`; by default the last closed month, or quarter where a month is too small for rates. */
  period?: string | undefined
  history?: boolean | undefined
}

/** How many spans of the past a figure is shown with. */
const past = 12
/** How far back a period can be chosen. */
const monthsToChoose = 36

/**
 * A closed month or quarter from the rollups, with its past: the same numbers for members, managers and sponsors; a
 * reader who is not a member gets those made of public acts; guests none. Its cost does not grow with the community.
 * Refusals: 404, 403, `periodNotClosed`.
 */
export async function getBoard(ctx: Context, community: string, asked: BoardAsked): Promise<Board> {
  const access = await getCommunityFor(ctx, community, 'read')
  if (ctx.actor.kind === 'member' && ctx.actor.memberKind === 'guest')
    throw new Refusal('notPermitted', { reason: 'guestsSeeNoFigures' })
  const { timezone } = await getBusinessCalendar(ctx.tx, access.siteId)
  const thisMonth = monthOf(dayOf(ctx.now, timezone))
  const lastMonth = addMonths(thisMonth, -1)
  const state = await findState(ctx.tx, access.id, firstDayOf(lastMonth))
  const first = state && state.firstMonth <= lastMonth ? state.firstMonth : lastMonth
  // A community that lives on what it brought along would read as empty without it, and the page says that it counts.
  const history = (asked.history ?? (state?.own ?? 0) === 0) && (state?.hasHistory ?? false)
  const { month, months } = readPeriod(
    asked.period ?? usual(lastMonth, first, (history ? state?.all : state?.own) ?? null),
  )
  if (month > lastMonth || month < first)
    throw new Refusal('periodNotClosed', { period: periodOf({ month, months }) })
  const span = spanOf(month, months, timezone, ctx.now)

  const rows = await listKeptRows(ctx.tx, access.id, history, months, {
    from: firstDayOf(addMonths(month, -months * past + months)),
    to: firstDayOf(month),
    now: firstDayOf(thisMonth),
  })
  const scope = access.isMember || ctx.actor.kind === 'system' ? 'all' : 'public'
  const figures = rolledUp
    .filter((metric) => scope === 'all' || metric.privacyClass === 'P')
    .map((metric) => figureOf(metric, rows, span, thisMonth))
  const period = periodOf(span)
  return {
    communityId: access.id,
    period,
    from: span.from,
    to: span.to,
    timezone,
    periods: choices(first, lastMonth),
    history,
    hasHistory: state?.hasHistory ?? false,
    computedAt: state?.computedAt.toISOString() ?? null,
    scope,
    figures,
    season: await seasonOf(ctx, access.id, history, span),
    releases: scope === 'all' ? await totalsOf(ctx, access.id, span) : [],
    elsewhere: metrics.flatMap(({ id, where }) => (where ? [{ id, where }] : [])),
  }
}

/** Published totals of the period; what is published by quarter stands beside a month with the last quarter that was over. */
async function totalsOf(ctx: Context, communityId: string, span: Span): Promise<ReleasedRow[]> {
  const totals = async (period: string) =>
    (await listReleases(ctx, { communityId, period })).filter(({ dimension }) => dimension === 'total')
  const own = await totals(periodOf(span))
  if (span.months === 3) return own
  const closed = addMonths(span.month, -(Number(span.month.slice(5)) % 3))
  const byQuarter = await totals(periodOf({ month: closed, months: 3 }))
  return [...own, ...byQuarter.filter(({ metric }) => !own.some((row) => row.metric === metric))]
}

/**
 * What is read without a choice: the last closed month; where it has too few conversations for a rate, the last closed
 * quarter, if the community was there in it.
 */
function usual(lastMonth: string, first: string, conversations: number | null): string {
  const closed = addMonths(lastMonth, -(Number(lastMonth.slice(5)) % 3))
  return conversations !== null && conversations < fewestCases && closed >= first
    ? periodOf({ month: closed, months: 3 })
    : lastMonth
}

/** Months and whole quarters that are over, newest first, no further back than there is something. */
function choices(first: string, last: string): string[] {
  const periods: string[] = []
  const earliest = [first, addMonths(last, 1 - monthsToChoose)].toSorted().at(-1)!
  for (let month = last; month >= earliest; month = addMonths(month, -1)) {
    if (Number(month.slice(5)) % 3 === 0) periods.push(periodOf({ month, months: 3 }))
    periods.push(month)
  }
  return periods
}

const empty = { value: null, part: null, n: 0, low: null, high: null, withheld: 'noCase' } as const
const estimateOf = (row: KeptRow | undefined) => {
  if (!row) return empty
  const { value, hits, n, low, high, withheld } = row
  return { value, part: hits, n, low, high, withheld }
}

function figureOf(metric: RolledUp, rows: readonly KeptRow[], span: Span, thisMonth: string): BoardFigure {
  // What is about now stands in the running month, whatever period is read.
  const isNow = metric.grain === 'now'
  const at = isNow ? thisMonth : span.month
  const months = isNow ? 1 : span.months
  const own = rows.filter((row) => row.metric === metric.id && row.months === months)
  const find = (month: string, part: string) => own.find((row) => row.month === month && row.part === part)
  const value = find(at, '')
  const before = find(addMonths(at, -months), '')
  return {
    id: metric.id,
    question: metric.question,
    unit: metric.unit,
    ...estimateOf(value),
    window: {
      ...(metric.grain === 'weeks13'
        ? { from: span.quarter.from, to: span.quarter.to }
        : { from: span.from, to: span.to }),
      kind: isNow ? 'now' : metric.grain === 'weeks13' ? 'weeks' : months === 3 ? 'quarter' : 'month',
    },
    privacyClass: metric.privacyClass as BoardFigure['privacyClass'],
    benchmark: metric.benchmark,
    reference: metric.reference ?? null,
    trend: trendOf(value, before),
    parts: (metric.parts ?? []).map((key) => ({ key, ...estimateOf(find(at, key)) })),
    series: isNow
      ? []
      : Array.from({ length: past }, (_unused, index) => addMonths(at, -months * (past - 1 - index)))
          .filter((month) => rows.length > 0 && month >= rows[0]!.month)
          .map((month) => ({ period: periodOf({ month, months }), ...estimateOf(find(month, '')) })),
  }
}

/** An arrow only where the 95 % intervals lie apart. */
export function trendOf(now: KeptRow | undefined, before: KeptRow | undefined): 'up' | 'down' | null {
  if (!now || !before || now.low === null || now.high === null || before.low === null || before.high === null)
    return null
  return now.low > before.high ? 'up' : now.high < before.low ? 'down' : null
}

async function seasonOf(ctx: Context, communityId: string, history: boolean, span: Span): Promise<Season> {
  // Weeks belong to the month of their Thursday; only those that are over.
  const lastWeek = addDays(mondayOf(dayOf(ctx.now, span.timezone)), -7)
  const inPeriod: string[] = []
  for (let week = mondayOf(span.from); week <= lastDayOf(span.month); week = addDays(week, 7))
    if (addDays(week, 3) >= span.from && addDays(week, 3) <= span.to && week <= lastWeek) inPeriod.push(week)
  const recent = Array.from({ length: 13 }, (_unused, index) => addDays(lastWeek, -7 * (12 - index)))
  const earliest = [inPeriod[0] ?? lastWeek, recent[0]!].toSorted()[0]!
  const kept = await listKeptWeeks(
    ctx.tx,
    communityId,
    history,
    sameWeekLastYear(addDays(earliest, -7 * (levelWeeks + 1))),
  )
  const activity = new Map(kept.weeks.map(({ week, contributions }) => [week, contributions]))
  const ofPeriod = readSeasonOf(activity, kept.firstWeek, inPeriod)
  const now = readSeasonOf(activity, kept.firstWeek, recent)
  const known = ofPeriod.weeks.filter(({ expected }) => expected !== null)
  const expected = known.length > 0 ? known.reduce((sum, week) => sum + (week.expected ?? 0), 0) : null
  const observed = known.reduce((sum, week) => sum + week.observed, 0)
  return {
    ...now,
    profile: inPeriod.length > 0 ? ofPeriod.profile : now.profile,
    observed,
    expected,
    ratio: expected ? observed / expected : null,
  }
}
