import { useFormat } from '#platform/web/i18n.tsx'

/** A calendar date in words; noon keeps it the same day in every time zone of Europe and America. */
export function useDay(): (day: string) => string {
  const format = useFormat()
  return (day) => format.dateTime(new Date(`${day}T12:00:00Z`), 'day')
}

/** Tomorrow and the last day that a review may be set to, for a date field. */
export function reviewBounds(): { min: string; max: string } {
  const day = (years: number, days: number) => {
    const at = new Date()
    at.setUTCFullYear(at.getUTCFullYear() + years)
    at.setUTCDate(at.getUTCDate() + days)
    return at.toISOString().slice(0, 10)
  }
  return { min: day(0, 1), max: day(5, -1) }
}
export const inTwelveMonths = (): string => {
  const at = new Date()
  at.setUTCFullYear(at.getUTCFullYear() + 1)
  return at.toISOString().slice(0, 10)
}
