import { finished } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { csvColumns } from '../contract.ts'
import type { CsvProblem } from '../contract.ts'
import { cleanEmail, isEmail, nameFromEmail } from './input.ts'

type Column = (typeof csvColumns)[number]

/** A row that can be invited. */
export interface CsvPerson {
  line: number
  email: string
  displayName: string
  givenName: string | null
  familyName: string | null
  jobTitle: string | null
  entity: string | null
  site: string | null
  languages: string[]
}

export interface CsvContent {
  people: CsvPerson[]
  problems: CsvProblem[]
  rows: number
  ignoredColumns: string[]
}

export const mostRows = 50_000
export const largestCsv = 20 * 1024 * 1024

/** Headings that people really write, without accents or signs. */
const headings: Record<string, Column> = {
  email: 'email',
  mail: 'email',
  courriel: 'email',
  adresse: 'email',
  adresseemail: 'email',
  adressemail: 'email',
  emailaddress: 'email',
  name: 'name',
  displayname: 'name',
  fullname: 'name',
  nomcomplet: 'name',
  nomaffiche: 'name',
  givenname: 'given_name',
  firstname: 'given_name',
  prenom: 'given_name',
  familyname: 'family_name',
  lastname: 'family_name',
  surname: 'family_name',
  nom: 'family_name',
  nomdefamille: 'family_name',
  jobtitle: 'job_title',
  title: 'job_title',
  fonction: 'job_title',
  poste: 'job_title',
  metier: 'job_title',
  entity: 'entity',
  entite: 'entity',
  department: 'entity',
  service: 'entity',
  direction: 'entity',
  site: 'site',
  location: 'site',
  lieu: 'site',
  languages: 'languages',
  language: 'languages',
  langues: 'languages',
  langue: 'languages',
}

const keyOf = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')

/** Text of a file as spreadsheets write it: UTF-8 or UTF-16 with a mark, plain UTF-8, else Windows Latin. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // UTF-16 without a mark: every other byte of a Latin text is zero.
  const start = bytes.subarray(0, 200)
  const zerosAt = (parity: number) => start.filter((byte, index) => index % 2 === parity && byte === 0).length
  if (start.length >= 4 && zerosAt(1) > start.length / 4) return new TextDecoder('utf-16le').decode(bytes)
  if (start.length >= 4 && zerosAt(0) > start.length / 4) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The separator that the heading line uses most. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 10_000).split(/\r?\n|\r/, 1)[0] ?? ''
  const count = (sign: string) => first.split(sign).length
  return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0]!
}

const limits: Record<Column, number> = {
  email: 254,
  name: 120,
  given_name: 80,
  family_name: 80,
  job_title: 120,
  entity: 120,
  site: 120,
  languages: 200,
}
// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const control = /[\u0000-\u001f\u007f]/

/**
 * Reads a file of people: rows that are right, and for every other row its line, column and what is wrong. Refuses
 * (`csvRefused`) only what has no rows to speak of: no e-mail heading, or too many rows.
 */
export async function readPeopleCsv(bytes: Buffer): Promise<CsvContent> {
  const text = decodeText(bytes)
  const content: CsvContent = { people: [], problems: [], rows: 0, ignoredColumns: [] }
  const lineByEmail = new Map<string, number>()
  let columns: (Column | undefined)[] | undefined
  const parser = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: 64 * 1024,
    // Called as each record is read: a later fault does not lose the rows above it, as the stream's buffer would.
    on_record(record: string[], { lines }) {
      if (!columns) columns = readHeadings(record, content)
      else if (++content.rows > mostRows)
        throw new Refusal('csvRefused', { reason: 'tooManyRows', most: mostRows })
      else readRow(record, lines, columns, content, lineByEmail)
      return null
    },
  })
  try {
    await finished(parser.resume())
  } catch (error) {
    if (error instanceof Refusal) throw error
    // The parser stops where a quote never closes or a record never ends: the rows above were read.
    const { code, lines } = error as { code?: string; lines?: number }
    content.problems.push({
      line: lines ?? content.rows + 2,
      column: null,
      code: code === 'CSV_QUOTE_NOT_CLOSED' ? 'quoteNotClosed' : 'unreadable',
      value: null,
    })
  }
  if (!columns)
    throw new Refusal('csvRefused', { reason: content.problems.length > 0 ? 'unreadable' : 'missingColumns' })
  return content
}

function readHeadings(record: readonly string[], content: CsvContent): (Column | undefined)[] {
  const keys = record.map(keyOf)
  const columns = keys.map((key) => (Object.hasOwn(headings, key) ? headings[key] : undefined))
  // "Nom" alone is the whole name; beside "Prénom" it is the family name.
  if (!columns.includes('name') && !columns.includes('given_name')) {
    const alone = columns.indexOf('family_name')
    if (alone >= 0) columns[alone] = 'name'
  }
  if (!columns.includes('email'))
    throw new Refusal('csvRefused', { reason: 'missingColumns', columns: ['email'] })
  content.ignoredColumns = record
    .filter((heading, index) => !columns[index] && heading !== '')
    .map((heading) => heading.slice(0, 60))
    .slice(0, 50)
  return columns
}

function readRow(
  record: readonly string[],
  line: number,
  columns: readonly (Column | undefined)[],
  content: CsvContent,
  lineByEmail: Map<string, number>,
): void {
  if (record.every((cell) => cell === '')) {
    content.rows--
    return
  }
  const before = content.problems.length
  const wrong = (column: string | null, code: string, value: string | null = null) =>
    content.problems.push({ line, column, code, value: value === null ? null : value.slice(0, 80) })
  const cells: Partial<Record<Column, string>> = {}
  for (const [index, column] of columns.entries()) {
    const value = cleanText(record[index])
    if (!column || value === null) continue
    if (value.length > limits[column]) wrong(column, 'tooLong', value)
    else if (control.test(value)) wrong(column, 'controlCharacters')
    else cells[column] ??= value
  }
  if (record.length > columns.length) wrong(null, 'tooManyCells')
  const email = cleanEmail(cells.email ?? '')
  if (email === '') wrong('email', 'missing')
  else if (!isEmail(email)) wrong('email', 'notAnAddress', email)
  else if (lineByEmail.has(email)) wrong('email', 'twice', email)
  else lineByEmail.set(email, line)
  const languages = (cells.languages ?? '')
    .split(/[\s,;/|]+/)
    .filter(Boolean)
    .map((tag) => tag.toLowerCase())
  if (languages.some((tag) => !/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/.test(tag)))
    wrong('languages', 'notALanguage', cells.languages ?? null)
  if (content.problems.length > before) return
  const whole = [cells.given_name, cells.family_name].filter(Boolean).join(' ')
  content.people.push({
    line,
    email,
    displayName: cells.name ?? (whole || nameFromEmail(email)),
    givenName: cells.given_name ?? null,
    familyName: cells.family_name ?? null,
    jobTitle: cells.job_title ?? null,
    entity: cells.entity ?? null,
    site: cells.site ?? null,
    languages: [...new Set(languages)].slice(0, 12),
  })
}
