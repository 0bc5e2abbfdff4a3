import { publicHolidays } from '#platform/shared/holidays.ts'

/** Rules of one person's quiet hours, in their own time zone. */
export interface QuietRules {
  timezone: string
  isQuiet: boolean
  /** Wall time `HH:MM`. */
  quietFrom: string
  quietTo: string
  quietWeekends: boolean
  quietHolidays: boolean
  /** Country whose public holidays count. */
  country: string
}

export interface LocalMoment {
  /** `YYYY-MM-DD` */
  day: string
  /** `HH:MM` */
  time: string
  /** ISO weekday, 1 = Monday. */
  weekday: number
}

const parts = new Map<string, Intl.DateTimeFormat>()
function formatOf(timezone: string): Intl.DateTimeFormat {
  let format = parts.get(timezone)
  if (!format) {
    const options = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    } as const
    try {
      format = new Intl.DateTimeFormat('en-CA', { ...options, timeZone: timezone })
    } catch {
      // A zone that this version of the time zone database does not know must not stop a mail.
      format = new Intl.DateTimeFormat('en-CA', { ...options, timeZone: 'UTC' })
    }
    parts.set(timezone, format)
  }
  return format
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** Day and wall time of an instant in a time zone. */
export function localMoment(at: Date, timezone: string): LocalMoment {
  const found = Object.fromEntries(
    formatOf(timezone)
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  )
  const day = `${found['year']}-${found['month']}-${found['day']}`
  return { day, time: `${found['hour']}:${found['minute']}`, weekday: weekdayOf(day) }
}

/** The day after, before or `days` away. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/**
 * The instant of a wall time in a zone. A time that a clock change skips is the same time counted from before the
 * change (02:30 → 03:30), one that comes twice is the first of the two.
 */
export function instantOf(day: string, time: string, timezone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const offsetAt = (utc: number): number => {
    const local = localMoment(new Date(utc), timezone)
    return Date.parse(`${local.day}T${local.time}:00Z`) - Math.floor(utc / 60_000) * 60_000
  }
  const before = offsetAt(wall - 86_400_000)
  const after = offsetAt(wall + 86_400_000)
  const early = wall - before
  // In the offset of the day before, unless the clocks had changed by then.
  if (offsetAt(early) === before) return new Date(early)
  const late = wall - after
  return new Date(offsetAt(late) === after ? late : early)
}

const isHoliday = (day: string, country: string): boolean =>
  publicHolidays(country, Number(day.slice(0, 4))).has(day)

/** Whether a local day is one of rest by these rules. */
export const isDayOff = (rules: QuietRules, day: string): boolean =>
  (rules.quietWeekends && weekdayOf(day) > 5) || (rules.quietHolidays && isHoliday(day, rules.country))

/** Whether nothing may leave at this moment. */
export function isQuietAt(rules: QuietRules, at: Date): boolean {
  if (!rules.isQuiet) return false
  const { day, time } = localMoment(at, rules.timezone)
  if (isDayOff(rules, day)) return true
  const { quietFrom: from, quietTo: to } = rules
  if (from === to) return false
  return from < to ? time >= from && time < to : time >= from || time < to
}

/** The first moment from `at` on at which something may leave; `at` itself where it is not quiet. */
export function nextAwake(rules: QuietRules, at: Date): Date {
  if (!isQuietAt(rules, at)) return at
  const { day } = localMoment(at, rules.timezone)
  // Three weeks are longer than any run of days off; beyond, rules that never wake would hold for ever.
  for (let days = 0; days <= 21; days++) {
    const candidate = addDays(day, days)
    if (isDayOff(rules, candidate)) continue
    const starts = rules.quietFrom === rules.quietTo ? ['00:00'] : ['00:00', rules.quietTo]
    for (const start of starts) {
      const wakes = instantOf(candidate, start, rules.timezone)
      if (wakes > at && !isQuietAt(rules, wakes)) return wakes
    }
  }
  return new Date(at.getTime() + 21 * 86_400_000)
}
