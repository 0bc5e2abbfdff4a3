import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp } from '#apps/server/testing.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.close())

test('the process and the database answer', async () => {
  expect((await t.anonymous.get('/health')).body).toEqual({ status: 'ok' })
  expect((await t.anonymous.get('/ready')).body).toEqual({ status: 'ready' })
})
