import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { StartError } from '#platform/start-error.ts'

const folder = join(import.meta.dirname, '../../db/migrations')
/** Any fixed number: only one process migrates at a time. */
const advisoryLock = 7_230_114

export interface MigrationReport {
  applied: string[]
  total: number
}

/** Migrations in order: `YYYYMMDDTHHMM_module_what.sql`. Immutable once landed, forward only. */
export async function listMigrations(): Promise<{ name: string; sql: string; hash: string }[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Applies what is missing, each file in its own transaction (a file whose first line is `-- no transaction`
 * runs outside one, for concurrent index builds). Refuses a database that is newer than the program or whose
 * applied files were changed afterwards.
 */
export async function migrate(url: string): Promise<MigrationReport> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${advisoryLock})`)
    const known = await appliedMigrations(client)
    const files = await listMigrations()
    refuseStrangers(known, files)
    const applied: string[] = []
    for (const file of files) {
      if (known.has(file.name)) continue
      await apply(client, file)
      applied.push(file.name)
    }
    return { applied, total: files.length }
  } finally {
    await client.end()
  }
}

/** Names of the files not yet applied; does not write. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const exists = await client.query(`select to_regclass('public.migration') is not null as is_there`)
    const known = exists.rows[0].is_there ? await appliedMigrations(client) : new Map<string, string>()
    return (await listMigrations()).map((file) => file.name).filter((name) => !known.has(name))
  } finally {
    await client.end()
  }
}

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`set client_min_messages = warning`)
  await client.query(
    `create table if not exists public.migration (
       name text primary key, hash text not null, applied_at timestamptz not null default now())`,
  )
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from public.migration',
  )
  return new Map(rows.map((row) => [row.name, row.hash]))
}

function refuseStrangers(known: Map<string, string>, files: { name: string; hash: string }[]): void {
  const byName = new Map(files.map((file) => [file.name, file.hash]))
  for (const [name, hash] of known) {
    const here = byName.get(name)
    if (!here)
      throw new StartError(
        `The database was migrated by a newer version (${name}); install that version or a later one.`,
      )
    if (here !== hash)
      throw new StartError(
        `The migration ${name} was changed after it had been applied; restore the original file.`,
      )
  }
}

async function apply(client: pg.Client, file: { name: string; sql: string; hash: string }): Promise<void> {
  const alone = file.sql.startsWith('-- no transaction')
  const record = 'insert into public.migration (name, hash) values ($1, $2)'
  try {
    await client.query(`set lock_timeout = '5s'`)
    if (!alone) await client.query('begin')
    await client.query(file.sql)
    await client.query(record, [file.name, file.hash])
    if (!alone) await client.query('commit')
  } catch (error) {
    if (!alone) await client.query('rollback')
    throw new Error(`The migration ${file.name} failed: ${(error as Error).message}`, { cause: error })
  }
}
