import { easterSunday, publicHolidays } from '#platform/shared/holidays.ts'

// Calendar days, `YYYY-MM-DD`: no zone and no hour, so that no change of clocks can move them.

const dayMs = 86_400_000
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => dayOf(at(day) + days * dayMs)
/** Whole days from one to the other. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / dayMs)
/** 1 = Monday. */
export const weekday = (day: string): number => new Date(at(day)).getUTCDay() || 7
/** The day itself if it is a Monday, else the next one. */
export const mondayFrom = (day: string): string => addDays(day, (8 - weekday(day)) % 7)
/** The day it is in a time zone. */
export const dayIn = (instant: Date, timezone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: timezone }).format(instant)

export interface WorkCalendar {
  /** ISO weekdays. */
  workdays: readonly number[]
  /** ISO 3166. */
  country: string
  alsaceMoselle: boolean
}

/** Good Friday and 26 December, not worked in Moselle, Bas-Rhin and Haut-Rhin (Code du travail, L3134-13). */
export const alsaceMoselleDays = (year: number): string[] => [
  dayOf(easterSunday(year).getTime() - 2 * dayMs),
  `${year}-12-26`,
]

export const isPublicHoliday = (calendar: WorkCalendar, day: string): boolean => {
  const year = Number(day.slice(0, 4))
  return (
    publicHolidays(calendar.country, year).has(day) ||
    (calendar.alsaceMoselle && alsaceMoselleDays(year).includes(day))
  )
}
export const isWorkingDay = (calendar: WorkCalendar, day: string): boolean =>
  calendar.workdays.includes(weekday(day)) && !isPublicHoliday(calendar, day)

/** So many working days before a day; weekends and public holidays are skipped. */
export function workingDaysBefore(calendar: WorkCalendar, day: string, count: number): string {
  let found = day
  // A site that never works would search for ever: a quarter is far enough.
  for (let left = count, steps = 0; left > 0 && steps < 92; steps++) {
    found = addDays(found, -1)
    if (isWorkingDay(calendar, found)) left--
  }
  return found
}
