import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp } from '#apps/server/testing.ts'

let t: TestApp
beforeAll(async () => void (t = await startTestApp()))
afterAll(() => t.close())

test('an employee founds a community and becomes its manager', async () => {
  const alice = await t.member({ name: 'Alice' })
  const made = await alice.post('/api/v1/communities', {
    kind: 'practice', name: { fr: 'Soudure' }, purpose: { fr: 'Mieux souder' }, visibility: 'open', charter: 'template',
  })
  expect(made.status, made.text).toBe(200)
  expect(made.body.slug).toBe('soudure')
  expect(made.body.me).toMatchObject({ isMember: true, roles: ['manager'], charterToAccept: false })
  expect(made.body.needsSecondManager).toBe(true)
})
