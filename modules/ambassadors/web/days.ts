import { useLanguage } from '#platform/web/i18n.tsx'
import { dateFormat } from '#ui/date-format.ts'

/** A calendar day in words. */
export function useDay(): (day: string) => string {
  const { language } = useLanguage()
  const format = dateFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (day) => format.format(new Date(`${day}T00:00:00Z`))
}
/** A moment in words, in the reader's own time zone. */
export function useMoment(): (at: string) => string {
  const { language } = useLanguage()
  const format = dateFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  })
  return (at) => format.format(new Date(at))
}
/** The calendar day here and now, `days` later. */
export function today(days = 0): string {
  const at = new Date()
  at.setDate(at.getDate() + days)
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
}
export const firstNameOf = (displayName: string): string => displayName.split(' ')[0] ?? displayName
