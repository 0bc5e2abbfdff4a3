import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '#platform/config.ts'
import type { Log } from '#platform/log.ts'
import { StartError } from '#platform/start-error.ts'
import { findBinaries } from './binaries.ts'
import { createCluster, ensureOwner, setPassword } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { checkExternal } from './external.ts'
import { explainHolder, findHolder, lockDataDir } from './lock.ts'
import type { Holder } from './lock.ts'
import {
  chooseAddress,
  connectionUrl,
  disownPidFile,
  isAlive,
  isPostmasterOf,
  killLeftovers,
  memoryMegabytes,
  readPidFile,
  stopOrphan,
} from './postmaster.ts'
import { findRunAs } from './run-as.ts'
import { Supervisor } from './supervisor.ts'

export interface Database {
  /** Connects as the application's role, which is not a superuser. */
  url: string
  /** True with DATABASE_URL. */
  external: boolean
  /** Others may be using it at this moment: an external server, or the one of a running Préau. */
  isShared: boolean
  /** Of PostgreSQL, for example `18.4`. */
  version: string
  /** Stops the embedded server and waits until it is gone; close the pools first. Nothing to do otherwise. */
  stop(): Promise<void>
}

const clusterFolder = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'postgres')
const secretFile = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'postgres.secret')

/**
 * The database of a server: the external one of DATABASE_URL, checked, or the embedded PostgreSQL,
 * created on first use, started and supervised. Takes the data folder for this process; a PostgreSQL
 * left behind by a killed Préau is stopped cleanly first. Throws `StartError`, one sentence.
 */
export async function startDatabase(
  config: Config,
  log: Log,
  options: { patience?: number } = {},
): Promise<Database> {
  if (config.databaseUrl) return useExternal(config.databaseUrl, log, options.patience ?? 10_000)
  const unlock = lockDataDir(config.dataDir)
  try {
    return await startEmbedded(config, log, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/**
 * The database for a command: the one of the running Préau when there is one (left running), else as
 * `startDatabase`.
 */
export async function openDatabase(config: Config, log: Log): Promise<Database> {
  const holder = config.databaseUrl ? undefined : findHolder(config.dataDir)
  return holder ? attach(config, holder) : startDatabase(config, log, { patience: 0 })
}

async function useExternal(url: string, log: Log, patience: number): Promise<Database> {
  const version = await checkExternal(url, log, patience)
  return { url, external: true, isShared: true, version, stop: () => Promise.resolve() }
}

async function startEmbedded(config: Config, log: Log, unlock: () => void): Promise<Database> {
  const folder = clusterFolder(config)
  const runAs = findRunAs(folder)
  const cluster: Cluster = { folder, runAs, binaries: findBinaries(runAs) }
  const isNew = !existsSync(folder)
  if (!isNew) ensureOwner(cluster)
  let password = isNew ? undefined : readSecret(config)
  if (isNew) {
    log.info({ folder }, 'creating the database')
    password = newSecret(config)
    await createCluster(cluster, password, { durable: true, createDatabases: false })
  } else {
    await clearLeftBehind(folder, log)
  }
  if (!password) {
    // The folder came back without it (a partial copy): we own the cluster, so a new one is set.
    password = newSecret(config)
    await setPassword(cluster, password)
  }
  const address = await chooseAddress(folder)
  const supervisor = new Supervisor(cluster, address, tuning(), log)
  await supervisor.start()
  return {
    url: connectionUrl(address, password),
    external: false,
    isShared: false,
    version: cluster.binaries.version,
    stop: async () => {
      await supervisor.stop()
      unlock()
    },
  }
}

/** What a `kill -9` may have left: a running PostgreSQL, its processes, or a file that names a stranger. */
async function clearLeftBehind(folder: string, log: Log): Promise<void> {
  const left = readPidFile(folder)
  if (!left) return
  if (isPostmasterOf(left.pid, folder)) {
    log.warn(
      { pid: left.pid },
      'a PostgreSQL was left behind by a Préau that was killed; stopping it cleanly',
    )
    await stopOrphan(left.pid)
    return
  }
  // A process that was just killed may hold its socket open for a moment longer than its entry in the process table.
  const socket = join(folder, `.s.PGSQL.${left.address.port}`)
  const deadline = performance.now() + 3_000
  while (await answers(socket)) {
    if (performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      continue
    }
    throw new StartError(
      `${folder} is in use by a PostgreSQL this process cannot see, probably in another container: stop that one first, or set DATA_DIR to another folder.`,
    )
  }
  disownPidFile(folder)
  await killLeftovers(folder)
}

async function attach(config: Config, holder: Holder): Promise<Database> {
  const folder = clusterFolder(config)
  const deadline = performance.now() + 15_000
  while (performance.now() < deadline && findHolder(config.dataDir)) {
    const running = readPidFile(folder)
    if (running?.ready && isAlive(running.pid)) {
      let password = ''
      try {
        password = readFileSync(secretFile(config), 'utf8').trim()
      } catch {
        throw new StartError(
          `This user may not read ${secretFile(config)}: run the command as the user who runs Préau.`,
        )
      }
      const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
      const address = await chooseAddress(folder)
      const url = connectionUrl(address.host.startsWith('/') ? address : running.address, password)
      return { url, external: false, isShared: true, version, stop: () => Promise.resolve() }
    }
    await sleep(50)
  }
  throw new StartError(explainHolder(config.dataDir, holder))
}

/** Sized for a machine shared with the application; a command-line setting wins over postgresql.conf. */
function tuning(): Record<string, string> {
  return {
    effective_cache_size: `${Math.round(memoryMegabytes() / 2)}MB`,
    work_mem: '16MB',
    random_page_cost: '1.1',
    max_connections: '100',
  }
}

function readSecret(config: Config): string | undefined {
  try {
    return readFileSync(secretFile(config), 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}

/** Renamed into place, so that a crash never leaves half a password. */
function newSecret(config: Config): string {
  const password = randomBytes(32).toString('base64url')
  const path = secretFile(config)
  writeFileSync(`${path}.new`, `${password}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return password
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createConnection(socket)
    probe.setTimeout(1_000, () => probe.destroy())
    probe.once('connect', () => {
      resolve(true)
      probe.destroy()
    })
    probe.once('error', () => resolve(false))
    probe.once('close', () => resolve(false))
  })
}
