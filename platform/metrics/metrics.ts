import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Db } from '#platform/db/pool.ts'
import type { Log } from '#platform/log.ts'
import type { Realtime } from '#platform/realtime/realtime.ts'

export interface Metrics {
  /** One answered request: the route's pattern (never the address), its duration in seconds and its statements. */
  answered(method: string, route: string, status: number, seconds: number, statements: number): void
  port: number
  close(): Promise<void>
}

/** Prometheus metrics on a port of their own, on the loopback interface alone. */
export async function startMetrics(
  port: number,
  outside: { db: Db; realtime: Realtime; log: Log },
): Promise<Metrics> {
  // Loaded here: a process without metrics does not pay for the library.
  const { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } = await import('prom-client')
  const { db, realtime, log } = outside
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const duration = new Histogram({
    name: 'preau_request_duration_seconds',
    help: 'Time to answer by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const statements = new Counter({
    name: 'preau_statements_total',
    help: 'SQL statements sent by requests',
    labelNames: ['route'],
    registers,
  })
  new Gauge({
    name: 'preau_pool_connections',
    help: 'Database connections of this process',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'idle' }, db.pool.idleCount)
      this.set({ state: 'busy' }, db.pool.totalCount - db.pool.idleCount)
      this.set({ state: 'waiting' }, db.pool.waitingCount)
    },
  })
  new Gauge({
    name: 'preau_streams',
    help: 'Open live streams of this node',
    registers,
    collect() {
      this.set(realtime.streams)
    },
  })
  new Gauge({
    name: 'preau_jobs',
    help: 'Jobs in the queue: due now, for later, or given up',
    labelNames: ['state'],
    registers,
    async collect() {
      // The other figures are still wanted while the database is away.
      const counts = await countJobs(db).catch(() => ({}))
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count)
    },
  })
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    register
      .metrics()
      .then((text) =>
        response
          .writeHead(200, { 'content-type': register.contentType, 'cache-control': 'no-store' })
          .end(text),
      )
      .catch((error: Error) => {
        log.warn({ err: error.message }, 'the metrics could not be read')
        response.writeHead(503).end()
      })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  server.unref()
  return {
    port: (server.address() as AddressInfo).port,
    answered(method, route, status, seconds, count) {
      duration.observe({ method, route, status: String(status) }, seconds)
      if (count > 0) statements.inc({ route }, count)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function countJobs(db: Db): Promise<Record<string, number>> {
  const counts = await db.read.row<{ due: number; later: number; givenUp: number }>(
    `select count(*) filter (where attempts < max_attempts and run_at <= now()) as due,
            count(*) filter (where attempts < max_attempts and run_at > now()) as later,
            count(*) filter (where attempts >= max_attempts) as "givenUp"
       from graphile_worker.jobs`,
  )
  return { ...counts }
}
