import { Type as T } from 'typebox'
import { expect, test } from 'vitest'
import { healthRoutes } from '#platform/http/health.ts'
import { serve } from '#platform/http/serve.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { as, startPlatformApp } from '#platform/testing/app.ts'
import { startDatabaseProxy } from '#platform/testing/database-proxy.ts'
import { freshDatabase } from '#platform/testing/database.ts'

const probes = {
  'POST /api/v1/effects': defineRoute({
    summary: 'Writes',
    access: { kind: 'signedIn' },
    body: T.Object({}),
    response: T.Object({ done: T.Boolean() }),
  }),
} as const

test('while the database is away everything answers 503 with Retry-After, and works again when it is back', async () => {
  const database = await freshDatabase()
  const cable = await startDatabaseProxy(database.url)
  const p = await startPlatformApp({
    url: cable.url,
    routes: [
      ...healthRoutes({ isStopping: false }),
      ...serve(probes, {
        async 'POST /api/v1/effects'(ctx) {
          await ctx.tx.run(`insert into platform.setting (key, value) values (gen_random_uuid()::text, '1')`)
          return { done: true }
        },
      }),
    ],
  })
  const ready = () => p.app.inject({ method: 'GET', url: '/ready' })
  const write = () =>
    p.app.inject({ method: 'POST', url: '/api/v1/effects', headers: as('alice'), payload: {} })
  expect([(await ready()).statusCode, (await write()).statusCode]).toEqual([200, 200])

  await cable.cut()
  for (const answer of [await ready(), await write(), ...(await Promise.all([write(), write()]))]) {
    expect([answer.statusCode, answer.json().error.code, answer.headers['retry-after']]).toEqual([
      503,
      'unavailable',
      '2',
    ])
  }
  expect((await p.app.inject({ method: 'GET', url: '/health' })).statusCode).toBe(200)

  await cable.mend()
  expect([(await ready()).statusCode, (await write()).statusCode]).toEqual([200, 200])
  await p.close()
  await cable.cut()
  await database.drop()
})
