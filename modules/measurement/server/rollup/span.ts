import { addDays, dayOf, startOfDay } from '../business-clock.ts'
import { addMonths, firstDayOf, lastDayOf, mondayOf } from '../weeks.ts'

/** A month or a calendar quarter in a time zone, with the windows that its figures look at. */
export interface Span {
  /** The (last) month, `YYYY-MM`. */
  month: string
  months: 1 | 3
  timezone: string
  /** Calendar days, both included. */
  from: string
  to: string
  start: Date
  /** First instant after it. */
  end: Date
  /** Until when it has been observed: its end, or now. */
  asOf: Date
  half: { start: Date }
  year: { start: Date }
  /** The thirteen whole weeks that end with it or just before (M04, M08, M17). */
  quarter: { from: string; to: string; start: Date; end: Date }
  /** Whole ISO weeks whose Thursday lies in it and that are over (M06). */
  weeks: { start: Date; end: Date; count: number }
}

/** Lays out the span of `months` that ends with `month`, as seen at `now`. */
export function spanOf(month: string, months: 1 | 3, timezone: string, now: Date): Span {
  const from = firstDayOf(addMonths(month, 1 - months))
  const to = lastDayOf(month)
  const at = (day: string) => startOfDay(day, timezone)
  const end = at(addDays(to, 1))
  const asOf = new Date(Math.min(end.getTime(), now.getTime()))
  // While the span runs, the thirteen weeks end with the last week that is over.
  const latest = asOf < end ? addDays(dayOf(now, timezone), -1) : to
  const sunday = addDays(mondayOf(addDays(latest, 1)), -1)
  const firstThursdayWeek = mondayOf(addDays(mondayOf(from), 3) < from ? addDays(from, 7) : from)
  const lastThursdayWeek = addDays(mondayOf(to), 3) > to ? addDays(mondayOf(to), -7) : mondayOf(to)
  const weeksTo =
    addDays(lastThursdayWeek, 7) <= addDays(sunday, 1) ? addDays(lastThursdayWeek, 7) : addDays(sunday, 1)
  const count = Math.max(
    0,
    Math.round((Date.parse(weeksTo) - Date.parse(firstThursdayWeek)) / (7 * 86_400_000)),
  )
  return {
    month,
    months,
    timezone,
    from,
    to,
    start: at(from),
    end,
    asOf,
    half: { start: at(firstDayOf(addMonths(month, -5))) },
    year: { start: at(firstDayOf(addMonths(month, -11))) },
    quarter: {
      from: addDays(sunday, -90),
      to: sunday,
      start: at(addDays(sunday, -90)),
      end: at(addDays(sunday, 1)),
    },
    weeks: { start: at(firstThursdayWeek), end: at(count ? weeksTo : firstThursdayWeek), count },
  }
}

/** `2026-10`, or `2026-Q3`. */
export const periodOf = ({ month, months }: Pick<Span, 'month' | 'months'>): string =>
  months === 1 ? month : `${month.slice(0, 4)}-Q${Number(month.slice(5)) / 3}`

/** The last month and length of a period's name. */
export function readPeriod(period: string): { month: string; months: 1 | 3 } {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  return quarter
    ? { month: `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}`, months: 3 }
    : { month: period, months: 1 }
}

/** The calendar quarter's last month. */
export const quarterMonthOf = (month: string): string =>
  `${month.slice(0, 4)}-${String(Math.ceil(Number(month.slice(5)) / 3) * 3).padStart(2, '0')}`
