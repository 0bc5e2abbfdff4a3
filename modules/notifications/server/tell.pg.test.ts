import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp } from '#apps/server/testing.ts'

let t: TestApp
beforeAll(async () => void (t = await startTestApp()))
afterAll(() => t.close())

test('boots', async () => {
  const alice = await t.member({ name: 'Alice' })
  expect((await alice.get('/api/v1/me/asked')).status).toBe(200)
})
