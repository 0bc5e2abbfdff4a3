import type { Kysely } from 'kysely'
import pg from 'pg'
import type { DB } from '#platform/db/db.gen.ts'
import { statementName } from '#platform/db/tx.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Log } from '#platform/log.ts'

// bigint counters stay far below 2^53; numbers are what JSON and arithmetic want.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
// A date without a time must not drift through a time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)

/** The database as the whole process sees it. */
export interface Db {
  /** Reads outside a transaction. */
  read: Tx
  /** Runs `work` in one transaction; `afterCommit` effects run once it is durable. */
  transaction<R>(work: (tx: Tx) => Promise<R>): Promise<R>
  /** A fresh read-only counter over the pool, one per request, so that its statements can be counted. */
  reader(): Tx
  pool: pg.Pool
  close(): Promise<void>
}

type Queryable = Pick<pg.ClientBase, 'query'>

class PgTx implements Tx {
  statements = 0
  readonly effects: (() => void)[] = []
  #kysely: Promise<Kysely<DB>> | undefined
  readonly #on: Queryable
  readonly #inTransaction: boolean

  constructor(on: Queryable, inTransaction: boolean) {
    this.#on = on
    this.#inTransaction = inTransaction
  }

  kysely(): Promise<Kysely<DB>> {
    return (this.#kysely ??= import('#platform/db/composed.ts').then(({ composeOn }) =>
      composeOn((text, values) => this.send(text, values)),
    ))
  }

  send(text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
    this.statements++
    const name = statementName(text)
    return this.#on.query({ text, values: values as unknown[], ...(name && { name }) })
  }

  async rows<R>(text: string, values?: readonly unknown[]): Promise<R[]> {
    return (await this.send(text, values)).rows as R[]
  }

  async row<R>(text: string, values?: readonly unknown[]): Promise<R | undefined> {
    return (await this.send(text, values)).rows[0] as R | undefined
  }

  async run(text: string, values?: readonly unknown[]): Promise<number> {
    return (await this.send(text, values)).rowCount ?? 0
  }

  afterCommit(effect: () => void): void {
    if (this.#inTransaction) this.effects.push(effect)
    else effect()
  }
}

/** Opens the pool. Eight connections saturate PostgreSQL on two cores (measured, docs/mechanisms/performance.md). */
export function openDb(url: string, log: Log, options: { max?: number; applicationName?: string } = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 8,
    application_name: options.applicationName ?? 'preau',
    connectionTimeoutMillis: 10_000,
  })
  // An idle client that loses its server would otherwise end the process.
  pool.on('error', (error) =>
    log.warn({ err: error.message }, 'a database connection was lost; the pool opens another'),
  )
  // The same for one that is at work: its query fails with the error, the event itself says nothing more.
  pool.on('connect', (client) => void client.on('error', () => {}))
  return {
    pool,
    read: new PgTx(pool as unknown as Queryable, false),
    reader: () => new PgTx(pool as unknown as Queryable, false),
    async transaction(work) {
      const client = await pool.connect()
      const tx = new PgTx(client, true)
      let broken: Error | undefined
      try {
        await client.query('begin')
        const result = await work(tx)
        await client.query('commit')
        for (const effect of tx.effects) effect()
        return result
      } catch (error) {
        await client.query('rollback').catch((lost: Error) => (broken = lost))
        throw error
      } finally {
        client.release(broken)
      }
    },
    close() {
      // A server that stops right after us ends connections that are being closed: not worth a word.
      pool.removeAllListeners('error')
      pool.on('error', () => {})
      return pool.end()
    },
  }
}
