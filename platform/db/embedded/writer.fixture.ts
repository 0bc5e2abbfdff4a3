import pg from 'pg'
import { loadConfig } from '#platform/config.ts'
import { createLog } from '#platform/log.ts'
import { startDatabase } from './start-database.ts'

// A small application for the tests: holds the database and writes rows, telling each one that was acknowledged.
const database = await startDatabase(loadConfig(), createLog({ level: 'silent' }))
const client = new pg.Client({ connectionString: database.url })
await client.connect()
await client.query(
  'create table if not exists written (id bigint generated always as identity, at timestamptz default now())',
)
process.stdout.write('ready\n')
for (;;) {
  const { rows } = await client.query<{ id: string }>('insert into written default values returning id')
  process.stdout.write(`${rows[0]?.id}\n`)
}
