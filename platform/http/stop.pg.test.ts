import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Type as T } from 'typebox'
import { expect, test } from 'vitest'
import { serve } from '#platform/http/serve.ts'
import { realtimeRoutes } from '#platform/realtime/routes.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { as, startPlatformApp } from '#platform/testing/app.ts'
import { freshDatabase } from '#platform/testing/database.ts'

const probes = {
  'GET /api/v1/slow': defineRoute({
    summary: 'Takes its time',
    access: { kind: 'signedIn' },
    response: T.Object({ done: T.Boolean() }),
  }),
} as const

test('a stopping server answers what it has accepted, ends its streams and accepts nothing more', async () => {
  const database = await freshDatabase()
  const p = await startPlatformApp({
    url: database.url,
    routes: [
      ...realtimeRoutes,
      ...serve(probes, {
        async 'GET /api/v1/slow'(ctx) {
          await ctx.tx.run('select pg_sleep(0.4)')
          return { done: true }
        },
      }),
    ],
  })
  await p.app.listen({ port: 0, host: '127.0.0.1' })
  await p.services.realtime.start()
  const { port } = p.app.server.address() as AddressInfo
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { headers: as('alice') })
  const stream = await get('/api/v1/stream')
  const accepted = [get('/api/v1/slow'), get('/api/v1/slow')]
  await sleep(150)
  const stopped = p.app.close()
  expect((await Promise.all(accepted)).map((answer) => answer.status)).toEqual([200, 200])
  await stream.text()
  await stopped
  await expect(get('/api/v1/slow')).rejects.toThrow()
  await p.close()
  await database.drop()
})
