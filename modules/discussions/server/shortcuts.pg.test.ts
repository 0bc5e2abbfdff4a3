import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp } from '#apps/server/testing.ts'

const paths = ['/api/v1/feed', '/api/v1/feed/unread']

describe('reads that find the session in their own statement', () => {
  let t: TestApp
  beforeAll(async () => {
    t = await startTestApp()
  })
  afterAll(() => t.close())

  test('say what the ordinary way says, in one statement', async () => {
    const alice = await t.member()
    const created = await alice.post('/api/v1/communities', {
      kind: 'interest',
      name: { fr: 'Vélo' },
      purpose: { fr: 'Venir à vélo.' },
      visibility: 'open',
    })
    expect(created.status).toBe(200)
    await alice.post('/api/v1/posts', {
      communityId: created.body.id,
      kind: 'discussion',
      bodyMd: 'Où garer son vélo ?',
    })
    const short = await alice.get('/api/v1/feed')
    const ordinary = await alice.get('/api/v1/feed?limit=20')
    expect([short.status, short.text]).toEqual([200, ordinary.text])
    expect(short.body.items).toHaveLength(1)
    expect([short.statements, ordinary.statements]).toEqual([1, 2])
    expect((await alice.get('/api/v1/feed/unread')).statements).toBe(1)
    const { 'x-request-id': _one, ...headers } = short.headers
    const { 'x-request-id': _two, ...expected } = ordinary.headers
    expect({ ...headers, date: '' }).toEqual({ ...expected, date: '' })
  })

  test('open to nobody whose session does not: none, forged, expired, or of a closed account', async () => {
    const bruno = await t.member()
    const claire = await t.member()
    await t.db.read.run(`update people.session set expires_at = now() where member_id = $1`, [bruno.memberId])
    await t.db.read.run(`update people.member set state = 'deactivated' where id = $1`, [claire.memberId])
    for (const url of paths) {
      expect((await t.anonymous.get(url)).status).toBe(401)
      expect((await bruno.get(url)).status).toBe(401)
      expect((await claire.get(url)).status).toBe(401)
      expect((await t.anonymous.inject({ url, headers: { cookie: 'preau=forged' } })).status).toBe(401)
    }
  })
})
