// CommonJS: Node gives its names as properties of the default import.
// oxlint-disable-next-line import/default
import rrule from 'rrule'

/** A wall time as the library reckons: the same figures as if they were UTC, so that no zone can move them. */
const asDate = (wall: string): Date => new Date(`${wall}:00Z`)

/**
 * Wall times of a rule of RFC 5545 that begins at `firstWall`, in order, at most `max`, none after `untilDay`.
 * They carry no zone: nine o'clock stays nine o'clock when the clocks change. Throws on a rule that cannot be read.
 */
export function unroll(
  rule: string,
  firstWall: string,
  { untilDay, max = 500, afterDay }: { untilDay?: string; max?: number; afterDay?: string } = {},
): string[] {
  const { RRule } = rrule
  const walls: string[] = []
  new RRule({ ...RRule.parseString(rule), dtstart: asDate(firstWall) }).all((at) => {
    const wall = at.toISOString().slice(0, 16)
    if (untilDay !== undefined && wall.slice(0, 10) > untilDay) return false
    if (afterDay === undefined || wall.slice(0, 10) > afterDay) walls.push(wall)
    return walls.length < max
  })
  return walls
}

/** `2026-11-24` and 7 → `2026-12-01`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** How far ahead a series has its rows, in days. */
export const horizonDays = 183
/** Rows that one step may add: a daily series of six months has 183, a working week's worth is added again each night. */
export const maximumAhead = 190
