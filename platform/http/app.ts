import { createHash } from 'node:crypto'
import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastifyMultipart from '@fastify/multipart'
import Fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { anonymous } from '#platform/context.ts'
import type { Context, MemberActor } from '#platform/context.ts'
import type { Tx } from '#platform/db/tx.ts'
import { cleanInput } from '#platform/http/clean.ts'
import { sendPage, serveClient, wantsPage } from '#platform/http/client-files.ts'
import { ruled } from '#platform/http/answer-rules.ts'
import { answerError, notFoundAnswer } from '#platform/http/errors.ts'
import { claimIdempotencyKey, storeIdempotentAnswer } from '#platform/http/idempotency.ts'
import { explainAnswer, useLazyCompilers } from '#platform/http/schemas.ts'
import { RawJson } from '#platform/http/serve.ts'
import type { BoundRoute } from '#platform/http/serve.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'

export interface AppOptions {
  services: Services
  routes: readonly BoundRoute[]
  /** Finds the person behind a session token; one statement. */
  authenticate: (tx: Tx, tokenHash: Buffer) => Promise<MemberActor | undefined>
  /** Tests check every answer against its contract; production trusts the serialiser. */
  validateAnswers?: boolean
  /** The built client, served beside the API. */
  clientFolder?: string
  /** Called after each request of the API, with the number of statements it sent. */
  onAnswered?: (request: FastifyRequest, reply: FastifyReply, statements: number) => void
}

declare module 'fastify' {
  interface FastifyRequest {
    context?: Context
    /** Sends what comes before the handler: the session look-up, and whole reads. */
    reader?: Tx
  }
  interface FastifyContextConfig {
    access?: BoundRoute['definition']['access']
  }
}

const isWrite = (method: string): boolean => method !== 'GET' && method !== 'HEAD'

/** `__Host-` binds the cookie to this host and to https; plain http (a first try on a laptop) cannot use the prefix. */
export const sessionCookieName = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-preau' : 'preau'

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The HTTP application: every route of every module, and nothing that is not declared. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { services, routes } = options
  const https = services.config.publicUrl.startsWith('https:')
  const app = Fastify({
    loggerInstance: services.log as unknown as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    trustProxy: 'loopback, linklocal, uniquelocal',
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // A malformed address is answered like every other error.
    frameworkErrors: (error, request, reply) => answerError(error, request as never, reply as never),
    // A video of 200 MB from a phone takes minutes; strangers are turned away before their body is read.
    requestTimeout: 15 * 60_000,
  })
  const compilers = useLazyCompilers(app)
  refuseUndeclaredRoutes(app)
  await app.register(fastifyCookie)
  await app.register(fastifyMultipart, {
    limits: { fileSize: 25 * 1024 * 1024, files: 10, fields: 20, fieldSize: 256 * 1024 },
  })
  await app.register(fastifyHelmet, {
    hsts: https && { maxAge: 31_536_000 },
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    referrerPolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        // react-aria and the editor set style attributes.
        'style-src': ["'self'", "'unsafe-inline'"],
        'script-src': ["'self'"],
        'media-src': ["'self'"],
        'object-src': ["'none'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        ...(https && { 'upgrade-insecure-requests': [] }),
      },
    },
  })
  // Mail programs unsubscribe with a form (RFC 8058). Routes that are not public also want our header, which no form sends.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4096 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
  )
  app.setErrorHandler(answerError)
  if (options.clientFolder) await serveClient(app, options.clientFolder)
  notFoundAnswer(app, (request, reply) => {
    if (!options.clientFolder || !wantsPage(request)) return false
    void sendPage(reply)
    return true
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    // Every answer of the API is somebody's own; files that may be cached say so themselves.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'private, no-store')
  })
  // A request accepted before the stop would keep its connection, and the stop would wait for it.
  let isClosing = false
  app.addHook('preClose', (done) => {
    isClosing = true
    done()
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('connection', 'close')
    done()
  })
  app.addHook('onResponse', async (request, reply) => {
    const statements = statementsOf(request)
    options.onAnswered?.(request, reply, statements)
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        sql: statements,
      },
      'answered',
    )
  })
  const cookieName = sessionCookieName(services.config.publicUrl)
  for (const route of routes) addRoute(app, route, options, cookieName)
  app.addHook('onListen', () => {
    setTimeout(() => compilers.warmUp(), 500).unref()
  })
  return app
}

/** Statements of a request, the session look-up of a write included; `begin` and `commit` are not statements of ours. */
function statementsOf(request: FastifyRequest): number {
  const { reader, context } = request
  const before = reader?.statements ?? 0
  return context && context.tx !== reader ? before + context.tx.statements : before
}

/** Boot stops on a route without declared access, wherever it was added. */
function refuseUndeclaredRoutes(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.access)
      throw new Error(
        `The route ${String(route.method)} ${route.url} declares no access; add it to a contract.`,
      )
  })
}

function addRoute(app: FastifyInstance, route: BoundRoute, options: AppOptions, cookieName: string): void {
  const { definition } = route
  const { services } = options
  app.route({
    method: route.method,
    url: route.url,
    config: { access: definition.access },
    schema: {
      ...(definition.params && { params: definition.params }),
      ...(definition.query && { querystring: definition.query }),
      ...(definition.body && { body: definition.body }),
      ...(definition.response && { response: { 200: definition.response } }),
    },
    async onRequest(request, reply) {
      // Before the body is read: a stranger costs one statement, not a parsed upload.
      const reader = services.db.reader()
      request.reader = reader
      const token = request.cookies[cookieName]
      if (token && route.shortcut && !request.url.includes('?')) {
        const text = await route.shortcut(reader, hashToken(token))
        if (text !== undefined) return send(new RawJson(text), route, reply, options)
      }
      const member = token ? await options.authenticate(reader, hashToken(token)) : undefined
      request.context = { actor: member ?? anonymous, tx: reader, now: services.now() }
      if (definition.access.kind === 'public') return undefined
      if (!member) throw new Refusal('notSignedIn')
      // A page of another origin cannot add this header without our consent (CORS is never granted).
      if (isWrite(request.method) && request.headers['preau'] !== '1')
        throw new Refusal('notPermitted', { reason: 'missingHeader' })
      if (definition.access.kind === 'administrator' && !member.isAdministrator)
        throw new Refusal('notPermitted', { reason: 'administratorsOnly' })
      return undefined
    },
    preValidation(request, _reply, done) {
      cleanInput(request.params, 'params')
      cleanInput(request.query, 'query')
      // A top-level string comes back as another one; whatever is inside an object is cleaned in place.
      request.body = cleanInput(request.body, 'body')
      done()
    },
    async handler(request, reply) {
      const read = request.context!
      const input = {
        params: request.params,
        query: request.query,
        body: request.body,
        request,
        reply,
        services,
      } as never
      if (!isWrite(request.method) || definition.transaction === 'own')
        return send(rule(read, await route.handler(read, input), definition), route, reply, options)
      const answer = await services.db.transaction(async (tx) => {
        const ctx = { ...read, tx }
        request.context = ctx
        const replay = await claimIdempotencyKey(ctx, request)
        if (replay) return replay.answer
        const fresh = rule(ctx, await route.handler(ctx, input), definition)
        await storeIdempotentAnswer(ctx, request, fresh)
        return fresh
      })
      return send(answer, route, reply, options)
    },
  })
}

/** What this request was told to leave out is left out, before the answer is kept or sent. */
const rule = (ctx: Context, answer: unknown, { response, answers }: BoundRoute['definition']): unknown =>
  response && answers !== 'file' && answers !== 'stream' ? ruled(ctx.actor, answer) : answer

function send(answer: unknown, route: BoundRoute, reply: FastifyReply, options: AppOptions): unknown {
  const { definition } = route
  if (definition.answers === 'stream' || definition.answers === 'file' || reply.sent) return answer
  if (!definition.response) return reply.code(204).send()
  if (options.validateAnswers) {
    const plain: unknown =
      answer instanceof RawJson ? JSON.parse(answer.text) : JSON.parse(JSON.stringify(answer))
    const problem = explainAnswer(definition.response, plain)
    if (problem) throw new Error(`${route.method} ${route.url} answered outside its contract: ${problem}`)
  }
  // The serialiser writes registered fields only; text built by PostgreSQL is written by a statement with the same fields.
  if (answer instanceof RawJson)
    return reply
      .serializer((text: string) => text)
      .type('application/json; charset=utf-8')
      .send(answer.text)
  return answer
}
