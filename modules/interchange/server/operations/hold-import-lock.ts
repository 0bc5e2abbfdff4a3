import { Failure } from '#platform/cli.ts'
import type { Db } from '#platform/db/pool.ts'

/** Any fixed number: the space of our locks. */
const space = 7_230_115

/** One import at a time into a community; a killed process gives the lock back with its connection. */
export async function holdImportLock<R>(db: Db, slug: string, work: () => Promise<R>): Promise<R> {
  const client = await db.pool.connect()
  try {
    // A process that was just killed may still be leaving.
    for (let attempt = 0; ; attempt++) {
      const { rows } = await client.query<{ held: boolean }>(
        'select pg_try_advisory_lock($1, hashtext($2)) as held',
        [space, slug],
      )
      if (rows[0]!.held) break
      if (attempt === 20) throw new Failure(`Another import into ${slug} is running; wait for its end.`)
      await new Promise((resume) => setTimeout(resume, 250))
    }
    return await work()
  } finally {
    // Ending the connection releases the lock whatever happened.
    client.release(true)
  }
}
