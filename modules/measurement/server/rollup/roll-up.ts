import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import { addDays, businessClock, dayOf, startOfDay } from '../business-clock.ts'
import { listFirstContributions, listThreads, listUnansweredQuestions } from '../queries.ts'
import { findSiteOf } from '../standing-queries.ts'
import { addMonths, firstDayOf, lastDayOf, mondayOf, monthOf } from '../weeks.ts'
import { endManagers, markMonths, noteManagers, setState, takeMonth } from './dirty.ts'
import { countPeople, findBeginning, replaceDaysAndWeeks, replaceRollup } from './queries.ts'
import { newcomerRows, peopleRows, threadRows, waitingRows } from './rows.ts'
import { quarterMonthOf, spanOf } from './span.ts'
import type { Span } from './span.ts'

/**
 * Makes the figures of one due month again, with those of its quarter, in the caller's transaction: the mark goes
 * together with the work, so that a process killed in the middle leaves the month due. Answers the month, or undefined
 * when nothing is due.
 */
export async function rollUpNext(
  ctx: Context,
  communityId: string,
  atNightToo = false,
): Promise<string | undefined> {
  const month = await takeMonth(ctx.tx, communityId, atNightToo)
  if (month === undefined) return undefined
  const calendar = await getBusinessCalendar(ctx.tx, await findSiteOf(ctx.tx, communityId))
  const { timezone } = calendar
  const business = businessClock(calendar)
  const { firstAt, hasHistory } = await findBeginning(ctx.tx, communityId)
  const thisMonth = monthOf(dayOf(ctx.now, timezone))
  if (month > thisMonth) return month
  await endManagers(ctx.tx, communityId, ctx.now)
  await noteManagers(ctx.tx, communityId)
  const first = firstAt === null ? thisMonth : monthOf(dayOf(firstAt, timezone))
  const spans = [spanOf(month, 1, timezone, ctx.now), spanOf(quarterMonthOf(month), 3, timezone, ctx.now)]
  const [, quarter] = spans as [Span, Span]
  for (const history of hasHistory ? [false, true] : [false]) {
    // Read once for the quarter; the month is part of it.
    const threads = await listThreads(ctx.tx, communityId, quarter.start, quarter.end, history)
    const firsts = await listFirstContributions(ctx.tx, communityId, quarter.start, quarter.end, history)
    const waiting =
      month === thisMonth
        ? await listUnansweredQuestions(ctx.tx, communityId, ctx.now, spans[0]!.start, history)
        : null
    for (const span of spans)
      await replaceRollup(ctx.tx, communityId, history, span, [
        ...peopleRows(await countPeople(ctx.tx, communityId, span, history), span),
        ...threadRows(
          threads.filter(({ createdAt }) => createdAt >= span.start && createdAt < span.end),
          span,
          ctx.now,
          business,
        ),
        ...newcomerRows(
          firsts.filter(({ at }) => at >= span.start && at < span.end),
          ctx.now,
          business,
        ),
        ...(waiting && span.months === 1 ? waitingRows(waiting, ctx.now, business) : []),
      ])
    const days = { from: firstDayOf(month), to: firstDayOf(addMonths(month, 1)) }
    const weeks = { from: mondayOf(days.from), to: addDays(mondayOf(lastDayOf(month)), 7) }
    const instants = ({ from, to }: { from: string; to: string }) => ({
      from,
      to,
      start: startOfDay(from, timezone),
      end: startOfDay(to, timezone),
    })
    await replaceDaysAndWeeks(ctx.tx, communityId, history, instants(days), instants(weeks), timezone)
  }
  await setState(ctx.tx, communityId, first < month ? first : month, hasHistory, ctx.now)
  return month
}

/** Marks everything since the community's first act; `preau figures rebuild`, imports, and communities never counted. */
export async function markAll(ctx: Context, communityId: string, atNight = false): Promise<boolean> {
  const { timezone } = await getBusinessCalendar(ctx.tx, await findSiteOf(ctx.tx, communityId))
  const { firstAt } = await findBeginning(ctx.tx, communityId)
  const now = monthOf(dayOf(ctx.now, timezone))
  return markMonths(
    ctx.tx,
    communityId,
    monthsBetween(firstAt ? monthOf(dayOf(firstAt, timezone)) : now, now),
    atNight,
  )
}

/** Both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month)
  return months
}
