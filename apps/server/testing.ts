import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import pino from 'pino'
import { assemble } from '#apps/server/assemble.ts'
import { systemActor } from '#platform/context.ts'
import type { Context } from '#platform/context.ts'
import { openDb } from '#platform/db/pool.ts'
import type { Db } from '#platform/db/pool.ts'
import type { Tx } from '#platform/db/tx.ts'
import { hashToken } from '#platform/http/app.ts'
import type { BoundRoute } from '#platform/http/serve.ts'
import { newId } from '#platform/ids.ts'
import { runDueJobs } from '#platform/jobs/runner.ts'
import type { Mail } from '#platform/mail/mailer.ts'
import type { Services } from '#platform/services.ts'
import { diskBlobStore } from '#platform/storage/disk-blob-store.ts'
import { freshDatabase } from '#platform/testing/database.ts'

export interface TestAnswer<B = never> {
  status: number
  // Tests look into answers of every shape; the contract is checked by the application itself.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: [B] extends [never] ? any : B
  text: string
  headers: Record<string, string | string[] | number | undefined>
  /** SQL statements that the request sent, the session look-up included. */
  statements: number
}

/** A visitor with or without a session, speaking to the real application. */
export interface TestVisitor {
  memberId: string
  cookie: string | undefined
  get(url: string): Promise<TestAnswer>
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>
  put(url: string, body?: unknown): Promise<TestAnswer>
  patch(url: string, body?: unknown): Promise<TestAnswer>
  delete(url: string, body?: unknown): Promise<TestAnswer>
  inject(options: InjectOptions): Promise<TestAnswer>
}

export interface TestApp {
  app: FastifyInstance
  db: Db
  databaseUrl: string
  services: Services
  /** Every route of the API with its declared access. */
  routes: readonly BoundRoute[]
  /** Mails sent so far (none leaves the process). */
  mails: Mail[]
  anonymous: TestVisitor
  /** An active employee (or guest) with a session. Direct rows: how people arrive is tested in people. */
  member(options?: TestMemberOptions): Promise<TestVisitor>
  /** A session for somebody who is there already (the demo's cast). */
  signIn(memberId: string): Promise<TestVisitor>
  /** A context for calling an operation directly, as the system, outside a transaction. */
  systemContext(): Context
  /** Runs every due job until the queue is empty. */
  settle(): Promise<void>
  /** Sets the clock of the application. */
  setNow(now: Date): void
  close(): Promise<void>
}

export interface TestMemberOptions {
  name?: string
  email?: string
  guest?: boolean
  administrator?: boolean
  language?: 'fr' | 'en'
}

export interface TestAppOptions {
  /** Built pages to serve beside the API. */
  clientFolder?: string
  /** A second node on this one's database. */
  another?: TestApp
  /** A migrated database that the caller owns, instead of a clone of the template. */
  databaseUrl?: string
  discardWrites?: boolean
  logLines?: string[]
  /** Another store than a temporary folder. */
  blobs?: Services['blobs']
  /** The guarded client, allowed to call what the test serves on loopback. */
  fetchOutside?: Services['fetchOutside']
}

/**
 * The real application over a database of its own, every answer validated against its contract. `clientFolder`
 * also serves the built pages (journeys in a browser); `discardWrites` rolls every transaction back after its answer,
 * so that thousands of requests meet one unchanged world (the permission matrix).
 */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const first = options.another
  // A second node stands on the first one's database and leaves it to it.
  const given = first?.databaseUrl ?? options.databaseUrl
  const database = given ? { url: given, drop: () => Promise.resolve() } : await freshDatabase()
  const { logLines } = options
  const log = (logLines
    ? pino({ level: 'debug' }, { write: (line: string) => void logLines.push(line) })
    : pino({ level: process.env['TEST_LOG'] ?? 'fatal' })) as unknown as Services['log']
  const opened = openDb(database.url, log, { max: 6 })
  const db = options.discardWrites ? discardingWrites(opened) : opened
  const folder = await mkdtemp(join(tmpdir(), 'preau-test-'))
  const mails: Mail[] = []
  let fixedNow: Date | undefined
  const { app, services, work, routes, stop } = await assemble({
    config: {
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      publicUrl: 'http://localhost:3000',
      role: 'all',
      logLevel: 'error',
    } as Services['config'],
    db,
    log,
    mailer: {
      isConfigured: true,
      send: async (mail) => void mails.push(mail),
      close: () => Promise.resolve(),
    },
    blobs: options.blobs ?? diskBlobStore(join(folder, 'files')),
    ...(options.fetchOutside && { fetchOutside: options.fetchOutside }),
    now: () => fixedNow ?? new Date(),
    validateAnswers: true,
    ...(options.clientFolder && { clientFolder: options.clientFolder }),
  })
  await app.ready()

  const visitor = (memberId: string, cookie: string | undefined): TestVisitor => {
    const send = async (options: InjectOptions): Promise<TestAnswer> => {
      const response = await app.inject({
        ...options,
        headers: { preau: '1', ...(cookie && { cookie: `preau=${cookie}` }), ...options.headers },
      })
      const isJson = String(response.headers['content-type'] ?? '').includes('json')
      return {
        status: response.statusCode,
        body: isJson && response.body !== '' ? response.json() : undefined,
        text: response.body,
        headers: response.headers,
        statements: statementsByRequest.get(String(response.headers['x-request-id'])) ?? 0,
      }
    }
    const withBody =
      (method: string) =>
      (url: string, body?: unknown, headers: Record<string, string> = {}) =>
        send({
          method: method as 'POST',
          url,
          headers,
          ...(body !== undefined && { payload: body as object }),
        })
    return {
      memberId,
      cookie,
      get: (url) => send({ method: 'GET', url }),
      post: withBody('POST'),
      put: withBody('PUT'),
      patch: withBody('PATCH'),
      delete: withBody('DELETE'),
      inject: send,
    }
  }
  const signIn = async (memberId: string): Promise<TestVisitor> => {
    const token = randomBytes(32).toString('base64url')
    await db.read.run(
      `insert into people.session (id, token_hash, member_id, expires_at) values ($1, $2, $3, now() + interval '30 days')`,
      [newId(), hashToken(token), memberId],
    )
    return visitor(memberId, token)
  }
  const statementsByRequest = new Map<string, number>()
  services.onAnswered = (requestId, statements) => void statementsByRequest.set(requestId, statements)

  return {
    app,
    db,
    databaseUrl: database.url,
    services,
    routes,
    mails,
    anonymous: visitor('', undefined),
    systemContext: () => ({ actor: systemActor('test'), tx: db.read, now: services.now() }),
    settle: () => runDueJobs(services, work),
    setNow: (now) => void (fixedNow = now),
    async member(options = {}) {
      const id = newId()
      const name = options.name ?? `Membre ${id.slice(-6)}`
      const partnerId = options.guest ? newId() : null
      if (partnerId)
        await db.read.run('insert into people.partner_organisation (id, name) values ($1, $2)', [
          partnerId,
          'Partenaire',
        ])
      await db.read.run(
        `insert into people.member (id, kind, partner_id, state, email, display_name, interface_language)
         values ($1, $2, $3, 'active', $4, $5, $6)`,
        [
          id,
          options.guest ? 'guest' : 'employee',
          partnerId,
          options.email ?? `${id}@exemple.test`,
          name,
          options.language ?? 'fr',
        ],
      )
      if (options.administrator)
        await db.read.run('insert into people.administrator (member_id) values ($1)', [id])
      return signIn(id)
    },
    signIn,
    async close() {
      await app.close()
      await stop()
      await db.close()
      await rm(folder, { recursive: true, force: true })
      await database.drop()
    },
  }
}

/** Thrown to roll back, carrying the answer out. */
class Discarded extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('discarded')
    this.result = result
  }
}

function discardingWrites(db: Db): Db {
  return {
    ...db,
    reader: () => db.reader(),
    async transaction<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
      try {
        return await db.transaction<R>(async (tx) => {
          throw new Discarded(await work(tx))
        })
      } catch (error) {
        if (error instanceof Discarded) return error.result as R
        throw error
      }
    },
  }
}
