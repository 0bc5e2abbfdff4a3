/** The calendar day here and now, `days` later. */
export function today(days = 0): string {
  const at = new Date()
  at.setDate(at.getDate() + days)
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
}
/** A day as a date of its own, wherever the reader is. */
export const dateOf = (day: string): Date => new Date(`${day}T12:00:00`)
