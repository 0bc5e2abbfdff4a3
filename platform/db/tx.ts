import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { DB } from '#platform/db/db.gen.ts'

/**
 * What an operation may do with the database. The same interface stands for one transaction (writes) and for
 * the pool outside a transaction (reads: no BEGIN/COMMIT round trips).
 */
export interface Tx {
  /** All rows. Static SQL text with `$1…`; each text becomes a named prepared statement (×2.3–2.6 measured). */
  rows<R>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** The first row or undefined. */
  row<R>(text: string, values?: readonly unknown[]): Promise<R | undefined>
  /** Number of rows affected. */
  run(text: string, values?: readonly unknown[]): Promise<number>
  /**
   * For composed statements (filters that come and go), bound to the same connection. The library is loaded at first
   * use: most processes never need its 23 MB and tenth of a second.
   */
  kysely(): Promise<Kysely<DB>>
  /** Runs after the transaction has committed (never if it rolls back): hints, cache drops. At once outside one. */
  afterCommit(effect: () => void): void
  /** Statements sent so far by this context, for the budgets asserted in tests. */
  readonly statements: number
}

const names = new Map<string, string>()
const maximumNames = 2_000

/** A short stable name per statement text. Beyond the cap a text runs unnamed, so that memory stays bounded. */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  if (names.size >= maximumNames) return undefined
  const name = `p_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
  names.set(text, name)
  return name
}
