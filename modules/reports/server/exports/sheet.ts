import type { Cell } from './csv.ts'
import { byteOrderMark, csvLine, separatorOf } from './csv.ts'

/** One list of an export: the same rows as a table and as JSON. */
export interface Sheet {
  /** Name of its files, without their ending. */
  name: string
  /** Keys of the rows, in the order of the columns. */
  columns: readonly string[]
  /** Batches of rows; asked for once per format, so that none is kept. */
  rows: () => AsyncIterable<readonly Record<string, unknown>[]>
}

/** Lists and objects stand in a cell as text. */
const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(String).join(', ')
  return Object.entries(value as Record<string, unknown>)
    .map(([key, one]) => `${key}: ${String(one)}`)
    .join(', ')
}

/** The table as text, a batch at a time. `head` says a column in words. */
export async function* asCsv(
  sheet: Sheet,
  language: 'fr' | 'en',
  head: (column: string) => string,
  onRows: (n: number) => void,
): AsyncGenerator<string> {
  const separator = separatorOf(language)
  yield byteOrderMark + csvLine(sheet.columns.map(head), separator)
  for await (const batch of sheet.rows()) {
    onRows(batch.length)
    yield batch
      .map((row) =>
        csvLine(
          sheet.columns.map((column) => cellOf(row[column])),
          separator,
        ),
      )
      .join('')
  }
}

/** The list as one JSON array, a batch at a time. */
export async function* asJson(sheet: Sheet, onRows: (n: number) => void): AsyncGenerator<string> {
  let isFirst = true
  yield '['
  for await (const batch of sheet.rows()) {
    onRows(batch.length)
    let text = ''
    for (const row of batch) {
      const told = Object.fromEntries(sheet.columns.map((column) => [column, row[column] ?? null]))
      text += `${isFirst ? '\n' : ',\n'}${JSON.stringify(told)}`
      isFirst = false
    }
    yield text
  }
  yield '\n]\n'
}
