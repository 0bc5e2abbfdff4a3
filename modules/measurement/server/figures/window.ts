import { Refusal } from '#platform/shared/refusal.ts'
import { addDays, dayOf, startOfDay } from '../business-clock.ts'

/** Two calendar days, both included, and the instants that bound them. */
export interface Window {
  from: string
  to: string
  start: Date
  /** The first instant after the window. */
  end: Date
}

export const windowOf = (from: string, to: string, timezone: string): Window => ({
  from,
  to,
  start: startOfDay(from, timezone),
  end: startOfDay(addDays(to, 1), timezone),
})

/** The asked window, at most up to today; by default the 28 days up to today. Refuses one that makes no sense. */
export function askedWindow(
  asked: { from?: string | undefined; to?: string | undefined },
  now: Date,
  timezone: string,
): Window {
  const today = dayOf(now, timezone)
  const to = asked.to && asked.to < today ? asked.to : today
  const from = asked.from ?? addDays(to, -27)
  if (from > to || from < addDays(to, -25 * 366)) throw new Refusal('windowUnusable', { from, to })
  return windowOf(from, to, timezone)
}

/**
 * The window moved back until its youngest day has been observed for `days`: a question asked yesterday has not
 * had its week yet, and counting it as unanswered would make every recent window look bad.
 */
export function maturedWindow(window: Window, days: number, now: Date, timezone: string): Window {
  const youngest = addDays(dayOf(now, timezone), -days - 1)
  if (window.to <= youngest) return window
  const shift = Math.round((Date.parse(window.to) - Date.parse(youngest)) / 86_400_000)
  return windowOf(addDays(window.from, -shift), youngest, timezone)
}

/** The thirteen whole weeks (Monday to Sunday) that end with the window or just before. */
export function quarterOf(window: Window, timezone: string): Window {
  const weekday = new Date(`${window.to}T00:00:00Z`).getUTCDay()
  const sunday = addDays(window.to, -weekday)
  return windowOf(addDays(sunday, -90), sunday, timezone)
}

/** The twelve calendar months up to the window's end, oldest first. */
export function monthsUpTo(window: Window, timezone: string): { month: string; start: Date; end: Date }[] {
  const [year, month] = window.to.split('-').map(Number) as [number, number]
  return Array.from({ length: 12 }, (_unused, index) => {
    const first = (offset: number) =>
      new Date(Date.UTC(year, month - 12 + index + offset, 1)).toISOString().slice(0, 10)
    return {
      month: first(0).slice(0, 7),
      start: startOfDay(first(0), timezone),
      end: startOfDay(first(1), timezone),
    }
  })
}
