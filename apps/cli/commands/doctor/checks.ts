import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import nodemailer from 'nodemailer'
import pg from 'pg'
import { explainListenError } from '#platform/config.ts'
import type { Config } from '#platform/config.ts'
import { findHolder } from '#platform/db/embedded/lock.ts'
import { openDatabase } from '#platform/db/embedded/start-database.ts'
import { pendingMigrations } from '#platform/db/migrate.ts'
import type { Log } from '#platform/log.ts'

/** One thing looked at. `warn` works but deserves a decision; `fail` must be repaired. */
export interface Check {
  name: string
  state: 'ok' | 'warn' | 'fail'
  finding: string
  advice?: string
}

const oldestNode: [number, number] = [24, 11]
const GB = 1024 ** 3

/** Every check, in the order they depend on each other. Changes nothing. */
export async function examine(config: Config, log: Log): Promise<Check[]> {
  const checks = [
    checkNode(),
    checkFolder(config),
    checkDisk(config),
    await checkPort(config),
    checkPublicUrl(config),
  ]
  checks.push(...(await checkDatabase(config, log)), checkTimeData(), await checkMail(config))
  return checks
}

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isRecent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
  const name = 'Node'
  if (isRecent) return { name, state: 'ok', finding: process.versions.node }
  return {
    name,
    state: 'fail',
    finding: `${process.versions.node} is too old`,
    advice: `Run npm ci, which brings a recent one, or install Node ${oldestNode.join('.')} or newer.`,
  }
}

function checkFolder({ dataDir }: Config): Check {
  const name = 'Data folder'
  const nearest = nearestExisting(dataDir)
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK)
  } catch {
    return {
      name,
      state: 'fail',
      finding: `${nearest} cannot be written by this user`,
      advice: 'Give the folder to the user who runs Préau (chown -R), or set DATA_DIR to another one.',
    }
  }
  return {
    name,
    state: 'ok',
    finding:
      nearest === dataDir ? `${dataDir} can be written` : `${dataDir} does not exist yet and can be created`,
  }
}

function checkDisk({ dataDir }: Config): Check {
  const name = 'Disk'
  const disk = statfsSync(nearestExisting(dataDir))
  const free = disk.bavail * disk.bsize
  const finding = `${(free / GB).toFixed(1)} GB free where ${dataDir} is`
  if (free < 0.2 * GB)
    return {
      name,
      state: 'fail',
      finding,
      advice: 'Free some space now: PostgreSQL stops when the disk is full.',
    }
  if (free < 2 * GB)
    return {
      name,
      state: 'warn',
      finding,
      advice: 'Plan for more space: files and the database grow with use.',
    }
  return { name, state: 'ok', finding }
}

async function checkPort(config: Config): Promise<Check> {
  const name = 'Port'
  const holder = findHolder(config.dataDir)
  if (holder) return { name, state: 'ok', finding: `Préau is running (process ${holder.pid})` }
  const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen(config.port, config.host, () => server.close(() => resolve(undefined)))
  })
  if (error)
    return {
      name,
      state: 'fail',
      finding: `${config.host}:${config.port} cannot be used (${error.code})`,
      advice: explainListenError(error, config),
    }
  return { name, state: 'ok', finding: `${config.host}:${config.port} is free` }
}

function checkPublicUrl(config: Config): Check {
  const name = 'Public address'
  const { hostname, protocol } = new URL(config.publicUrl)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const finding = config.publicUrl
  if (isLocal && !['127.0.0.1', '::1', 'localhost'].includes(config.host))
    return {
      name,
      state: 'warn',
      finding,
      advice: 'Others will receive links to localhost: set PUBLIC_URL to the address they use.',
    }
  if (!isLocal && protocol === 'http:')
    return {
      name,
      state: 'warn',
      finding,
      advice:
        'Passwords travel in clear: put an HTTPS proxy in front (docs/operating/https.md) and set PUBLIC_URL to its https address.',
    }
  return { name, state: 'ok', finding }
}

async function checkDatabase(config: Config, log: Log): Promise<Check[]> {
  const name = 'Database'
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'postgres', 'PG_VERSION')))
    return [
      { name, state: 'ok', finding: 'the embedded PostgreSQL is not created yet; the first start does it' },
    ]
  let database
  try {
    database = await openDatabase(config, log)
  } catch (error) {
    return [{ name, state: 'fail', finding: 'cannot be used', advice: (error as Error).message }]
  }
  try {
    const { clock, ...role } = await inspectDatabase(database.url)
    const finding = `PostgreSQL ${database.version}, ${database.external ? 'external' : 'embedded'}, ${role.megabytes} MB`
    const first: Check = role.isSuperuser
      ? {
          name,
          state: 'warn',
          finding: `${finding}; Préau connects as a superuser`,
          advice:
            'Create a role of its own without superuser and name it in DATABASE_URL (docs/operating/external-postgresql.md).',
        }
      : { name, state: 'ok', finding }
    return [first, await checkMigrations(database.url), await checkRoles(database.url), clock]
  } catch (error) {
    return [{ name, state: 'fail', finding: 'answers with an error', advice: (error as Error).message }]
  } finally {
    await database.stop()
  }
}

async function inspectDatabase(
  url: string,
): Promise<{ isSuperuser: boolean; megabytes: number; clock: Check }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    const before = Date.now()
    const { rows } = await client.query<{
      at: Date
      summer: string
      is_superuser: boolean
      megabytes: number
    }>(
      `select clock_timestamp() as at,
              to_char('2026-07-01 12:00 Europe/Paris'::timestamptz at time zone 'UTC', 'HH24:MI') as summer,
              (select rolsuper from pg_roles where rolname = current_user) as is_superuser,
              (pg_database_size(current_database()) / 1048576)::int as megabytes`,
    )
    const row = rows[0] as (typeof rows)[0]
    const middle = (before + Date.now()) / 2
    return {
      isSuperuser: row.is_superuser,
      megabytes: row.megabytes,
      clock: checkClock((row.at.getTime() - middle) / 1000, row.summer === '10:00'),
    }
  } finally {
    await client.end()
  }
}

/** Whether the server lets the nightly release of figures have a role of its own. */
async function checkRoles(url: string): Promise<Check> {
  const name = 'Roles'
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ is_there: boolean; is_separate: boolean }>(
      `select to_regclass('measurement.release_contributor') is not null as is_there,
              to_regclass('measurement.release_contributor') is not null
                and exists (select from pg_roles where rolname = 'release_job' and pg_has_role(current_user, oid, 'MEMBER'))
                and not (select rolsuper from pg_roles where rolname = current_user)
                and not has_column_privilege('measurement.release_contributor', 'release_id', 'SELECT') as is_separate`,
    )
    if (!rows[0]?.is_there) return { name, state: 'ok', finding: 'come with the migrations' }
    if (rows[0].is_separate)
      return { name, state: 'ok', finding: 'only release_job reads who contributed to which figure' }
    return {
      name,
      state: 'warn',
      finding: 'the application itself can read who contributed to which figure',
      advice:
        'As a superuser of the database: create role release_job nologin; create role app_cm nologin; grant release_job, app_cm to the role of DATABASE_URL with inherit false, set true (docs/mechanisms/release.md). The coming night does the rest.',
    }
  } finally {
    await client.end()
  }
}

function checkClock(differenceSeconds: number, hasZones: boolean): Check {
  const name = 'Clock'
  const now = new Date().toISOString()
  if (!hasZones)
    return {
      name,
      state: 'fail',
      finding: 'the database does not know the time zones',
      advice: 'Install the time zone data (tzdata) where the database runs.',
    }
  if (Math.abs(differenceSeconds) > 2)
    return {
      name,
      state: 'warn',
      finding: `the database and this machine differ by ${Math.abs(differenceSeconds).toFixed(1)} s`,
      advice: 'Let both machines take the time from the network (NTP).',
    }
  return { name, state: 'ok', finding: `${now}, the same as the database’s` }
}

async function checkMigrations(url: string): Promise<Check> {
  const name = 'Migrations'
  const pending = await pendingMigrations(url)
  if (pending.length === 0) return { name, state: 'ok', finding: 'the database is at this version' }
  return {
    name,
    state: 'warn',
    finding: `${pending.length} to apply`,
    advice: 'Start Préau, or run npm run -s preau -- migrate.',
  }
}

function checkTimeData(): Check {
  const name = 'Languages and time zones'
  const text = new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'Europe/Paris',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(Date.UTC(2026, 6, 1, 10))
  if (text.includes('juillet') && text.includes('12:00'))
    return { name, state: 'ok', finding: `known to Node (${process.versions.icu})` }
  return {
    name,
    state: 'fail',
    finding: `Node writes “${text}” for 1 juillet 2026 à 12:00`,
    advice: 'Use a Node with full language data (ICU), such as the one npm ci brings.',
  }
}

async function checkMail(config: Config): Promise<Check> {
  const name = 'Mail'
  if (!config.smtpUrl)
    return {
      name,
      state: 'warn',
      finding:
        'none set: nothing is sent, links of invitation and of reset are handed over by the administrator',
      advice: 'Set SMTP_URL, for example smtp://user:password@mail.example.org:587.',
    }
  const transport = nodemailer.createTransport({
    url: config.smtpUrl,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 5_000,
  })
  try {
    await transport.verify()
    return { name, state: 'ok', finding: `${new URL(config.smtpUrl).host} answers and accepts us` }
  } catch (error) {
    return {
      name,
      state: 'fail',
      finding: `${new URL(config.smtpUrl).host}: ${(error as Error).message}`,
      advice: mailAdvice((error as { code?: string }).code),
    }
  } finally {
    transport.close()
  }
}

function mailAdvice(code: string | undefined): string {
  if (code === 'EAUTH') return 'The mail server refuses the user or the password of SMTP_URL: put them right.'
  if (code === 'EDNS' || code === 'ENOTFOUND') return 'The host of SMTP_URL is unknown: put it right.'
  if (code === 'ETLS' || code === 'ESOCKET')
    return 'Check the host, the port and whether it is smtp:// (587, 25) or smtps:// (465), and that this machine may reach it.'
  return 'Check the host and the port of SMTP_URL, and that this machine may reach them.'
}

function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path))
}
