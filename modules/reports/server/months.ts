/** First and last day of a month `2026-10`. */
export function daysOf(month: string): { from: string; to: string } {
  const [year, index] = month.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, index, 0)).toISOString().slice(0, 10)
  return { from: `${month}-01`, to: last }
}

/** The month `n` months after (before, where negative). */
export function monthsAfter(month: string, n: number): string {
  const [year, index] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, index - 1 + n, 1)).toISOString().slice(0, 7)
}

/** Whether a month is over and its days of grace too, on this day. */
export function isClosed(month: string, today: string, graceDays: number): boolean {
  const opens = new Date(`${monthsAfter(month, 1)}-01T00:00:00Z`)
  opens.setUTCDate(opens.getUTCDate() + graceDays)
  return today >= opens.toISOString().slice(0, 10)
}

/** `2026-Q4` of a day. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** `2026-H2` of a day. */
export const halfOf = (day: string): string => `${day.slice(0, 4)}-H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`

/** First and last day of `2026-Q4`. */
export function daysOfQuarter(quarter: string): { from: string; to: string } {
  const first = `${quarter.slice(0, 4)}-${String((Number(quarter.at(-1)) - 1) * 3 + 1).padStart(2, '0')}`
  return { from: `${first}-01`, to: daysOf(monthsAfter(first, 2)).to }
}
