import { Refusal } from '#platform/shared/refusal.ts'

/** An instant as the contract writes it: ISO 8601, UTC, milliseconds. */
export const instantSql = (expression: string): string =>
  `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** An instant that loses nothing, for cursors: microseconds decide between two rows of one millisecond. */
export const exactInstantSql = (expression: string): string =>
  `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const encode = (key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** The key after which the next page begins; a cursor that we did not write is `invalidInput`. */
export function readCursor(
  cursor: string | undefined,
  ...types: ('string' | 'number')[]
): (string | number | null)[] {
  if (cursor === undefined) return types.map(() => null)
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    // oxlint-disable-next-line valid-typeof
    if (
      Array.isArray(key) &&
      key.length === types.length &&
      key.every((part, i) => typeof part === types[i])
    ) {
      const isSound = key.every((part) =>
        typeof part === 'number' ? Number.isSafeInteger(part) : !part.includes('\0'),
      )
      if (isSound) return key as (string | number)[]
    }
  } catch {
    // Falls through: whatever is not JSON is not ours either.
  }
  throw new Refusal('invalidInput', {
    fields: [{ field: 'query/cursor', problem: 'is not a cursor of this list' }],
  })
}

/** Rows fetched with one more than asked → a page; `key` are the values that order the list. */
export function pageOf<R, I>(
  rows: R[],
  limit: number,
  key: (row: R) => readonly unknown[],
  view: (row: R) => I,
): { items: I[]; next: string | null } {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return { items: kept.map(view), next: rows.length > limit && last ? encode(key(last)) : null }
}
