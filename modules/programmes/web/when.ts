const dayMs = 86_400_000

/** A calendar day stays the same day in every time zone. */
export const asDate = (day: string): Date => new Date(`${day}T12:00:00`)
/** Today where the reader is. */
export const localToday = (): string => new Intl.DateTimeFormat('sv').format(new Date())
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
export const daysFrom = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(from, index))

/** The weeks that a month touches, whole. */
export function spanOf(month: string): { from: string; to: string } {
  const first = `${month}-01`
  const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
  return { from: mondayOf(first), to: addDays(mondayOf(last), 6) }
}
export const turn = (month: string, by: 1 | -1): string =>
  addDays(`${month}-01`, by === 1 ? 31 : -1).slice(0, 7)
