// CommonJS: Node gives its names as properties of the default import.
// oxlint-disable-next-line import/default
import rrule from 'rrule'
import type { Repeat } from '#modules/editorial/words.ts'
import { weekday } from './days.ts'

/** How far ahead a series has its slots, in days. */
export const horizonDays = 120

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * The rule of RFC 5545 of what begins on a day: its weekday every week or every second one, or the same weekday of
 * each month (the fifth is the last).
 */
export function composeRule(repeat: Repeat, firstDay: string, until: string | null): string {
  const day = names[weekday(firstDay) - 1]!
  const nth = Math.ceil(Number(firstDay.slice(8)) / 7)
  const end = until ? `;UNTIL=${until.replaceAll('-', '')}T235959Z` : ''
  if (repeat === 'month') return `FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${day}${end}`
  return `FREQ=WEEKLY;INTERVAL=${repeat === 'week' ? 1 : 2};BYDAY=${day}${end}`
}

/** Days of a rule after one day, up to another. Days carry no hour, so that no change of clocks moves them. */
export function daysOf(rule: string, firstDay: string, afterDay: string | null, untilDay: string): string[] {
  const { RRule } = rrule
  const days: string[] = []
  new RRule({ ...RRule.parseString(rule), dtstart: new Date(`${firstDay}T00:00:00Z`) }).all((at) => {
    const day = at.toISOString().slice(0, 10)
    if (day > untilDay) return false
    if (afterDay === null || day > afterDay) days.push(day)
    return days.length < 200
  })
  return days
}

/** Whether a rule ends on a day or before. */
export const endsBy = (rule: string, day: string): boolean => {
  const until = /UNTIL=(\d{4})(\d{2})(\d{2})/.exec(rule)
  return until !== null && `${until[1]}-${until[2]}-${until[3]}` <= day
}
