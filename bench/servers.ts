import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')

export interface StartedServer {
  port: number
  pid: number
  /** Milliseconds from the start of the process until it accepts connections. */
  startedIn: number
  stop(): Promise<void>
}

/** A port of the loopback interface that nothing uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Starts `node <script>` of this repository and waits until its port answers; stops it with SIGTERM. */
export async function startServer(
  script: string,
  port: number,
  env: Record<string, string>,
  nodeFlags: string[] = [],
): Promise<StartedServer> {
  const started = performance.now()
  const child = spawn(process.execPath, [...nodeFlags, script], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode} before it was ready`)
    if (performance.now() - started > 60_000) {
      child.kill('SIGKILL')
      throw new Error(`${script} was not ready within a minute`)
    }
    await sleep(5)
  }
  return { port, pid: child.pid!, startedIn: performance.now() - started, stop: () => end(child, ended) }
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(late)
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** Resident memory of a process in MB; undefined where the system does not say (no /proc). */
export function residentMegabytes(pid: number): number | undefined {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return undefined
  }
}

/** Processor time that these processes have used so far, in milliseconds (ticks of 10); undefined without /proc. */
export function processorMilliseconds(pids: readonly number[]): number | undefined {
  try {
    return pids.reduce((sum, pid) => {
      const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .split(') ')[1]!
        .split(' ')
        .slice(11, 13)
      return sum + (Number(user) + Number(system)) * 10
    }, 0)
  } catch {
    return undefined
  }
}

/** Statements and requests so far by route pattern, as the server itself counts them on its metrics port. */
export async function readCounters(
  metricsPort: number,
): Promise<Map<string, { statements: number; requests: number }>> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  const counters = new Map<string, { statements: number; requests: number }>()
  const of = (route: string) => {
    const known = counters.get(route) ?? { statements: 0, requests: 0 }
    counters.set(route, known)
    return known
  }
  for (const [, name, labels, value] of text.matchAll(
    /^preau_(statements_total|request_duration_seconds_count)\{(.*)\} (\d+)$/gm,
  )) {
    const label = (key: string) => new RegExp(`${key}="([^"]*)"`).exec(labels!)?.[1] ?? ''
    // Statements are counted by route alone; the bench never sends two methods to one route.
    if (name === 'statements_total') of(label('route')).statements += Number(value)
    else of(label('route')).requests += Number(value)
  }
  return counters
}
