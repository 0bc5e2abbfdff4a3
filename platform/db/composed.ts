import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import type pg from 'pg'
import type { DB } from '#platform/db/db.gen.ts'

type Send = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>

/** The builder of composed statements over a connection that somebody else holds. */
export const composeOn = (send: Send): Kysely<DB> => new Kysely<DB>({ dialect: new BoundDialect(send) })

/** Kysely over a connection that we already hold; it neither pools nor opens transactions. */
class BoundDialect implements Dialect {
  readonly #send: Send
  constructor(send: Send) {
    this.#send = send
  }
  createAdapter = () => new PostgresAdapter()
  createQueryCompiler = () => new PostgresQueryCompiler()
  createIntrospector = (db: Kysely<unknown>) => new PostgresIntrospector(db)
  createDriver(): Driver {
    const send = this.#send
    const connection: DatabaseConnection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const result = await send(query.sql, query.parameters)
        return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
      },
      // eslint-disable-next-line require-yield
      async *streamQuery() {
        throw new Error('streaming is not offered on a bound connection')
      },
    }
    const nothing = () => Promise.resolve()
    return {
      init: nothing,
      acquireConnection: () => Promise.resolve(connection),
      beginTransaction: nothing,
      commitTransaction: nothing,
      rollbackTransaction: nothing,
      releaseConnection: nothing,
      destroy: nothing,
    }
  }
}
