import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { explainListenError } from '#platform/config.ts'
import type { Config } from '#platform/config.ts'
import { startDatabase } from '#platform/db/embedded/start-database.ts'
import { openDb } from '#platform/db/pool.ts'
import type { Log } from '#platform/log.ts'
import { startMetrics } from '#platform/metrics/metrics.ts'
import type { Metrics } from '#platform/metrics/metrics.ts'
import { StartError } from '#platform/start-error.ts'

/** A stopping server lets requests and jobs finish for this long, then cuts them off; jobs go back to the queue. */
const graceMilliseconds = 9_000
const clientFolder = join(import.meta.dirname, '../../dist')

export interface RunningServer {
  /** Where people open it; undefined for a worker, which serves no page. */
  url: string | undefined
  /** Present while no organisation exists: the link that makes the first administrator. */
  setupLink: string | undefined
  /** Undefined when METRICS_PORT is 0. */
  metricsPort: number | undefined
  stop(): Promise<void>
}

/**
 * Starts what `ROLE` says: database, migrations, then pages and API (`web`), jobs (`worker`) or both. Throws
 * `StartError`, one sentence, when the operator can put it right; whatever was started is stopped again.
 */
export async function startServer(config: Config, log: Log): Promise<RunningServer> {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    while (undo.length > 0)
      await undo.pop()!().catch((error: Error) =>
        log.warn({ err: error.message }, 'something did not stop cleanly'),
      )
  }
  try {
    return { ...(await start(config, log, undo)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(
  config: Config,
  log: Log,
  undo: (() => Promise<unknown>)[],
): Promise<Omit<RunningServer, 'stop'>> {
  const isWeb = config.role !== 'worker'
  const isBuilt = existsSync(join(clientFolder, 'index.html'))
  if (isWeb && !isBuilt && config.env === 'production')
    throw new StartError('The pages are not built yet: run npm run build, then start again.')

  // The modules load while PostgreSQL starts: each needs about as long as the other.
  const loading = Promise.all([import('#apps/server/assemble.ts'), import('#platform/db/prepare.ts')])
  loading.catch(() => {})
  const database = await startDatabase(config, log)
  undo.push(() => database.stop())
  const [{ assemble }, { prepareDatabase }] = await loading
  const migrated = await prepareDatabase(database.url).catch((error: Error) => {
    // Each of its refusals is one sentence for the operator.
    throw new StartError(error.message)
  })
  if (migrated.applied.length > 0)
    log.info({ applied: migrated.applied.length }, 'the database was brought up to date')

  const db = openDb(database.url, log, {
    max: config.role === 'all' ? 12 : 8,
    applicationName: `preau ${config.role}`,
  })
  undo.push(() => db.close())
  const { noMailer, smtpMailer } = await import('#platform/mail/smtp-mailer.ts')
  const blobs = config.filesUrl
    ? (await import('#platform/storage/s3-blob-store.ts')).s3BlobStore(config.filesUrl)
    : (await import('#platform/storage/disk-blob-store.ts')).diskBlobStore(join(config.dataDir, 'files'))
  const mailer = config.smtpUrl ? smtpMailer(config.smtpUrl, config.publicUrl) : noMailer
  undo.push(() => mailer.close())

  let metrics: Metrics | undefined
  const { app, services, work, readiness, stop } = await assemble({
    config,
    db,
    log,
    mailer,
    blobs,
    ...(config.linkPreviews === 'on' && {
      fetchOutside: (await import('#platform/http/guarded-fetch.ts')).guardedFetch(),
    }),
    now: () => new Date(),
    ...(isWeb && isBuilt && { clientFolder }),
    measure: (request, reply, statements) =>
      metrics?.answered(
        request.method,
        request.routeOptions.url ?? 'none',
        reply.statusCode,
        reply.elapsedTime / 1000,
        statements,
      ),
  })
  undo.push(stop)
  if (config.metricsPort > 0) {
    metrics = await startMetrics(config.metricsPort, { db, realtime: services.realtime, log }).catch(
      (error: NodeJS.ErrnoException) => {
        throw new StartError(
          explainListenError(error, { host: '127.0.0.1', port: config.metricsPort }, 'METRICS_PORT'),
        )
      },
    )
    undo.push(() => metrics!.close())
  }
  if (config.role !== 'web') {
    const { startRunner } = await import('#platform/jobs/runner.ts')
    const runner = await startRunner(services, work)
    undo.push(() => within(graceMilliseconds, runner.stop()))
    if (config.mailIn) {
      const { startMailIn } = await import('#modules/notifications/public.ts')
      const mailIn = await startMailIn(services)
      undo.push(() => mailIn.stop())
    }
  }
  if (!isWeb) return { url: undefined, setupLink: undefined, metricsPort: metrics?.port }

  await services.realtime.start()
  await app.listen({ host: config.host, port: config.port }).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(explainListenError(error, config))
  })
  undo.push(() => {
    readiness.isStopping = true
    return closeWithin(app, graceMilliseconds)
  })
  return { url: config.publicUrl, setupLink: await findSetupLink(config, db), metricsPort: metrics?.port }
}

async function findSetupLink(
  config: Config,
  db: Parameters<typeof import('#modules/people/public.ts').ensureSetupToken>[0],
): Promise<string | undefined> {
  const { ensureSetupToken, setupLink } = await import('#modules/people/public.ts')
  const token = await ensureSetupToken(db)
  return token && setupLink(config.publicUrl, token)
}

/** Stops accepting, ends live streams, lets requests finish, then cuts off what is left. */
async function closeWithin(app: FastifyInstance, milliseconds: number): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), milliseconds)
  try {
    await app.close()
  } finally {
    clearTimeout(cut)
  }
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)))
  await Promise.race([work, late])
  clearTimeout(timer)
}
