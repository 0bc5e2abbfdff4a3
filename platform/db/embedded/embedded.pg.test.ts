import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '#platform/config.ts'
import type { Config } from '#platform/config.ts'
import { createLog } from '#platform/log.ts'
import { isAlive, isPostmasterOf, readPidFile } from './postmaster.ts'
import { openDatabase, startDatabase } from './start-database.ts'
import type { Database } from './start-database.ts'

const isRoot = process.getuid?.() === 0

let parent: string
let config: Config
let cluster: string
const running: Database[] = []
const children: ChildProcess[] = []
const logged: { level: string; msg: string }[] = []
const log = createLog({
  level: 'info',
  stream: { write: (line: string) => logged.push(JSON.parse(line)) > 0 } as never,
})

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'embedded-'))
  config = loadConfig({ DATA_DIR: join(parent, 'data') }, parent)
  cluster = join(config.dataDir, 'postgres')
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL')
    await ended(child)
  }
  for (const database of running.splice(0)) await database.stop()
  logged.length = 0
})
afterAll(async () => {
  const left = readPidFile(cluster)
  if (left && isPostmasterOf(left.pid, cluster)) process.kill(left.pid, 'SIGQUIT')
  await sleep(100)
  rmSync(parent, { recursive: true, force: true })
})

async function start(of: Config = config): Promise<Database> {
  const database = await startDatabase(of, log)
  running.push(database)
  return database
}

async function ask<R extends pg.QueryResultRow>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<R>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A process of its own that holds the database and writes; `acknowledged` grows. */
async function startWriter(): Promise<{ child: ChildProcess; acknowledged: () => string[] }> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./writer.fixture.ts'))], {
    env: { PATH: process.env['PATH'], DATA_DIR: config.dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  const lines = (): string[] => output.slice(0, output.lastIndexOf('\n')).split('\n')
  await until(() => lines().length > 20)
  return { child, acknowledged: () => lines().filter((line) => /^\d+$/.test(line)) }
}

function ended(child: ChildProcess): Promise<unknown> {
  return child.exitCode === null && child.signalCode === null
    ? new Promise((resolve) => child.once('exit', resolve))
    : Promise.resolve()
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20)
}

const postmasterPid = (): number => readPidFile(cluster)?.pid ?? 0

describe('the embedded PostgreSQL', () => {
  test('is created on first start, for a role that is not a superuser, on a socket alone', async () => {
    mkdirSync(`${cluster}.new`, { recursive: true })
    writeFileSync(join(`${cluster}.new`, 'half'), 'a creation that was killed')
    const { url, version, external } = await start()
    expect(external).toBe(false)
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(18)
    const [facts] = await ask(
      url,
      `select current_user as role, rolsuper, rolcreaterole, rolcreatedb, rolreplication, current_setting('listen_addresses') as listens,
              current_setting('fsync') as fsync, current_setting('jit') as jit, current_setting('server_encoding') as encoding,
              (select datlocprovider::text || ':' || datlocale from pg_database where datname = current_database()) as locale
       from pg_roles where rolname = current_user`,
    )
    expect(facts).toEqual({
      role: 'preau',
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      listens: '',
      fsync: 'on',
      jit: 'off',
      encoding: 'UTF8',
      locale: 'b:C.UTF-8',
    })
    await ask(
      url,
      'create schema people; create extension unaccent; create extension pg_trgm; create extension btree_gin; create table kept as select 42 as n',
    )
    expect(statSync(cluster).mode & 0o777).toBe(0o700)
    expect(statSync(join(config.dataDir, 'postgres.secret')).mode & 0o777).toBe(0o600)
    expect(existsSync(`${cluster}.new`)).toBe(false)
  })

  test('has no superuser login and refuses a wrong password', async () => {
    const { url } = await start()
    await expect(ask(url.replace('//preau:', '//postgres:'), 'select 1')).rejects.toMatchObject({
      code: '28000',
    })
    await expect(ask(url.replace(/\/\/preau:[^@]+/, '//preau:wrong'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    })
  })

  test('keeps what was written; stop waits for the process and gives the folder back', async () => {
    const database = await start()
    const pid = postmasterPid()
    expect(await ask(database.url, 'select n from kept')).toEqual([{ n: 42 }])
    await database.stop()
    expect(isAlive(pid)).toBe(false)
    expect(existsSync(join(config.dataDir, 'preau.lock'))).toBe(false)
  })

  test('refuses a second application on the same folder, and lets a command join the first', async () => {
    const { child } = await startWriter()
    await expect(startDatabase(config, log)).rejects.toThrow(
      `${config.dataDir} is already in use by Préau (writer.fixture.ts) (process ${child.pid}): stop it first, or give this one a folder of its own with DATA_DIR.`,
    )
    const joined = await openDatabase(config, log)
    expect(joined.isShared).toBe(true)
    expect(await ask(joined.url, 'select n from kept')).toEqual([{ n: 42 }])
    await joined.stop()
    expect(isAlive(postmasterPid())).toBe(true)
  })

  test('survives kill -9 of the application: every acknowledged row is there, the orphan is gone', async () => {
    const { child, acknowledged } = await startWriter()
    const orphan = postmasterPid()
    child.kill('SIGKILL')
    await ended(child)
    const told = acknowledged()
    expect(isAlive(orphan)).toBe(true)
    const { url } = await start()
    expect(isAlive(orphan)).toBe(false)
    expect(postmasterPid()).not.toBe(orphan)
    const stored = new Set((await ask<{ id: string }>(url, 'select id from written')).map((row) => row.id))
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter((id) => !stored.has(id))).toEqual([])
    expect(logged.map((line) => line.msg)).toContain(
      'a PostgreSQL was left behind by a Préau that was killed; stopping it cleanly',
    )
  })

  test('survives kill -9 of both at once', async () => {
    const { child, acknowledged } = await startWriter()
    process.kill(postmasterPid(), 'SIGKILL')
    child.kill('SIGKILL')
    await ended(child)
    const { url } = await start()
    const stored = new Set((await ask<{ id: string }>(url, 'select id from written')).map((row) => row.id))
    expect(acknowledged().filter((id) => !stored.has(id))).toEqual([])
  })

  test('comes back at the same address after kill -9 of PostgreSQL, said once', async () => {
    const { url } = await start()
    const pool = new pg.Pool({ connectionString: url, max: 3 })
    pool.on('error', () => {})
    await pool.query('insert into kept values (43)')
    const killed = postmasterPid()
    process.kill(killed, 'SIGKILL')
    await until(() =>
      pool.query('select 1').then(
        () => readPidFile(cluster)?.pid !== killed,
        () => false,
      ),
    )
    expect((await pool.query('select n from kept order by n')).rows).toEqual([{ n: 42 }, { n: 43 }])
    await pool.end()
    const told = logged.map((line) => line.msg)
    expect(told.filter((text) => text === 'PostgreSQL ended by itself; starting it again')).toHaveLength(1)
    expect(told.filter((text) => text === 'PostgreSQL is back')).toHaveLength(1)
  })

  test('is not fooled by files whose process numbers now belong to strangers', async () => {
    await (await start()).stop()
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n/proc/self/cwd\n0\n5432\n.\n\n\nready\n`)
    if (isRoot) chownSync(join(cluster, 'postmaster.pid'), statSync(cluster).uid, statSync(cluster).gid)
    writeFileSync(
      join(config.dataDir, 'preau.lock'),
      JSON.stringify({ pid: process.ppid, startedAt: '1', command: 'Préau' }),
    )
    const { url } = await start()
    expect(await ask(url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }])
  })

  test('sets a new password when its own was lost', async () => {
    const before = readFileSync(join(config.dataDir, 'postgres.secret'), 'utf8')
    rmSync(join(config.dataDir, 'postgres.secret'))
    const { url } = await start()
    expect(await ask(url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }])
    expect(readFileSync(join(config.dataDir, 'postgres.secret'), 'utf8')).not.toBe(before)
  })

  test.runIf(isRoot)(
    'as root, runs under another account and puts right a folder copied back as root',
    async () => {
      const { uid, gid } = statSync(cluster)
      expect(uid).not.toBe(0)
      chownSync(cluster, 0, 0)
      chownSync(join(cluster, 'PG_VERSION'), 0, 0)
      const { url } = await start()
      expect(await ask(url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }])
      expect(statSync(join(cluster, 'PG_VERSION')).uid).toBe(statSync(cluster).uid)
      expect(statSync(cluster).uid).not.toBe(0)
      chownSync(cluster, uid, gid)
    },
  )

  test('uses a loopback port with its password where the path is too long for a socket; also stands for an external server', async () => {
    const deep = loadConfig({ DATA_DIR: join(parent, 'a'.repeat(90), 'data') }, parent)
    const { url } = await start(deep)
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect(
      await ask(
        url,
        `select current_setting('listen_addresses') as listens, inet_server_addr()::text as address`,
      ),
    ).toEqual([{ listens: '127.0.0.1', address: '127.0.0.1/32' }])
    expect((await openDatabase(deep, log)).url).toBe(url)

    const outside = (databaseUrl: string): Promise<Database> =>
      startDatabase({ ...config, databaseUrl }, log, { patience: 0 })
    expect(await outside(url)).toMatchObject({
      external: true,
      isShared: true,
      version: expect.stringMatching(/^18/),
    })
    const host = new URL(url).host
    await expect(outside(url.replace(/\/\/preau:[^@]+/, '//preau:hunter2'))).rejects.toThrow(
      `The database server refuses the user or the password of DATABASE_URL (postgresql://preau:•••••@${host}/preau): put them right there, or allow this machine in its pg_hba.conf.`,
    )
    await expect(outside(url.replace(/preau$/, 'nowhere'))).rejects.toThrow(
      `The database named in DATABASE_URL does not exist (postgresql://preau:•••••@${host}/nowhere): create it with createdb.`,
    )
    await expect(outside('postgresql://preau:hunter2@127.0.0.1:1/preau')).rejects.toThrow(
      'No database server answers at postgresql://preau:•••••@127.0.0.1:1/preau: start it, or put DATABASE_URL right.',
    )
  })
})
