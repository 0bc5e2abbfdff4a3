// Pure decisions of a manager's own practice.

const dayMs = 86_400_000
/** The Monday of the week of a day. */
export function weekOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  return new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10)
}
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
export const dayIn = (at: Date, timezone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: timezone }).format(at)

/** The latest weeks, the newest first, beginning with this one. */
export const latestWeeks = (today: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(weekOf(today), -7 * index))

/**
 * How many of the latest declared weeks, one after the other, were above the budget. The week that runs counts once it
 * is above; weeks that nobody declared end the row.
 */
export function weeksAbove(
  weeks: readonly { week: string; minutes: number | null }[],
  budget: number | null,
  today: string,
): number {
  if (budget === null) return 0
  let count = 0
  for (const { week, minutes } of weeks.toSorted((one, other) => (one.week < other.week ? 1 : -1))) {
    if (minutes !== null && minutes > budget) count++
    else if (week !== weekOf(today)) break
  }
  return count
}

export type Share = 'most' | 'half' | 'few'
/** A share in a word. */
export const inWords = (share: number): Share => (share >= 0.75 ? 'most' : share >= 0.4 ? 'half' : 'few')
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export const ages = { young: [0, 183], settled: [183, 548], old: [548, 100_000] } as const
export type Age = keyof typeof ages
export const ageOf = (days: number): Age => (days < 183 ? 'young' : days < 548 ? 'settled' : 'old')
/** Communities behind a comparison, at least. */
export const fewestCompared = 5
