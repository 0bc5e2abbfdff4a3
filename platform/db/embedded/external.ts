import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { maskUrl } from '#platform/config.ts'
import type { Log } from '#platform/log.ts'
import { StartError } from '#platform/start-error.ts'

const oldestVersion = 15
const neededExtensions = ['unaccent', 'pg_trgm', 'btree_gin']

/**
 * Makes sure an external PostgreSQL can serve Préau, and returns its version. A server that is not up
 * yet (started at the same moment by the machine) is waited for during `patience` ms.
 */
export async function checkExternal(url: string, log: Log, patience: number): Promise<string> {
  const deadline = performance.now() + patience
  for (let attempt = 0; ; attempt++) {
    try {
      return await inspect(url)
    } catch (error) {
      if (error instanceof StartError) throw error
      const isComing = /^(ECONNREFUSED|ECONNRESET|ENOENT|57P03)$/.test(codeOf(error))
      if (!isComing || performance.now() > deadline) throw new StartError(explainConnection(error, url))
      if (attempt === 0)
        log.warn({ database: maskUrl(url) }, 'the database does not answer yet; waiting for it')
      await sleep(250)
    }
  }
}

async function inspect(url: string): Promise<string> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'preau',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{
      number: number
      version: string
      encoding: string
      folds_accents: boolean
      can_create: boolean
      role: string
      database: string
      missing: string[]
    }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
              current_setting('server_encoding') as encoding, lower('É') = 'é' as folds_accents, current_user as role, current_database() as database,
              has_database_privilege(current_database(), 'create') as can_create,
              array(select unnest($1::text[]) except select name from pg_available_extensions) as missing`,
      [neededExtensions],
    )
    const found = rows[0]
    if (!found) throw new Error('the server answered nothing')
    const where = maskUrl(url)
    if (found.number < oldestVersion * 10_000)
      throw new StartError(
        `The database server at ${where} is PostgreSQL ${found.version}: Préau needs ${oldestVersion} or newer.`,
      )
    if (found.encoding !== 'UTF8')
      throw new StartError(
        `The database ${found.database} is encoded in ${found.encoding}: create one in UTF8 (create database preau encoding 'UTF8' template template0) and name it in DATABASE_URL.`,
      )
    // Under the locale C capitals with accents have no small letter: “Élise” would not be found as “élise”.
    if (!found.folds_accents)
      throw new StartError(
        `The database ${found.database} has a locale that does not know accented letters: create one with create database preau encoding 'UTF8' locale 'C.UTF-8' template template0, and name it in DATABASE_URL.`,
      )
    if (found.missing.length > 0)
      throw new StartError(
        `The database server at ${where} lacks the extensions ${found.missing.join(', ')}: install the package postgresql-contrib there.`,
      )
    if (!found.can_create)
      throw new StartError(
        `The role ${found.role} may not create schemas in the database ${found.database}: as its owner run grant create on database "${found.database}" to "${found.role}".`,
      )
    return found.version
  } finally {
    await client.end()
  }
}

/** One sentence for a connection that failed. */
function explainConnection(error: unknown, url: string): string {
  const where = maskUrl(url)
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return `No database server answers at ${where}: start it, or put DATABASE_URL right.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of the database is unknown (${where}): put DATABASE_URL right, or the name service of this machine.`
    case '28P01':
    case '28000':
      return `The database server refuses the user or the password of DATABASE_URL (${where}): put them right there, or allow this machine in its pg_hba.conf.`
    case '3D000':
      return `The database named in DATABASE_URL does not exist (${where}): create it with createdb.`
    case '53300':
      return `The database server at ${where} has no connection left: raise its max_connections or close other programs.`
    case '57P03':
      return `The database server at ${where} is starting or stopping: try again in a moment.`
    default:
      return `The database at ${where} cannot be reached: ${(error as Error).message || String(error)}.`
  }
}

function codeOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  return (first as { code?: string } | undefined)?.code ?? ''
}
