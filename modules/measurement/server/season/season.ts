import { addDays } from '../business-clock.ts'
import { monthOf, sameWeekLastYear } from '../weeks.ts'

/** Weeks before the one looked at that say how lively the community is at present. */
export const levelWeeks = 8
/** Weeks in a row below the season after which a dip is no accident. */
export const dipWeeks = 3
/** Below this share of what the season lets expect, a week counts as low. */
export const dipRatio = 0.75

/**
 * Share of an ordinary week that a community without a year of its own is expected to keep in a month: activity
 * dips after summer and Christmas, in February and in May in France (measurement.md R10, M33). A proposal, not a
 * published value: whoever shows it says « profil par défaut ».
 */
export const defaultProfile: Readonly<Record<string, number>> = {
  '01': 0.75,
  '02': 0.75,
  '05': 0.75,
  '09': 0.75,
}

export interface SeasonWeek {
  /** Its Monday. */
  week: string
  observed: number
  /** Null when nothing is known to expect anything from. */
  expected: number | null
  /** M33: observed / expected. */
  ratio: number | null
  /** Below the season by more than chance alone explains. */
  isLow: boolean
}

export interface Season {
  /** `own`: the community's own last year. `default`: it has no year yet. */
  profile: 'own' | 'default'
  weeks: SeasonWeek[]
  /** How many of the last weeks in a row are low. */
  lowWeeks: number
  /** Low for `dipWeeks` weeks or more. */
  isAbnormal: boolean
}

const weekly = (month: string): number => defaultProfile[month.slice(5)] ?? 1
const profileOf = (monday: string): number =>
  // A week belongs to the month of its Thursday.
  weekly(monthOf(addDays(monday, 3)))

/**
 * M33 for each of `weeks` (Mondays, ascending, closed weeks only): expected = same ISO week last year × (last 8
 * weeks / same 8 weeks last year). `activity` holds contributions by Monday, absent = none; `firstWeek` is the first
 * with any. Own history serves where it covers that week and its eight predecessors a year before and is not empty.
 */
export function readSeasonOf(
  activity: ReadonlyMap<string, number>,
  firstWeek: string | null,
  weeks: readonly string[],
): Season {
  const at = (monday: string) => activity.get(monday) ?? 0
  let profile: Season['profile'] = 'default'
  const seen = weeks.map((week): SeasonWeek => {
    const observed = at(week)
    const before = Array.from({ length: levelWeeks }, (_unused, index) => addDays(week, -7 * (index + 1)))
    const recent = sum(before.map(at))
    const lastYear = before.map(sameWeekLastYear)
    const covered =
      firstWeek !== null && [...lastYear, sameWeekLastYear(week)].every((one) => one >= firstWeek)
    const then = sum(lastYear.map(at))
    profile = covered && then > 0 ? 'own' : 'default'
    const expected =
      profile === 'own'
        ? at(sameWeekLastYear(week)) * (recent / then)
        : firstWeek === null || before.at(-1)! < firstWeek
          ? null
          : profileOf(week) * (recent / sum(before.map(profileOf)))
    return {
      week,
      observed,
      expected,
      ratio: expected === null || expected === 0 ? null : observed / expected,
      isLow: expected !== null && isBelow(observed, expected),
    }
  })
  let lowWeeks = 0
  while (lowWeeks < seen.length && seen[seen.length - 1 - lowWeeks]!.isLow) lowWeeks++
  return { profile, weeks: seen, lowWeeks, isAbnormal: lowWeeks >= dipWeeks }
}

/** Below three quarters of what was expected, and by more than chance does in 97.5 % of weeks of that size (Poisson). */
const isBelow = (observed: number, expected: number): boolean =>
  observed < dipRatio * expected && observed < expected - 1.96 * Math.sqrt(expected)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
