import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import type { MemberActor } from '#platform/context.ts'
import { openDb } from '#platform/db/pool.ts'
import { createApp, hashToken } from '#platform/http/app.ts'
import type { AppOptions } from '#platform/http/app.ts'
import type { BoundRoute } from '#platform/http/serve.ts'
import { createRealtime } from '#platform/realtime/event-realtime.ts'
import type { MayHear } from '#platform/realtime/realtime.ts'
import type { Services } from '#platform/services.ts'
import { diskBlobStore } from '#platform/storage/disk-blob-store.ts'

export interface PlatformApp {
  app: FastifyInstance
  services: Services
  /** Lines of the log so far. */
  logged: Record<string, unknown>[]
  close(): Promise<void>
}

/** Identifier of the person whom the test session `name` belongs to. */
export const memberIdOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Headers of a request by the person `name`. */
export const as = (name: string): Record<string, string> => ({ preau: '1', cookie: `preau=${name}` })

/**
 * The HTTP application over a database, with the test's own routes and no module. The session token `bob` is a
 * session of Bob; whoever is called `administrator…` is one.
 */
export async function startPlatformApp(options: {
  url: string
  routes: readonly BoundRoute[]
  names?: readonly string[]
  mayHear?: MayHear
  app?: Partial<AppOptions>
}): Promise<PlatformApp> {
  const logged: Record<string, unknown>[] = []
  const log = pino(
    { level: 'info' },
    { write: (line: string) => void logged.push(JSON.parse(line)) },
  ) as Services['log']
  const db = openDb(options.url, log, { max: 8 })
  const folder = await mkdtemp(join(tmpdir(), 'preau-platform-'))
  const actors = new Map<string, MemberActor>()
  for (const name of options.names ?? ['alice', 'bob', 'administrator'])
    actors.set(hashToken(name).toString('hex'), {
      kind: 'member',
      memberId: memberIdOf(name),
      memberKind: 'employee',
      isAdministrator: name.startsWith('administrator'),
      language: 'fr',
      sessionId: memberIdOf(`session of ${name}`),
    })
  const outside: Omit<Services, 'realtime'> = {
    config: {
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      publicUrl: 'http://localhost:3000',
      role: 'all',
      linkPreviews: 'off',
      logLevel: 'info',
      metricsPort: 0,
      env: 'test',
    },
    db,
    log,
    mailer: { isConfigured: false, send: () => Promise.resolve(), close: () => Promise.resolve() },
    blobs: diskBlobStore(join(folder, 'files')),
    now: () => new Date(),
  }
  const realtime = createRealtime(outside, options.mayHear ?? (() => Promise.resolve([])))
  const services: Services = { ...outside, realtime }
  const app = await createApp({
    services,
    routes: options.routes,
    authenticate: (_tx, hash) => Promise.resolve(actors.get(hash.toString('hex'))),
    validateAnswers: true,
    ...options.app,
  })
  app.addHook('preClose', () => realtime.stop())
  return {
    app,
    services,
    logged,
    async close() {
      await app.close()
      await realtime.stop()
      await db.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
