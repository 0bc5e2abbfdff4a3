import { Type as T } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { healthRoutes } from '#platform/http/health.ts'
import { RawJson, serve } from '#platform/http/serve.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Page, PageQuery } from '#platform/shared/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { as, startPlatformApp } from '#platform/testing/app.ts'
import type { PlatformApp } from '#platform/testing/app.ts'
import { freshDatabase } from '#platform/testing/database.ts'

const Note = T.Object({
  title: T.String({ minLength: 1, maxLength: 100 }),
  tags: T.Optional(T.Array(T.Object({ name: T.String() }))),
  facts: T.Optional(T.Record(T.String(), T.Unknown())),
})
const probes = {
  'POST /api/v1/notes': defineRoute({
    summary: 'Echoes',
    access: { kind: 'signedIn' },
    body: Note,
    response: Note,
  }),
  'POST /api/v1/effects': defineRoute({
    summary: 'Counts',
    access: { kind: 'signedIn' },
    body: Note,
    response: T.Object({ count: T.Integer() }),
  }),
  'GET /api/v1/notes': defineRoute({
    summary: 'Lists',
    access: { kind: 'signedIn' },
    query: T.Object(PageQuery),
    response: Page(Note),
  }),
  'GET /api/v1/notes/:id': defineRoute({
    summary: 'Never found',
    access: { kind: 'signedIn' },
    params: T.Object({ id: T.String() }),
    response: Note,
  }),
  'GET /api/v1/broken': defineRoute({ summary: 'Fails', access: { kind: 'signedIn' }, response: Note }),
  'GET /api/v1/duplicate': defineRoute({ summary: 'Violates', access: { kind: 'signedIn' }, response: Note }),
  'GET /api/v1/outside-contract': defineRoute({
    summary: 'Lies',
    access: { kind: 'signedIn' },
    response: Note,
  }),
  'GET /api/v1/raw': defineRoute({
    summary: 'Raw',
    access: { kind: 'public', because: 'a probe' },
    response: Note,
  }),
  'GET /api/v1/administration': defineRoute({
    summary: 'For administrators',
    access: { kind: 'administrator' },
    response: Note,
  }),
} as const

let p: PlatformApp
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
  p = await startPlatformApp({
    url: database.url,
    routes: [
      ...healthRoutes({ isStopping: false }),
      ...serve(probes, {
        'POST /api/v1/notes': (_ctx, { body }) => Promise.resolve(body),
        async 'POST /api/v1/effects'(ctx) {
          await ctx.tx.run(`insert into platform.setting (key, value) values (gen_random_uuid()::text, '1')`)
          const row = await ctx.tx.row<{ count: number }>('select count(*) from platform.setting')
          return { count: row!.count }
        },
        'GET /api/v1/notes': () => Promise.resolve({ items: [], next: null }),
        'GET /api/v1/notes/:id': () => Promise.reject(new Refusal('notFound', { id: 'must not be told' })),
        'GET /api/v1/broken': () => Promise.reject(new Error('a fault of ours')),
        async 'GET /api/v1/duplicate'(ctx) {
          await ctx.tx.run(
            `insert into platform.effect (key) values ('the secret words of somebody'), ('the secret words of somebody')`,
          )
          return { title: 'x' }
        },
        'GET /api/v1/outside-contract': () => Promise.resolve({ title: 1 } as never),
        'GET /api/v1/raw': () => Promise.resolve(new RawJson('{"title":"from the database"}')),
        'GET /api/v1/administration': () => Promise.resolve({ title: 'x' }),
      }),
    ],
  })
  await p.app.ready()
})
afterAll(async () => {
  await p.close()
  await database.drop()
})

const post = (payload: unknown, headers: Record<string, string> = {}, url = '/api/v1/notes') =>
  p.app.inject({ method: 'POST', url, headers: { ...as('alice'), ...headers }, payload: payload as object })
const get = (url: string, headers: Record<string, string> = as('alice')) =>
  p.app.inject({ method: 'GET', url, headers })

test('who calls: nobody 401, another site 403, not an administrator 403', async () => {
  expect((await get('/api/v1/notes', {})).statusCode).toBe(401)
  expect((await get('/api/v1/notes', { cookie: 'preau=stranger' })).statusCode).toBe(401)
  expect((await get('/api/v1/notes')).statusCode).toBe(200)
  const foreign = await p.app.inject({
    method: 'POST',
    url: '/api/v1/notes',
    headers: { cookie: 'preau=alice' },
    payload: { title: 'x' },
  })
  expect([foreign.statusCode, foreign.json().error.data]).toEqual([403, { reason: 'missingHeader' }])
  expect((await get('/api/v1/administration')).json().error.data).toEqual({ reason: 'administratorsOnly' })
  expect((await get('/api/v1/administration', as('administrator'))).statusCode).toBe(200)
})

test('bodies: too large, malformed, of another type, misspelt, poisoned', async () => {
  const large = await post({ title: 'x'.repeat(2 * 1024 * 1024) })
  expect([large.statusCode, large.json().error.code]).toEqual([413, 'tooLarge'])
  const malformed = await post('{"title":', { 'content-type': 'application/json' })
  expect([malformed.statusCode, malformed.json().error.message]).toEqual([400, 'The body is not valid JSON.'])
  expect((await post('<a/>', { 'content-type': 'application/xml' })).statusCode).toBe(415)
  expect((await post(undefined)).statusCode).toBe(400)
  expect((await post([])).statusCode).toBe(400)
  const misspelt = await post({ title: 'x', tittle: 'y' })
  expect([misspelt.statusCode, misspelt.json().error.message]).toEqual([
    400,
    'body/tittle is not a property of this request',
  ])
  expect((await post({ title: 'x', tags: [{ name: 'a', nam: 'b' }] })).statusCode).toBe(400)
  for (const text of [
    '{"title":"x","__proto__":{"isAdministrator":true}}',
    '{"title":"x","constructor":{"prototype":{"x":1}}}',
  ])
    expect((await post(text, { 'content-type': 'application/json' })).statusCode).toBe(400)
  const deep = `{"title":"x","facts":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`
  expect((await post(deep, { 'content-type': 'application/json' })).statusCode).toBe(400)
  expect(({} as Record<string, unknown>)['isAdministrator']).toBeUndefined()
})

test('texts: NUL and half characters refused with their place, twins become one, the rest round-trips', async () => {
  const nul = await post({ title: 'a\0b' })
  expect([nul.statusCode, nul.json().error.data.fields]).toEqual([
    400,
    [{ field: 'body/title', problem: 'contains the character U+0000' }],
  ])
  expect((await post('{"title":"\\ud83d"}', { 'content-type': 'application/json' })).statusCode).toBe(400)
  expect((await post({ title: 'x', tags: [{ name: '\0' }] })).statusCode).toBe(400)
  expect((await get('/api/v1/notes?cursor=%00')).statusCode).toBe(400)
  expect((await get('/api/v1/notes/%00')).statusCode).toBe(400)
  expect((await post({ title: 'e\u0301te\u0301' })).json()).toEqual({ title: 'été' })
  for (const title of ['👩‍👩‍👧 𝒳', 'ا‮x', "'; drop table x; --", '<script>', '__proto__'])
    expect((await post({ title })).json()).toEqual({ title: title.normalize('NFC') })
})

test('addresses: malformed, long, repeated, unknown', async () => {
  expect((await get('/api/v1/%')).statusCode).toBe(400)
  expect((await get(`/api/v1/notes/${'x'.repeat(5_000)}`)).statusCode).toBe(414)
  expect((await get('/api/v1/notes?limit=ten')).statusCode).toBe(400)
  expect((await get('/api/v1/notes?limit=1000')).statusCode).toBe(400)
  expect((await get('/api/v1/notes?limit=5&unknown=1')).statusCode).toBe(400)
  expect((await get('/api/v1/notes?__proto__=1&constructor=2')).statusCode).toBe(400)
  expect((await get('/api/v1/notes/')).statusCode).toBe(200)
})

test('an unknown address and an invisible object answer with the same bytes', async () => {
  const [unknown, invisible] = [await get('/api/v1/nothing/here'), await get('/api/v1/notes/secret')]
  const anonymised = (answer: typeof unknown) => ({
    body: answer.body.replace(answer.headers['x-request-id'] as string, ''),
    headers: Object.keys(answer.headers).toSorted().join(),
    type: answer.headers['content-type'],
    cache: answer.headers['cache-control'],
  })
  expect(unknown.statusCode).toBe(404)
  expect(anonymised(unknown)).toEqual(anonymised(invisible))
  expect(invisible.body).not.toContain('must not be told')
})

test('every error is private and uncached, and faults say nothing of the inside', async () => {
  const answers = [
    await get('/api/v1/notes', {}),
    await get('/api/v1/nothing'),
    await get('/nothing.txt'),
    await get('/%'),
    await post({}),
    await post('x'.repeat(2_000_000), { 'content-type': 'application/json' }),
    await get('/api/v1/broken'),
    await get('/api/v1/outside-contract'),
  ]
  for (const answer of answers) {
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect(answer.json().error.requestId).toBeTruthy()
  }
  expect(answers.slice(-2).map((answer) => [answer.statusCode, answer.json().error.code])).toEqual([
    [500, 'unexpected'],
    [500, 'unexpected'],
  ])
  expect(answers[6]!.body).not.toContain('a fault of ours')
})

test('the log has routes and ids, neither addresses nor words that people wrote', async () => {
  await get('/api/v1/notes?cursor=the-secret-query')
  await post({ title: 'the secret title' })
  expect((await get('/api/v1/duplicate')).statusCode).toBe(500)
  const text = JSON.stringify(p.logged)
  expect(text).toContain('/api/v1/notes')
  expect(text).toContain('23505')
  for (const secret of ['the-secret-query', 'the secret title', 'the secret words'])
    expect(text).not.toContain(secret)
})

test('50 parallel replays of one Idempotency-Key: one effect, one answer; another body is refused', async () => {
  const headers = { 'idempotency-key': 'the-same-intention' }
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => post({ title: 'x' }, headers, '/api/v1/effects')),
  )
  expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1)
  expect(answers[0]!.json()).toEqual({ count: 1 })
  const other = await post({ title: 'y' }, headers, '/api/v1/effects')
  expect([other.statusCode, other.json().error.code]).toEqual([422, 'idempotencyMismatch'])
  const somebodyElse = await post({ title: 'x' }, { ...headers, ...as('bob') }, '/api/v1/effects')
  expect(somebodyElse.json()).toEqual({ count: 2 })
  const refused = await post({ title: '' }, { 'idempotency-key': 'refused-first' }, '/api/v1/effects')
  expect(refused.statusCode).toBe(400)
  expect(
    (await post({ title: 'x' }, { 'idempotency-key': 'refused-first' }, '/api/v1/effects')).json(),
  ).toEqual({ count: 3 })
})

test('JSON built by the database passes as it is, typed as JSON', async () => {
  const answer = await get('/api/v1/raw', {})
  expect(answer.body).toBe('{"title":"from the database"}')
  expect(answer.headers['content-type']).toContain('application/json')
})

test('the content policy lets nothing foreign in', async () => {
  const policy = String((await get('/health', {})).headers['content-security-policy'])
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('upgrade-insecure-requests')
})

test('boot refuses a route without declared access, wherever it is added', async () => {
  const other = await startPlatformApp({ url: database.url, routes: [] })
  expect(() => other.app.get('/forgotten', () => 'x')).toThrow(/declares no access/)
  await other.close()
})
