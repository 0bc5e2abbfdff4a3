import { startOfDay } from '../business-clock.ts'

export type Grain = 'month' | 'quarter'

/** A calendar month or quarter. `from` is its first day, `until` the day after its last. */
export interface Span {
  period: string
  grain: Grain
  from: string
  until: string
  start: Date
  end: Date
}

/** What is late may still come in for so many days after a period; then it is closed for good. */
export const graceDays = 3

const dayOfMonth = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)

/** The span of `2026-10` or `2026-Q3` in a time zone. */
export function spanOf(period: string, timezone: string): Span {
  const year = Number(period.slice(0, 4))
  const grain: Grain = period[5] === 'Q' ? 'quarter' : 'month'
  const first = grain === 'quarter' ? (Number(period[6]) - 1) * 3 : Number(period.slice(5)) - 1
  const from = dayOfMonth(year, first)
  const until = dayOfMonth(year, first + (grain === 'quarter' ? 3 : 1))
  return { period, grain, from, until, start: startOfDay(from, timezone), end: startOfDay(until, timezone) }
}

/** The period that a day (`YYYY-MM-DD`) falls in. */
export function periodOf(day: string, grain: Grain): string {
  if (grain === 'month') return day.slice(0, 7)
  return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`
}

/** The period before. */
export function periodBefore(period: string): string {
  const year = Number(period.slice(0, 4))
  if (period[5] === 'Q') return period[6] === '1' ? `${year - 1}-Q4` : `${year}-Q${Number(period[6]) - 1}`
  return dayOfMonth(year, Number(period.slice(5)) - 2).slice(0, 7)
}

/** Whether the period is over, its grace too, and what it counts has had the `maturityDays` that it needs. */
export const isClosed = (span: Span, now: Date, maturityDays = 0): boolean =>
  now.getTime() >= span.end.getTime() + (graceDays + maturityDays) * 86_400_000

/** The latest closed periods of a grain, newest first. */
export function closedPeriods(
  grain: Grain,
  today: string,
  now: Date,
  timezone: string,
  options: { maturityDays?: number; most: number },
): Span[] {
  const spans: Span[] = []
  for (let period = periodBefore(periodOf(today, grain)); spans.length < options.most;) {
    const span = spanOf(period, timezone)
    if (isClosed(span, now, options.maturityDays)) spans.push(span)
    else if (now.getTime() - span.end.getTime() > 400 * 86_400_000) break
    period = periodBefore(period)
  }
  return spans
}
