import { runMigrations } from 'graphile-worker'
import { migrate } from '#platform/db/migrate.ts'
import type { MigrationReport } from '#platform/db/migrate.ts'

/** Brings a database to what this version needs: our tables, then those of the job queue. */
export async function prepareDatabase(url: string): Promise<MigrationReport> {
  const report = await migrate(url)
  // The queue's own migrations are a round trip when nothing is missing.
  await runMigrations({ connectionString: url })
  return report
}
