/** Weeks are named by their Monday, YYYY-MM-DD. */

export interface Candidate {
  id: string
  /** When they were trained: who waits longest for a first turn comes first. */
  trainedAt: string
  /** Weeks that count as theirs: held, to come and settled, or let pass. */
  weeks: readonly string[]
  /** A week that they handed back does not count, nor is it offered to them again. */
  refused: readonly string[]
  isAway: (week: string) => boolean
}

export interface Plan {
  assigned: { week: string; memberId: string }[]
  /** Weeks that nobody can take. */
  free: string[]
}

/**
 * Gives each open week to whoever had the last turn the longest ago; who never had one comes before everybody, those
 * trained first ahead. Among those available nobody is therefore given a second turn before everybody had one, and
 * who joins later owes nothing for the time before. Weeks that are settled count, be they earlier or later. The same
 * facts give the same plan: ties fall by identifier.
 */
export function planTurns(candidates: readonly Candidate[], openWeeks: readonly string[]): Plan {
  const queue = candidates.map((one) => ({ ...one, last: one.weeks.toSorted().at(-1) ?? '' }))
  const plan: Plan = { assigned: [], free: [] }
  for (const week of openWeeks.toSorted()) {
    const next = queue
      .filter((one) => !one.isAway(week) && !one.refused.includes(week))
      .toSorted(
        (a, b) =>
          compare(a.last, b.last) ||
          (a.last === '' ? compare(a.trainedAt, b.trainedAt) : 0) ||
          compare(a.id, b.id),
      )[0]
    if (!next) {
      plan.free.push(week)
      continue
    }
    // A settled week later than this one stays the last.
    if (next.last < week) next.last = week
    plan.assigned.push({ week, memberId: next.id })
  }
  return plan
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

/** Mondays from one on. */
export const weeksFrom = (monday: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(monday, 7 * index))
