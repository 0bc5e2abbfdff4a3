import { addDays } from './business-clock.ts'

// Weeks are named by their Monday, `YYYY-MM-DD`; months by `YYYY-MM`.

/** The Monday of the ISO week that a day belongs to. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  return addDays(day, 1 - weekday)
}

/** ISO year and week of a Monday: the year is that of its Thursday. */
export function isoWeekOf(monday: string): { year: number; week: number } {
  const thursday = addDays(monday, 3)
  const year = Number(thursday.slice(0, 4))
  const days = (Date.parse(thursday) - Date.UTC(year, 0, 1)) / 86_400_000
  return { year, week: Math.floor(days / 7) + 1 }
}

/** The Monday of an ISO week; a week 53 that the year does not have is its last one. */
export function mondayOfIsoWeek(year: number, week: number): string {
  // The 4th of January is always in week 1.
  const monday = addDays(mondayOf(`${year}-01-04`), (week - 1) * 7)
  return isoWeekOf(monday).year === year ? monday : addDays(monday, -7)
}

/** The Monday of the same ISO week a year before. */
export function sameWeekLastYear(monday: string): string {
  const { year, week } = isoWeekOf(monday)
  return mondayOfIsoWeek(year - 1, week)
}

export const monthOf = (day: string): string => day.slice(0, 7)

export function addMonths(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

export const firstDayOf = (month: string): string => `${month}-01`
export const lastDayOf = (month: string): string => addDays(firstDayOf(addMonths(month, 1)), -1)
