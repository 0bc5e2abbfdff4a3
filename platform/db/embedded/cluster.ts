import { spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from '#platform/start-error.ts'
import type { Binaries } from './binaries.ts'
import { explainPostgres } from './explain.ts'
import type { RunAs } from './run-as.ts'

/** The role and the database of the application. The superuser `postgres` has no way to log in at all. */
export const applicationRole = 'preau'

/**
 * PostgreSQL is always told that its folder is "where you stand": it is started inside the folder, so
 * its account needs no right on the folders above (a checkout under /root), and the path of its unix
 * socket is never too long on its side.
 */
export const here = '/proc/self/cwd'

/** Environment of every PostgreSQL program: nothing of ours leaks in (PGPORT, PGDATA, LANG…). */
export const cleanEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' }

// Known good sizes are given: spares initdb from starting six servers to find out.
const initArguments = [
  `-D ${here} --username=postgres --auth=reject --no-sync --no-instructions`,
  '--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8',
  '-c max_connections=100 -c shared_buffers=128MB -c timezone=UTC -c log_timezone=UTC',
]
  .join(' ')
  .split(' ')

const accessRules = `# Written by Préau. Only the application's role logs in, with its password; the superuser never does.
local all ${applicationRole}              scram-sha-256
host  all ${applicationRole} 127.0.0.1/32 scram-sha-256
`

export type Cluster = { folder: string; runAs: RunAs | undefined; binaries: Binaries }

/**
 * Creates the cluster beside its final place and renames it when it is whole, so that a start that is
 * killed half-way leaves nothing that looks like a database. `durable: false` skips the flush to disk
 * (tests). Takes about 1 s.
 */
export async function createCluster(
  cluster: Cluster,
  password: string,
  options: { durable: boolean; createDatabases: boolean },
): Promise<void> {
  const staging = { ...cluster, folder: `${cluster.folder}.new` }
  rmSync(staging.folder, { recursive: true, force: true })
  mkdirSync(staging.folder, { recursive: true, mode: 0o700 })
  if (cluster.runAs) chownSync(staging.folder, cluster.runAs.uid, cluster.runAs.gid)
  try {
    await run(staging, cluster.binaries.initdb, initArguments)
    writeFileSync(join(staging.folder, 'pg_hba.conf'), accessRules, { mode: 0o600 })
    await singleUser(staging, [
      `create role ${applicationRole} login ${options.createDatabases ? 'createdb ' : ''}password ${literal(password)}`,
      // Nobody logs in as these: measurement's nightly job takes the first one on for a transaction, tests the second.
      'create role release_job nologin',
      'create role app_cm nologin',
      `grant release_job, app_cm to ${applicationRole} with inherit false, set true`,
      `create database ${applicationRole} owner ${applicationRole}`,
    ])
    if (options.durable) await run(staging, cluster.binaries.initdb, ['-D', here, '--sync-only'])
    renameSync(staging.folder, cluster.folder)
  } catch (error) {
    rmSync(staging.folder, { recursive: true, force: true })
    throw error
  }
}

/** Gives the application's role a new password; the server must not be running. About 0.1 s. */
export async function setPassword(cluster: Cluster, password: string): Promise<void> {
  await singleUser(cluster, [`alter role ${applicationRole} login password ${literal(password)}`])
}

/**
 * Makes sure the cluster belongs to the account that will run it. Root puts right a folder that was
 * copied back as root; an ordinary user is told whose it is.
 */
export function ensureOwner(cluster: Cluster): void {
  const wanted = cluster.runAs?.uid ?? process.getuid?.()
  const owner = statSync(cluster.folder).uid
  if (owner === wanted) {
    if (existsSync(join(cluster.folder, 'PG_VERSION'))) return
    throw new StartError(
      `${cluster.folder} holds no database of PostgreSQL: put the right folder back, or remove this one to begin anew.`,
    )
  }
  if (cluster.runAs && owner === 0) return giveTo(cluster.folder, cluster.runAs)
  throw new StartError(
    `${cluster.folder} belongs to user number ${owner} and Préau runs as number ${wanted}: start Préau as its owner, or give the whole data folder to this user with: chown -R ${wanted} ${dirname(cluster.folder)}`,
  )
}

function giveTo(path: string, { uid, gid }: RunAs): void {
  lchownSync(path, uid, gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) giveTo(inner, { uid, gid })
    else lchownSync(inner, uid, gid)
  }
}

/** Statements for PostgreSQL's single-user mode, which needs no login: how a superuser's work is done here. */
async function singleUser(cluster: Cluster, statements: string[]): Promise<void> {
  const input = statements.map((statement) => `${statement};\n\n`).join('')
  const output = await run(
    cluster,
    cluster.binaries.postgres,
    ['--single', '-j', '-D', here, '-c', 'log_checkpoints=off', 'postgres'],
    input,
  )
  // Single-user mode reports a failed statement and still ends with 0.
  if (/ERROR:|FATAL:/.test(output)) throw new StartError(explainPostgres(output, cluster.folder))
}

function run(cluster: Cluster, program: string, args: string[], input?: string): Promise<string> {
  const folder = cluster.folder.replace(/\.new$/, '')
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(program, args, {
      cwd: cluster.folder,
      env: cleanEnvironment,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      ...cluster.runAs,
    })
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
    child.on('error', (error) => reject(new StartError(explainPostgres(error.message, folder))))
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new StartError(explainPostgres(output, folder))),
    )
  })
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
