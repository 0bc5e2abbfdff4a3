import { Type as T } from 'typebox'
import { renderApiPage } from '#apps/server/api-page.ts'
import { loadModules } from '#apps/server/modules.ts'
import { nameShapes, shareShapes } from '#apps/server/shapes.ts'
import type { ShapeNames } from '#apps/server/shapes.ts'
import { healthRoutes } from '#platform/http/health.ts'
import { serve } from '#platform/http/serve.ts'
import type { BoundRoute } from '#platform/http/serve.ts'
import { realtimeRoutes } from '#platform/realtime/routes.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import type { RouteDefinition } from '#platform/shared/contract.ts'
import { statusOf } from '#platform/shared/refusal.ts'

interface Schema {
  [key: string]: unknown
}

export interface Operation {
  operationId: string
  summary: string
  description: string
  tags: string[]
  security: Schema[]
  parameters?: Schema[]
  requestBody?: Schema
  responses: Record<string, Schema>
}

export interface OpenApi {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Schema; schemas: Record<string, unknown> }
}

const documentContract = {
  'GET /api/v1/openapi.json': defineRoute({
    summary: 'This document (OpenAPI 3.1).',
    access: { kind: 'public', because: 'describes the interface of a published program; holds no data' },
    answers: 'file',
  }),
  'GET /api/v1/docs': defineRoute({
    summary: 'This document as a page.',
    access: { kind: 'public', because: 'describes the interface of a published program; holds no data' },
    answers: 'file',
  }),
} as const

/** The document and its page, made at the first request. */
export function documentRoutes(describe: () => Promise<OpenApi>): BoundRoute[] {
  let document: Promise<OpenApi> | undefined
  const get = (): Promise<OpenApi> => (document ??= describe())
  return serve(documentContract, {
    'GET /api/v1/openapi.json': async (_ctx, { reply }) =>
      reply.type('application/json; charset=utf-8').send(JSON.stringify(await get())),
    'GET /api/v1/docs': async (_ctx, { reply }) =>
      reply.type('text/html; charset=utf-8').send(renderApiPage(await get())),
  })
}

/** The whole API without a database or a listening server; what `npm run gen` writes to api/openapi.json. */
export async function openApiDocument(): Promise<OpenApi> {
  const modules = await loadModules()
  const routes = [
    ...healthRoutes({ isStopping: false }),
    ...realtimeRoutes,
    ...modules.flatMap((module) => module.routes),
  ]
  return describeApi(routes, await nameShapes(modules))
}

/** TypeBox schemas are JSON Schema already; what remains is to put them where OpenAPI 3.1 expects them. */
export function describeApi(routes: readonly BoundRoute[], names: ShapeNames): OpenApi {
  const paths: OpenApi['paths'] = {}
  const all = [...routes, ...serve(documentContract, {} as never)]
  for (const route of all.toSorted((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0))) {
    const path = route.url.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route) }
  }
  const shared = shareShapes(paths, names)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Préau',
      version: '1',
      description:
        'The interface of Préau. Requests are made with the session cookie; those that change something carry the header `Preau: 1` and may carry an `Idempotency-Key`. Absent and invisible are the same 404.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: shared.paths as OpenApi['paths'],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-preau' } },
      schemas: {
        ...shared.schemas,
        Error: plain(
          T.Object({
            error: T.Object({
              code: T.String(),
              message: T.String(),
              requestId: T.String(),
              data: T.Optional(T.Object({}, { additionalProperties: true })),
            }),
          }),
        ),
      },
    },
  }
}

function describeRoute({ method, url, definition }: BoundRoute): Operation {
  const parameters = [...parametersOf('path', definition.params), ...parametersOf('query', definition.query)]
  if (method !== 'GET' && definition.access.kind !== 'public')
    parameters.push({
      name: 'Preau',
      in: 'header',
      required: true,
      schema: { const: '1' },
      description: 'Proves that no other site sent the request.',
    })
  const body = bodyOf(definition)
  return {
    operationId: `${method.toLowerCase()}${url.replace(/^\/api\/v1/, '').replace(/[/:.-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: definition.summary,
    description: accessInWords(definition),
    tags: [/^\/api\/v1\/([\w-]+)/.exec(url)?.[1] ?? 'server'],
    security: definition.access.kind === 'public' ? [] : [{ session: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: responsesOf(definition),
  }
}

function accessInWords({ access }: RouteDefinition): string {
  switch (access.kind) {
    case 'public':
      return `Anyone: ${access.because}.`
    case 'signedIn':
      return 'Anybody signed in.'
    case 'self':
      return 'Anybody signed in, about themselves only.'
    case 'administrator':
      return 'Administrators.'
    case 'community':
      return `Whoever may ${access.needs} in the community.`
  }
}

function parametersOf(where: 'path' | 'query', schema: unknown): Schema[] {
  const { properties = {}, required = [] } = (schema ? plain(schema) : {}) as {
    properties?: Record<string, Schema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: rest,
    ...(description !== undefined && { description }),
  }))
}

function bodyOf(definition: RouteDefinition): Schema | undefined {
  if (definition.consumes === 'multipart')
    return {
      required: true,
      content: {
        'multipart/form-data': {
          schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
        },
      },
    }
  if (definition.consumes === 'csv')
    return { required: true, content: { 'text/csv': { schema: { type: 'string' } } } }
  return (
    definition.body && { required: true, content: { 'application/json': { schema: plain(definition.body) } } }
  )
}

function responsesOf(definition: RouteDefinition): Record<string, Schema> {
  const responses: Record<string, Schema> = {}
  if (definition.answers === 'stream')
    responses['200'] = { description: 'Events', content: { 'text/event-stream': {} } }
  else if (definition.answers === 'file') responses['200'] = { description: 'A file' }
  else if (definition.response)
    responses['200'] = {
      description: 'Done',
      content: { 'application/json': { schema: plain(definition.response) } },
    }
  else responses['204'] = { description: 'Done' }
  const codes = new Map<number, string[]>()
  const add = (code: string): void =>
    void codes.set(statusOf(code), [...(codes.get(statusOf(code)) ?? []), code])
  if (definition.params || definition.query || definition.body) add('invalidInput')
  if (definition.access.kind !== 'public') add('notSignedIn')
  if (definition.access.kind === 'administrator' || definition.access.kind === 'community')
    add('notPermitted')
  if (definition.access.kind === 'community') add('notFound')
  for (const code of definition.refusals ?? []) add(code)
  for (const [status, names] of [...codes].toSorted(([a], [b]) => a - b))
    responses[String(status)] = {
      description: [...new Set(names)].join(', '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    }
  return responses
}

/** The schema alone, without what TypeBox keeps beside it. */
const plain = (schema: unknown): Schema => JSON.parse(JSON.stringify(schema)) as Schema
