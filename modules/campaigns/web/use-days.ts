import { useFormat } from '#platform/web/i18n.tsx'

/** A calendar day or an instant in words. */
export function useDays(): (day: string) => string {
  const format = useFormat()
  return (day) => format.dateTime(new Date(day.length === 10 ? `${day}T12:00:00` : day), 'day')
}
