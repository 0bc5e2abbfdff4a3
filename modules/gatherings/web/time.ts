import { useMemo } from 'react'
import { nthOf, readRule, weekdayOf } from '#modules/gatherings/rule.ts'
import type { RepeatRule, Weekday } from '#modules/gatherings/rule.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { dateFormat } from '#ui/date-format.ts'
import type { T } from './t.ts'
import { useT } from './t.ts'

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

interface Timed {
  startsAt: string
  endsAt: string
  timezone: string
}

/** The day of an instant in a zone, `YYYY-MM-DD`. */
export const dayIn = (at: string | Date, zone: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date(at))

/** Today in a zone, `YYYY-MM-DD`. */
export const todayIn = (zone: string): string => dayIn(new Date(), zone)

export const isOver = ({ endsAt }: { endsAt: string }): boolean => Date.parse(endsAt) < Date.now()

/** From the hour that runs to seven days later, so that the question stays the same while a page is drawn again. */
export function comingWeek(): { from: string; to: string } {
  const from = new Date()
  from.setMinutes(0, 0, 0)
  return { from: from.toISOString(), to: new Date(from.getTime() + 7 * 86_400_000).toISOString() }
}

/** `Europe/Saint_Petersburg` → `Saint Petersburg`. */
export const cityOf = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ')

/** Days and hours in the reader's zone, and the hour of the place where it is another one. */
export function useWhen() {
  const { language } = useLanguage()
  const t = useT()
  return useMemo(() => {
    const zone = ownZone()
    const day = (at: string, options: Intl.DateTimeFormatOptions, timeZone = zone) =>
      dateFormat(language, { ...options, timeZone }).format(new Date(at))
    const weekday = { weekday: 'long', day: 'numeric', month: 'long' } as const
    const hour = { hour: 'numeric', minute: '2-digit' } as const
    const isFar = (at: string) => dayIn(at, zone).slice(0, 4) !== dayIn(new Date(), zone).slice(0, 4)
    const longDay = (at: string, timeZone?: string) =>
      day(at, isFar(at) ? { ...weekday, year: 'numeric' } : weekday, timeZone)
    const time = (at: string, timeZone?: string) => day(at, hour, timeZone)
    const span = ({ startsAt, endsAt }: Timed) =>
      dayIn(startsAt, zone) === dayIn(endsAt, zone)
        ? t('when.hours', { from: time(startsAt), to: time(endsAt) })
        : t('when.untilDay', { from: time(startsAt), day: longDay(endsAt), to: time(endsAt) })
    return {
      zone,
      longDay,
      time,
      span,
      full: (one: Timed) => `${longDay(one.startsAt)}, ${span(one)}`,
      month: (at: string) => day(at, { month: 'long', year: 'numeric' }),
      shortDay: (at: string) => day(at, { day: 'numeric', month: 'short' }),
      shortWeekday: (at: string) => day(at, { weekday: 'short' }),
      dayNumber: (at: string) => day(at, { day: 'numeric' }),
      /** Undefined where the clock of the place shows what the reader's shows. */
      there: ({ startsAt, timezone }: Timed): string | undefined => {
        const wall = { ...hour, day: 'numeric', month: 'numeric' } as const
        if (day(startsAt, wall) === day(startsAt, wall, timezone)) return undefined
        const isOtherDay = dayIn(startsAt, zone) !== dayIn(startsAt, timezone)
        return t('when.there', {
          city: cityOf(timezone),
          time: isOtherDay
            ? `${longDay(startsAt, timezone)}, ${time(startsAt, timezone)}`
            : time(startsAt, timezone),
        })
      },
      /** A wall time, as it stands, without a zone. */
      wallDay: (wall: string) => longDay(`${wall.slice(0, 10)}T12:00:00Z`, 'UTC'),
    }
  }, [language, t])
}

const dayName = (language: string, day: Weekday): string => {
  const index = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].indexOf(day)
  // The first of January 2024 was a Monday.
  return dateFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, 1 + index)),
  )
}
export const weekdayName = dayName

const listOf = (language: string, items: string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items)

/** A rule as a person would say it: "every second Tuesday, until 3 March". */
export function ruleInWords(t: T, language: string, text: string): string {
  const rule = readRule(text)
  return rule
    ? [everyInWords(t, language, rule), endInWords(t, language, rule)].filter(Boolean).join(', ')
    : text
}

const ordinals = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', '-1': 'last' } as const

function everyInWords(t: T, language: string, rule: RepeatRule): string {
  const n = rule.every
  if (rule.unit === 'day') return t('rule.days', { n })
  if (rule.unit === 'week') {
    const isWorkingWeek = rule.days.join() === 'MO,TU,WE,TH,FR'
    if (n === 1 && isWorkingWeek) return t('rule.workingDays')
    const days = listOf(
      language,
      rule.days.map((day) => dayName(language, day)),
    )
    if (n === 1) return t('rule.weekly', { days })
    return n === 2 && rule.days.length === 1
      ? t('rule.secondWeek', { days })
      : t('rule.weeks', { days, n: String(n) })
  }
  if (rule.unit === 'monthDay') return t('rule.monthDay', { day: String(rule.monthDay), n })
  return t('rule.month', { nth: t(`rule.nth.${ordinals[rule.nth]}`), day: dayName(language, rule.day), n })
}

function endInWords(t: T, language: string, { end }: RepeatRule): string {
  if (end.kind === 'count') return t('rule.times', { n: end.count })
  if (end.kind === 'never') return ''
  const day = dateFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${end.day}T12:00:00Z`))
  return t('rule.until', { day })
}

/** What one would usually mean for a gathering that begins on this day. */
export function usualRules(wall: string): RepeatRule[] {
  const day = weekdayOf(wall)
  const nth = nthOf(wall)
  const end = { kind: 'never' } as const
  const lastOfMonth = Number(wall.slice(8, 10)) + 7 > daysInMonth(wall)
  return [
    { unit: 'week', every: 1, days: [day], end },
    { unit: 'week', every: 2, days: [day], end },
    ...(['SA', 'SU'].includes(day)
      ? []
      : [{ unit: 'week', every: 1, days: ['MO', 'TU', 'WE', 'TH', 'FR'], end } as RepeatRule]),
    ...(nth <= 4 ? [{ unit: 'month', every: 1, nth: nth as 1 | 2 | 3 | 4, day, end } as RepeatRule] : []),
    ...(lastOfMonth ? [{ unit: 'month', every: 1, nth: -1, day, end } as RepeatRule] : []),
    { unit: 'monthDay', every: 1, monthDay: Number(wall.slice(8, 10)), end },
  ]
}

const daysInMonth = (wall: string): number =>
  new Date(Date.UTC(Number(wall.slice(0, 4)), Number(wall.slice(5, 7)), 0)).getUTCDate()
