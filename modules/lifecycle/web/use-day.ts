import { useFormat } from '#platform/web/i18n.tsx'

/** A day (`YYYY-MM-DD`) in words, the same everywhere on earth. */
export function useDay(): (day: string) => string {
  const format = useFormat()
  return (day) => format.dateTime(new Date(`${day}T12:00:00`), 'day')
}
export const todayHere = (): string => new Date().toLocaleDateString('en-CA')
