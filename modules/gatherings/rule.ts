/**
 * What a person may say of a repetition, both ways: words → a rule of RFC 5545, and back. A rule outside this
 * subset is not refused by the standard but by us: we could not say it in words.
 */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

export type RuleEnd = { kind: 'never' } | { kind: 'count'; count: number } | { kind: 'until'; day: string }

export type RepeatRule = { every: number; end: RuleEnd } & (
  | { unit: 'day' }
  /** In the order of the week. */
  | { unit: 'week'; days: readonly Weekday[] }
  /** `nth`: 1 to 4, or −1 for the last. */
  | { unit: 'month'; nth: 1 | 2 | 3 | 4 | -1; day: Weekday }
  | { unit: 'monthDay'; monthDay: number }
)

export const maximumCount = 200
const frequency = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', monthDay: 'MONTHLY' } as const

/** `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270301T235959` */
export function composeRule(rule: RepeatRule): string {
  const parts = [`FREQ=${frequency[rule.unit]}`, `INTERVAL=${rule.every}`]
  if (rule.unit === 'week') parts.push(`BYDAY=${weekdays.filter((day) => rule.days.includes(day)).join(',')}`)
  if (rule.unit === 'month') parts.push(`BYDAY=${rule.nth}${rule.day}`)
  if (rule.unit === 'monthDay') parts.push(`BYMONTHDAY=${rule.monthDay}`)
  if (rule.end.kind === 'count') parts.push(`COUNT=${rule.end.count}`)
  if (rule.end.kind === 'until') parts.push(`UNTIL=${rule.end.day.replaceAll('-', '')}T235959`)
  return parts.join(';')
}

const known = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'COUNT', 'UNTIL'])
const isWeekday = (value: string): value is Weekday => weekdays.includes(value as Weekday)

/** The rule in our subset, or undefined. */
export function readRule(text: string): RepeatRule | undefined {
  const parts = new Map<string, string>()
  for (const part of text.split(';')) {
    const [name = '', value = ''] = part.split('=')
    if (!known.has(name) || value === '' || parts.has(name)) return undefined
    parts.set(name, value)
  }
  const every = Number(parts.get('INTERVAL') ?? '1')
  const end = readEnd(parts.get('COUNT'), parts.get('UNTIL'))
  if (!Number.isInteger(every) || every < 1 || every > 52 || !end) return undefined
  const days = parts.get('BYDAY')
  const monthDay = parts.get('BYMONTHDAY')
  if (parts.get('FREQ') === 'DAILY') return days || monthDay ? undefined : { unit: 'day', every, end }
  if (parts.get('FREQ') === 'WEEKLY') {
    const list = days?.split(',') ?? []
    if (monthDay || list.length === 0 || !list.every(isWeekday)) return undefined
    return { unit: 'week', every, end, days: weekdays.filter((day) => list.includes(day)) }
  }
  if (parts.get('FREQ') !== 'MONTHLY' || (days === undefined) === (monthDay === undefined)) return undefined
  if (monthDay !== undefined)
    return /^([1-9]|[12]\d|3[01])$/.test(monthDay)
      ? { unit: 'monthDay', every, end, monthDay: Number(monthDay) }
      : undefined
  const nth = /^(1|2|3|4|-1)(MO|TU|WE|TH|FR|SA|SU)$/.exec(days!)
  return nth
    ? { unit: 'month', every, end, nth: Number(nth[1]) as 1 | 2 | 3 | 4 | -1, day: nth[2] as Weekday }
    : undefined
}

function readEnd(count: string | undefined, until: string | undefined): RuleEnd | undefined {
  if (count !== undefined && until !== undefined) return undefined
  if (count !== undefined) {
    const number = Number(count)
    return Number.isInteger(number) && number >= 1 && number <= maximumCount
      ? { kind: 'count', count: number }
      : undefined
  }
  if (until === undefined) return { kind: 'never' }
  const day = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(until)
  return day ? { kind: 'until', day: `${day[1]}-${day[2]}-${day[3]}` } : undefined
}

/** The weekday of a wall time or day, `2026-11-24…` → `TU`. */
export const weekdayOf = (wall: string): Weekday =>
  weekdays[(new Date(`${wall.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7]!

/** Which of its weekdays a day is in its month, 1 to 5. */
export const nthOf = (wall: string): number => Math.ceil(Number(wall.slice(8, 10)) / 7)

/**
 * The same rule for a series that begins on another day: a single weekday, or a day of the month, follows the
 * day; several weekdays cannot, and the answer is undefined.
 */
export function ruleFrom(rule: RepeatRule, wall: string): RepeatRule | undefined {
  const day = weekdayOf(wall)
  if (rule.unit === 'day') return rule
  if (rule.unit === 'monthDay') return { ...rule, monthDay: Number(wall.slice(8, 10)) }
  if (rule.unit === 'week') {
    if (rule.days.includes(day)) return rule
    return rule.days.length === 1 ? { ...rule, days: [day] } : undefined
  }
  const nth = nthOf(wall)
  return { ...rule, day, nth: (nth > 4 ? -1 : nth) as 1 | 2 | 3 | 4 | -1 }
}
