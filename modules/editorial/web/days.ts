import { useSyncExternalStore } from 'react'
import type { CalendarView } from './paths.ts'

const dayMs = 86_400_000

/** A day as a date that every zone of the reader shows as that day. */
export const asDate = (day: string): Date => new Date(`${day}T12:00:00`)
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
export const mondayOf = (day: string): string =>
  addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
/** Today where the reader is. */
export const localToday = (): string => new Intl.DateTimeFormat('sv').format(new Date())

export const daysFrom = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(from, index))

/** First and last day that a view shows, around a day. */
export function spanOf(view: CalendarView, day: string): { from: string; to: string } {
  if (view === 'week') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) }
  if (view === 'list') return { from: mondayOf(day), to: addDays(mondayOf(day), 27) }
  const first = `${day.slice(0, 7)}-01`
  const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
  return { from: mondayOf(first), to: addDays(mondayOf(last), 6) }
}
/** The day to which "previous" and "next" lead. */
export function turn(view: CalendarView, day: string, by: 1 | -1): string {
  if (view === 'week') return addDays(mondayOf(day), 7 * by)
  if (view === 'list') return addDays(mondayOf(day), 28 * by)
  const first = `${day.slice(0, 7)}-01`
  return by === 1 ? `${addDays(first, 31).slice(0, 7)}-01` : `${addDays(first, -1).slice(0, 7)}-01`
}

const phone = '(max-width: 39.99rem)'
const subscribe = (listener: () => void) => {
  const query = matchMedia(phone)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
/** On a phone the calendar is a list unless asked otherwise. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(phone).matches)
