import { publicHolidays } from '#platform/shared/holidays.ts'

/** When a site is open, as people keeps it. */
export interface SiteCalendar {
  timezone: string
  /** Wall time `HH:MM`. */
  opens: string
  closes: string
  /** ISO weekdays, 1 = Monday. */
  workdays: readonly number[]
  country: string
}

export interface BusinessClock {
  /** Business hours between two instants; 0 when `end` is not after `start`. */
  hoursBetween(start: Date, end: Date): number
  /** The instant at which so many business hours have passed since `start`. */
  after(start: Date, hours: number): Date
  /** Hours of one business day. */
  hoursPerDay: number
}

const dayMs = 86_400_000
const hourMs = 3_600_000

/**
 * A clock that runs only while the site is open: its workdays, without public holidays, from opening to closing
 * in its own time zone (daylight saving included). Opening hours are laid out a year at a time and searched, so
 * that twelve years of a delay cost no more than an hour.
 */
export function businessClock(calendar: SiteCalendar): BusinessClock {
  const offsetAt = offsets(calendar.timezone)
  const openings: number[] = []
  const closings: number[] = []
  /** Business milliseconds before each opening. */
  const before: number[] = []
  let firstYear = Number.NaN
  let lastYear = Number.NaN

  const layOut = (from: number, to: number): void => {
    openings.length = closings.length = before.length = 0
    let sum = 0
    for (let year = from; year <= to; year++) {
      const holidays = publicHolidays(calendar.country, year)
      for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += dayMs) {
        const weekday = new Date(day).getUTCDay() || 7
        if (!calendar.workdays.includes(weekday) || holidays.has(new Date(day).toISOString().slice(0, 10)))
          continue
        const opens = instantOf(day + wallMs(calendar.opens), offsetAt)
        const closes = instantOf(day + wallMs(calendar.closes), offsetAt)
        openings.push(opens)
        closings.push(closes)
        before.push(sum)
        sum += closes - opens
      }
    }
    firstYear = from
    lastYear = to
  }
  const cover = (start: number, end: number): void => {
    // A year of margin on both sides absorbs time zones and makes repeated growth rare.
    const from = new Date(start).getUTCFullYear()
    const to = new Date(end).getUTCFullYear()
    if (from - 1 >= firstYear && to + 1 <= lastYear) return
    layOut(
      Math.min(from - 1, Number.isNaN(firstYear) ? from - 1 : firstYear),
      Math.max(to + 1, Number.isNaN(lastYear) ? to + 1 : lastYear),
    )
  }
  const elapsed = (at: number): number => {
    const index = lastAtMost(openings, at)
    return index < 0 ? 0 : before[index]! + Math.min(at, closings[index]!) - openings[index]!
  }

  return {
    hoursPerDay: (wallMs(calendar.closes) - wallMs(calendar.opens)) / hourMs,
    hoursBetween(start, end) {
      if (end <= start || calendar.workdays.length === 0) return 0
      cover(start.getTime(), end.getTime())
      return (elapsed(end.getTime()) - elapsed(start.getTime())) / hourMs
    },
    after(start, hours) {
      if (calendar.workdays.length === 0) return new Date(start.getTime() + hours * hourMs)
      // A working week has at least one day: 400 calendar days per 40 business days is ample.
      const reach = start.getTime() + (Math.ceil(hours / Math.max(0.25, this.hoursPerDay)) + 10) * 10 * dayMs
      cover(start.getTime(), reach)
      const target = elapsed(start.getTime()) + hours * hourMs
      if (hours <= 0) return start
      const index = lastAtMost(before, target - 1)
      return new Date(openings[index]! + target - before[index]!)
    },
  }
}

const wallMs = (wall: string): number => {
  const [hours, minutes] = wall.split(':').map(Number)
  return (hours! * 60 + (minutes ?? 0)) * 60_000
}

/** Index of the last value ≤ `at` in an ascending list, or -1. */
function lastAtMost(values: readonly number[], at: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Offset of a time zone from UTC at an instant, in milliseconds. */
function offsets(timezone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    return (
      Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']) -
      at
    )
  }
}

/** The instant of a wall time (written as if it were UTC). In the gap of a spring forward: the instant after it. */
function instantOf(wall: number, offsetAt: (at: number) => number): number {
  const guess = wall - offsetAt(wall)
  return wall - offsetAt(guess)
}

/** The instant at which a calendar day begins in a time zone. */
export const startOfDay = (day: string, timezone: string): Date =>
  new Date(instantOf(Date.parse(`${day}T00:00:00Z`), offsets(timezone)))

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export function dayOf(at: Date, timezone: string): string {
  return new Date(at.getTime() + offsets(timezone)(at.getTime())).toISOString().slice(0, 10)
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
