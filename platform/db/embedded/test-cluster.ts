import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBinaries } from './binaries.ts'
import { createCluster } from './cluster.ts'
import {
  chooseAddress,
  connectionUrl,
  isAlive,
  isPostmasterOf,
  readPidFile,
  startPostmaster,
  stopOrphan,
} from './postmaster.ts'
import { findRunAs } from './run-as.ts'

const prefix = 'preau-test-'

/**
 * A throw-away PostgreSQL for a test run, in the temporary folder and without flushing to disk. Its
 * role `preau` may create databases and is not a superuser: tests meet the rights production has.
 * Works as root and as an ordinary user; ready in about a second. Clusters of test runs that were
 * killed are removed first.
 */
export async function startTestCluster(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  await sweep()
  const parent = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const folder = join(parent, 'postgres')
  const runAs = findRunAs(folder)
  const cluster = { folder, runAs, binaries: findBinaries(runAs) }
  const password = randomBytes(24).toString('base64url')
  try {
    await createCluster(cluster, password, { durable: false, createDatabases: true })
    const address = await chooseAddress(folder)
    const server = await startPostmaster(
      cluster,
      address,
      {
        fsync: 'off',
        synchronous_commit: 'off',
        full_page_writes: 'off',
        max_connections: '300',
        max_wal_size: '4GB',
        autovacuum_naptime: '1d',
        log_min_messages: 'panic',
      },
      () => {},
    )
    const removeAtExit = (): void => {
      process.kill(server.pid, 'SIGQUIT')
    }
    process.once('exit', removeAtExit)
    return {
      adminUrl: connectionUrl(address, password),
      stop: async () => {
        process.off('exit', removeAtExit)
        await server.stop()
        rmSync(parent, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(parent, { recursive: true, force: true })
    throw error
  }
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (!owner || isAlive(Number(owner))) continue
    const parent = join(tmpdir(), name)
    try {
      const left = readPidFile(join(parent, 'postgres'))
      if (left && isPostmasterOf(left.pid, join(parent, 'postgres'))) await stopOrphan(left.pid)
      rmSync(parent, { recursive: true, force: true })
    } catch {
      // Another user's: theirs to remove.
    }
  }
}
