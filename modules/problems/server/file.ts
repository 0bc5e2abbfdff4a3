import { parse } from 'csv-parse/sync'
import { Refusal } from '#platform/shared/refusal.ts'
import type { RowReason } from '../words.ts'
import { addMonths } from './progress.ts'

export const mostRows = 2_000

export interface FileLine {
  line: number
  /** As written when it could not be read. */
  on: string | null
  value: number | null
  source: string | null
  note: string | null
  reason: RowReason | null
}

const headings: Record<string, 'on' | 'value' | 'source' | 'note'> = {
  date: 'on',
  jour: 'on',
  day: 'on',
  mois: 'on',
  month: 'on',
  value: 'value',
  valeur: 'value',
  source: 'source',
  note: 'note',
  remarque: 'note',
  commentaire: 'note',
}
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()

/**
 * Reads a file of values line by line. The heading names the columns (date and value at least); decimals with a
 * comma or a point; days as 2026-03-31, 31/03/2026, or a month, which stands for its last day. A cell that a
 * spreadsheet would run as a formula is refused. Refusals: `fileUnreadable`, `tooManyRows`.
 * @param today the last day that may carry a value
 */
export function readFile(csv: string, today: string): FileLine[] {
  const text = csv.replace(/^\uFEFF/, '')
  const head = text.slice(0, text.search(/[\r\n]|$/))
  const delimiter = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ';'
  let rows: { record: string[]; info: { lines: number } }[]
  try {
    rows = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof rows
  } catch {
    throw new Refusal('fileUnreadable')
  }
  const columns = (rows.shift()?.record ?? []).map((name) => headings[fold(name)])
  if (!columns.includes('on') || !columns.includes('value')) throw new Refusal('fileUnreadable')
  if (rows.length > mostRows) throw new Refusal('tooManyRows', { most: mostRows })
  const seen = new Set<string>()
  return rows
    .filter(({ record }) => record.some((cell) => cell !== ''))
    .map(({ record, info }) => {
      const cell = (name: string): string => {
        const index = columns.indexOf(name as never)
        return index < 0 ? '' : (record[index] ?? '').replaceAll('\0', '')
      }
      const line = readLine(info.lines, cell, today)
      if (line.reason) return line
      const key = `${line.on}\n${line.source ?? ''}`
      if (seen.has(key)) return { ...line, reason: 'twice' as const }
      seen.add(key)
      return line
    })
}

/** Our own export puts an apostrophe before what a spreadsheet would run. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '')

function readLine(line: number, cell: (name: string) => string, today: string): FileLine {
  const raw = ['on', 'value', 'source', 'note'].map(cell)
  const [on, value, source, note] = raw.map(plain) as [string, string, string, string]
  const read: FileLine = {
    line,
    on: on.slice(0, 40) || null,
    value: null,
    source: source.slice(0, 300) || null,
    note: note || null,
    reason: null,
  }
  const refuse = (reason: RowReason): FileLine => ({ ...read, reason })
  if (raw.some((text, index) => (index === 1 ? /^[=@]/ : /^[=+@]/).test(text))) return refuse('formula')
  if (!on) return refuse('noDate')
  const day = readDay(on)
  if (!day) return refuse('badDate')
  read.on = day
  if (!value) return refuse('noValue')
  const number = readNumber(value)
  if (number === null) return refuse('badValue')
  read.value = number
  if (day > today) return refuse('future')
  if (source.length > 120 || note.length > 300) return refuse('tooLong')
  return read
}

/** A calendar day, or a month as its last day; undefined when it is neither. */
export function readDay(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text)
  const usual = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(text)
  const [year, month, date] = iso ? [iso[1], iso[2], iso[3]] : usual ? [usual[3], usual[2], usual[1]] : []
  if (!year || !month || Number(month) < 1 || Number(month) > 12 || Number(year) < 1900) return undefined
  const first = `${year}-${month.padStart(2, '0')}-01`
  const last = new Date(Date.parse(`${addMonths(first, 1)}T00:00:00Z`) - 86_400_000)
    .toISOString()
    .slice(0, 10)
  if (date === undefined) return last
  const day = `${first.slice(0, 8)}${date.padStart(2, '0')}`
  return date !== '0' && date !== '00' && day <= last ? day : undefined
}

/** `12,5`, `12.5`, `1 234,5`, `1.234,5`, `1,234.5`, `12 %`; null when it is no number. */
export function readNumber(text: string): number | null {
  let digits = text
    .replace(/[\s\u00A0\u202F']/g, '')
    .replace(/%$/, '')
    .replace('\u2212', '-')
  const comma = digits.lastIndexOf(',')
  const point = digits.lastIndexOf('.')
  if (comma >= 0 && point >= 0)
    digits = comma > point ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '')
  else if (comma >= 0) digits = digits.replace(',', '.')
  if (!/^[+-]?\d+(\.\d+)?$/.test(digits)) return null
  const number = Number(digits)
  return Math.abs(number) <= 1e15 ? number : null
}

const quoted = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The values as a file that a spreadsheet opens without running anything, and that `readFile` reads back. */
export const writeFile = (
  rows: readonly { on: string; value: number; source: string; note: string | null }[],
): string =>
  [
    '\uFEFFdate;value;source;note',
    ...rows.map(({ on, value, source, note }) =>
      [on, String(value), quoted(source), quoted(note ?? '')].join(';'),
    ),
  ].join('\r\n') + '\r\n'
