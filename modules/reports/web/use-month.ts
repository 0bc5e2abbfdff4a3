import { useFormat } from '#platform/web/i18n.tsx'

/** A month `2026-10` in words: « octobre 2026 ». */
export function useMonth(): (month: string) => string {
  const format = useFormat()
  // The middle of the month is in it in every time zone.
  return (month) =>
    /^\d{4}-\d{2}$/.test(month) ? format.dateTime(new Date(`${month}-15T12:00:00Z`), 'month') : ''
}
