import { maximumFile, maximumPeriods } from '#modules/editorial/words.ts'
import { addDays } from './days.ts'

export interface FilePeriod {
  label: string
  /** Both included. */
  from: string
  to: string
}

/**
 * Days of a calendar file (RFC 5545): every appointment that takes whole days. Others (hours, repetitions) are no
 * holidays and are left out. Undefined where it is not such a file, or is larger than we read.
 */
export function readCalendarFile(text: string): FilePeriod[] | undefined {
  if (text.length > maximumFile) return undefined
  // 3.1: a line goes on where the next one begins with a blank.
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
  if (
    lines
      .find((line) => line.trim() !== '')
      ?.trim()
      .toUpperCase() !== 'BEGIN:VCALENDAR'
  )
    return undefined
  const found: FilePeriod[] = []
  let event: { from?: string; to?: string; label?: string; repeats?: boolean } | undefined
  for (const line of lines) {
    const cut = endOfName(line)
    if (cut < 0) continue
    const [name = ''] = line.slice(0, cut).toUpperCase().split(';')
    const value = line.slice(cut + 1).trim()
    if (name === 'BEGIN' && value.toUpperCase() === 'VEVENT') event = {}
    else if (name === 'END' && value.toUpperCase() === 'VEVENT') {
      const period = event && asPeriod(event)
      if (period) found.push(period)
      if (found.length > maximumPeriods) return undefined
      event = undefined
    } else if (!event) continue
    else if (name === 'DTSTART') set(event, 'from', value)
    else if (name === 'DTEND') set(event, 'to', value)
    else if (name === 'SUMMARY') event.label = unescape(value)
    else if (name === 'RRULE') event.repeats = true
  }
  return found.toSorted((one, other) => (one.from < other.from ? -1 : 1))
}

/** The colon after name and parameters; one inside quotes belongs to a parameter. */
function endOfName(line: string): number {
  let isQuoted = false
  for (let index = 0; index < line.length; index++) {
    if (line[index] === '"') isQuoted = !isQuoted
    else if (line[index] === ':' && !isQuoted) return index
  }
  return -1
}

/** 3.3.4: a date without an hour. Anything else leaves the appointment without one. */
function set(event: { from?: string; to?: string }, key: 'from' | 'to', value: string): void {
  const parts = /^(\d{4})(\d{2})(\d{2})(?:T000000Z?)?$/.exec(value)
  if (!parts) return
  const day = `${parts[1]}-${parts[2]}-${parts[3]}`
  const isDay = !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && addDays(day, 0) === day
  if (isDay) event[key] = day
}

/** DTEND is the day after the last one (3.6.1); without it, one day. */
function asPeriod(event: {
  from?: string
  to?: string
  label?: string
  repeats?: boolean
}): FilePeriod | undefined {
  if (!event.from || event.repeats) return undefined
  const to = event.to && event.to > event.from ? addDays(event.to, -1) : event.from
  const label = event.label?.normalize('NFC').trim().slice(0, 200)
  return { from: event.from, to, label: label || '—' }
}

const unescape = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? ' ' : sign))
