import { dateFormat } from '#ui/date-format.ts'
import { useLanguage } from '#platform/web/i18n.tsx'

const hour = 3_600_000
const units: [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['hour', hour, 48 * hour],
  ['day', 24 * hour, 14 * 24 * hour],
  ['week', 7 * 24 * hour, 60 * 24 * hour],
  ['month', 30.44 * 24 * hour, 700 * 24 * hour],
  ['year', 365.25 * 24 * hour, Infinity],
]

/** “26 hours ago”, at every age: for sentences, where a bare date would not fit. */
export function ago(at: string, now: Date, language: string): string {
  const passed = now.getTime() - Date.parse(at)
  const format = new Intl.RelativeTimeFormat(language, { numeric: passed < hour ? 'auto' : 'always' })
  if (passed < hour) return format.format(-Math.max(1, Math.round(passed / 60_000)), 'minute')
  const [unit, length] = units.find(([, , until]) => passed < until) ?? units[4]!
  return format.format(-Math.round(passed / length), unit)
}

export function useAgo(): (at: string) => string {
  const { language } = useLanguage()
  return (at) => ago(at, new Date(), language)
}

/** Hours with at most one decimal, in the reader's language. */
export function useHours(): (hours: number) => string {
  const { language } = useLanguage()
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return (hours) => format.format(hours >= 10 ? Math.round(hours) : hours)
}

/** A calendar day without a time, `2026-03-18`, in words. */
export function useDay(): (day: string) => string {
  const { language } = useLanguage()
  const format = dateFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return (day) => format.format(new Date(`${day}T00:00:00Z`))
}
