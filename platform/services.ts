import type { Config } from '#platform/config.ts'
import type { Db } from '#platform/db/pool.ts'
import type { GuardedFetch } from '#platform/http/guarded-fetch.ts'
import type { Log } from '#platform/log.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import type { Realtime } from '#platform/realtime/realtime.ts'
import type { BlobStore } from '#platform/storage/blob-store.ts'

/** What a process offers to routes and jobs; made once in apps/server. */
export interface Services {
  config: Config
  db: Db
  log: Log
  mailer: Mailer
  blobs: BlobStore
  /** Fetches what people link to; absent where the operator has not allowed it. */
  fetchOutside?: GuardedFetch
  realtime: Realtime
  /** The clock of the process; tests set it. */
  now: () => Date
  /** Told of every answer with the number of SQL statements it took (metrics, budgets in tests). */
  onAnswered?: (requestId: string, statements: number) => void
}
