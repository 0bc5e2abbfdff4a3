import type { Rhythm } from '../words.ts'

/**
 * M34: (now − baseline) / (target − baseline). 0 at the baseline, 1 at the target, more beyond it, less than 0 when it
 * got worse; the same formula whichever way is better. Null while one of the three is missing or the target is the
 * baseline, where the formula says nothing.
 */
export function progressOf(
  baseline: number | null,
  target: number | null,
  now: number | null,
): number | null {
  if (baseline === null || target === null || now === null || target === baseline) return null
  const progress = (now - baseline) / (target - baseline)
  if (!Number.isFinite(progress)) return null
  return progress === 0 ? 0 : progress
}

/** Which way is better. */
export const directionOf = (baseline: number | null, target: number | null): 'up' | 'down' | null =>
  baseline === null || target === null || baseline === target ? null : target > baseline ? 'up' : 'down'

/** Process communities follow their indicator each month, the others each quarter. */
export const rhythmOf = (kind: string): Rhythm => (kind === 'process' ? 'month' : 'quarter')

/** The same day so many months later, or the month's last one. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/** A month or a quarter after the last value, or after the baseline when there is none yet. */
export const nextValueDue = (
  lastOn: string | null,
  baselineOn: string | null,
  rhythm: Rhythm,
): string | null => {
  const from = lastOn ?? baselineOn
  return from === null ? null : addMonths(from, rhythm === 'month' ? 1 : 3)
}

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export const dayIn = (at: Date, timezone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
