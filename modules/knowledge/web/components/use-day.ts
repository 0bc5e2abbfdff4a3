import { useFormat } from '#platform/web/i18n.tsx'

/** A calendar date in words; noon keeps it the same day in every time zone of Europe and America. */
export function useDay(): (day: string) => string {
  const format = useFormat()
  return (day) => format.dateTime(new Date(`${day}T12:00:00Z`), 'day')
}

/** Tomorrow: the first day that a review may be set to. */
export function firstReviewDay(): string {
  const at = new Date()
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}
export const inTwelveMonths = (): string => {
  const at = new Date()
  at.setUTCFullYear(at.getUTCFullYear() + 1)
  return at.toISOString().slice(0, 10)
}
