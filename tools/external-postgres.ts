// Runs the server tests against a PostgreSQL installed on this machine (15 or newer), in a cluster made for it and
// removed afterwards. Says so, and succeeds, where none is installed.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const root = join(import.meta.dirname, '..')
const oldest = 15

const versionOf = (folder: string): number =>
  Number(/(\d+)/.exec(execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[1] ?? 0)

/** The newest installed server that is new enough. */
function findServer(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(':').filter((folder) => !folder.includes('node_modules'))
  const folders = [
    ...globSync('/usr/lib/postgresql/*/bin'),
    ...globSync('/usr/pgsql-*/bin'),
    '/opt/homebrew/bin',
    '/usr/local/bin',
    ...onPath,
  ]
  return folders
    .filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
    .map((folder) => ({ folder, version: versionOf(folder) }))
    .filter(({ version }) => version >= oldest)
    .toSorted((a, b) => b.version - a.version)[0]?.folder
}

/** PostgreSQL refuses to run as root: then an account without rights does it. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody'])
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // The next one.
    }
  throw new Error('Running as root, and neither the account postgres nor nobody exists.')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function main(): Promise<number> {
  const bin = findServer()
  if (!bin) {
    console.log(
      `No PostgreSQL ${oldest} or newer is installed on this machine: the server tests ran on the embedded one alone.`,
    )
    return 0
  }
  const runAs = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'preau-external-'))
  if (runAs) chownSync(folder, runAs.uid, runAs.gid)
  const data = join(folder, 'data')
  const options = { cwd: folder, ...runAs, env: { LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin' } }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'preau', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...options, stdio: 'ignore' },
  )
  const port = await freePort()
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=300',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    `port=${port}`,
  ]
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  )
  const gone = new Promise<void>((resolve) => void server.once('exit', () => resolve()))
  try {
    console.log(`PostgreSQL ${versionOf(bin)} of ${bin}`)
    await waitFor(join(bin, 'pg_isready'), port)
    await makeRoles(port, versionOf(bin))
    const tests = spawn(
      process.execPath,
      // What supervises the embedded PostgreSQL does not change with the external one.
      [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--project',
        'pg',
        '--exclude',
        'platform/db/embedded/**',
        ...process.argv.slice(2),
      ],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, DATABASE_URL: `postgresql://preau_app@127.0.0.1:${port}/postgres` },
      },
    )
    return await new Promise<number>((resolve) => void tests.once('exit', (code) => resolve(code ?? 1)))
  } finally {
    server.kill('SIGQUIT')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The application's role as an operator makes it (docs/operating/external-postgresql.md): not a superuser, who would
 * be refused nothing; and, from PostgreSQL 16 on, given what the release job may read only while it takes that role on.
 */
async function makeRoles(port: number, version: number): Promise<void> {
  const client = new pg.Client({ connectionString: `postgresql://preau@127.0.0.1:${port}/postgres` })
  await client.connect()
  await client.query('create role preau_app login createdb')
  if (version >= 16) {
    await client.query('create role release_job nologin')
    await client.query('create role app_cm nologin')
    await client.query('grant release_job, app_cm to preau_app with inherit false, set true')
  }
  await client.end()
}

async function waitFor(isReady: string, port: number): Promise<void> {
  for (let i = 0; i < 100; i++) {
    try {
      execFileSync(isReady, ['-h', '127.0.0.1', '-p', String(port), '-q'], { stdio: 'ignore' })
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error('The installed PostgreSQL did not start within 10 s.')
}

process.exitCode = await main()
