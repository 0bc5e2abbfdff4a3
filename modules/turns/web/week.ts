import type { T } from './t.ts'

/** A day of the calendar as a moment that is that day everywhere. */
export const dateOf = (day: string): Date => new Date(`${day}T12:00:00`)
export const weekWords = (t: T, monday: string): string => t('week', { monday: dateOf(monday) })
/** Today, and the Monday of this week, where the reader is. */
export function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
