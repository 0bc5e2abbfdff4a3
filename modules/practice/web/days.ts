/** A day as a date that every zone of the reader shows as that day. */
export const asDate = (day: string): Date => new Date(`${day}T12:00:00`)
/** Minutes as hours, as they are typed: `1,5` and `1.5` are an hour and a half. */
export function minutesOf(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const hours = Number(text.replace(',', '.'))
  return Number.isFinite(hours) && hours >= 0 && hours <= 100 ? Math.round(hours * 60) : undefined
}
/** Today where the reader is. */
export const localToday = (): string => new Intl.DateTimeFormat('sv').format(new Date())
