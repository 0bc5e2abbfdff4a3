import { useLanguage } from '#platform/web/i18n.tsx'
import { dateFormat } from '#ui/date-format.ts'

/** A calendar day `2026-03-18`, or the day of an instant, in words. */
export function useDay(): (day: string) => string {
  const { language } = useLanguage()
  const format = dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (day) => format.format(new Date(day.length === 10 ? `${day}T00:00:00Z` : day))
}

export const firstNameOf = (displayName: string): string => displayName.split(' ')[0] ?? displayName
