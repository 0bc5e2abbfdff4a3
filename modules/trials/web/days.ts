/** A day of the calendar as a moment that is that day everywhere. */
export const dateOf = (day: string): Date => new Date(`${day}T12:00:00`)
export function dayIn(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000)
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
}
