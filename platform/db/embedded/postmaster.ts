import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartError } from '#platform/start-error.ts'
import { applicationRole, cleanEnvironment, here } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { explainPostgres } from './explain.ts'

const MB = 1024 * 1024
const socketPort = 5432
/** sun_path holds 107 bytes; a little less, so that a renamed temp file of ours still fits. */
const longestSocketPath = 100

/** Where clients find the server: its unix socket, or a loopback port when the socket's path is too long. */
export type Address = { host: string; port: number }

/** A running server that is a child of this process. */
export type Postmaster = {
  pid: number
  /** Resolves once the process is gone, however it ended, with its last words. */
  ended: Promise<string>
  /** Fast shutdown, immediate after `patience` ms (default 10 000), kill 5 s later. Resolves when it is gone. */
  stop(patience?: number): Promise<void>
}

/** Starts the server and waits until it accepts connections, crash recovery included. */
export async function startPostmaster(
  cluster: Cluster,
  address: Address,
  settings: Record<string, string>,
  onLine: (line: string) => void,
): Promise<Postmaster> {
  const all = {
    // The folder's name in the command line identifies an orphan even where /proc/PID/cwd may not be read.
    'preau.folder': realpathSync(cluster.folder),
    listen_addresses: address.host.startsWith('/') ? '' : address.host,
    port: String(address.port),
    unix_socket_directories: '.',
    unix_socket_permissions: '0700',
    jit: 'off',
    shared_buffers: `${Math.round(Math.min(1024, Math.max(128, memoryMegabytes() / 8)))}MB`,
    dynamic_shared_memory_type: hasRoomyShm() ? 'posix' : 'sysv',
    log_checkpoints: 'off',
    log_line_prefix: '',
    // The application logs its own errors; PostgreSQL's would quote statements and rows.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...settings,
  }
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', here, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: cluster.folder,
      env: cleanEnvironment,
      // Its own session: Ctrl-C in the terminal must reach the application alone, which then stops PostgreSQL.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...cluster.runAs,
    },
  )
  const lastWords: string[] = []
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', () => resolve(lastWords.join('\n')))
  })
  readLines(child, (line) => {
    lastWords.push(line)
    if (lastWords.length > 30) lastWords.shift()
    onLine(line)
  })
  const pid = child.pid
  let gone = pid === undefined
  void ended.then(() => (gone = true))
  while (!gone && !isReady(cluster.folder, pid)) await Promise.race([sleep(10), ended])
  if (gone || pid === undefined) {
    // The last lines may still be in the pipe when the exit is reported.
    await sleep(20)
    throw new StartError(explainPostgres(lastWords.join('\n') || (await ended), cluster.folder))
  }
  return {
    pid,
    ended,
    stop: (patience = 10_000) => endProcess(pid, ended, patience),
  }
}

export function connectionUrl(address: Address, password: string, database = applicationRole): string {
  const where = address.host.startsWith('/')
    ? `localhost/${database}?host=${encodeURIComponent(address.host)}&port=${address.port}`
    : `${address.host}:${address.port}/${database}`
  return `postgresql://${applicationRole}:${encodeURIComponent(password)}@${where}`
}

/** What `postmaster.pid` says; `undefined` when there is none or it cannot be understood. */
export function readPidFile(folder: string): { pid: number; address: Address; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 0) return undefined
    const tcp = lines[5]?.trim()
    return {
      pid,
      address: { host: tcp || folder, port: Number(lines[3]) || socketPort },
      ready: lines[7]?.trim() === 'ready',
    }
  } catch {
    return undefined
  }
}

/** Whether this process is a PostgreSQL working in this folder, and not a stranger that got its number. */
export function isPostmasterOf(pid: number, folder: string): boolean {
  const real = realpathSync(folder)
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== real) return false
    return basename(readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres')
  } catch {
    // Root in a container may not look into another user's process; its command line is public.
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(`preau.folder=${real}`)
  } catch {
    return false
  }
}

/**
 * A crash left `postmaster.pid` and its number now belongs to a stranger, or to a zombie nobody collects
 * (a container without an init): PostgreSQL would refuse to start. The number is replaced and the rest
 * kept, because PostgreSQL also checks that the shared memory block named there is free. The lock of
 * the socket, which names the same process, goes with its socket.
 */
export function disownPidFile(folder: string): void {
  const path = join(folder, 'postmaster.pid')
  const [, ...rest] = readFileSync(path, 'utf8').split('\n')
  writeFileSync(path, ['999999999', ...rest].join('\n'))
  for (const name of readdirSync(folder))
    if (/^\.s\.PGSQL\.\d+(\.lock)?$/.test(name)) rmSync(join(folder, name), { force: true })
}

/** Ends a PostgreSQL that is not our child (an orphan): fast, then immediate, then kill. */
export async function stopOrphan(pid: number): Promise<void> {
  await endProcess(pid, untilGone(pid), 10_000)
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(20)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  // A zombie answers too: nobody has collected it yet (a container without an init), and it holds nothing.
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function endProcess(pid: number, ended: Promise<unknown>, patience: number): Promise<void> {
  for (const [signal, wait] of [
    ['SIGINT', patience],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      // Already gone.
    }
    const timer = new AbortController()
    const late = sleep(wait, 'late', { signal: timer.signal }).catch(() => 'gone')
    const result = await Promise.race([ended.then(() => 'gone'), late])
    timer.abort()
    if (result === 'gone') return
  }
}

function isReady(folder: string, pid: number | undefined): boolean {
  const file = readPidFile(folder)
  return file?.pid === pid && file?.ready === true
}

/** The unix socket inside the cluster's folder, or a free loopback port where its path is too long for one. */
export async function chooseAddress(folder: string): Promise<Address> {
  const path = join(realpathSync(folder), `.s.PGSQL.${socketPort}`)
  if (Buffer.byteLength(path) <= longestSocketPath) return { host: realpathSync(folder), port: socketPort }
  return { host: '127.0.0.1', port: await findFreePort() }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** Containers often have 64 MB there, too little for a parallel query. */
function hasRoomyShm(): boolean {
  try {
    const shm = statfsSync('/dev/shm')
    return shm.bavail * shm.bsize >= 256 * MB
  } catch {
    return false
  }
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.trim()) onLine(line)
    })
  }
}

/**
 * Ends the processes a killed postmaster left in this folder. They hold its shared memory, and no new
 * server may start before they are gone; with their postmaster dead they can save nothing any more.
 */
export async function killLeftovers(folder: string): Promise<void> {
  const left = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid && isPostmasterOf(pid, folder))
  for (const pid of left) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone in the meantime.
    }
  }
  const deadline = performance.now() + 5_000
  while (left.some(isAlive) && performance.now() < deadline) await sleep(10)
}

/** What this machine, or the container we are in, has. */
export function memoryMegabytes(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / MB
}
