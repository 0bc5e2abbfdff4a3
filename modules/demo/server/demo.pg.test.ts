import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'

describe('the demo company', () => {
  let t: TestApp
  let admin: TestVisitor
  let employee: TestVisitor
  const count = async (table: string) =>
    (await t.db.read.row<{ n: number }>(`select count(*)::int as n from ${table}`))!.n

  beforeAll(async () => {
    t = await startTestApp()
    await t.db.read.run(
      `insert into people.organisation (name, default_language, languages) values ('Réelle', 'fr', '{fr,en}')`,
    )
    admin = await t.member({ name: 'Ada Min', administrator: true })
    employee = await t.member({ name: 'Réelle Personne' })
  })
  afterAll(() => t.close())

  test('is loaded by an administrator only, once, and is whole afterwards', async () => {
    expect((await t.anonymous.post('/api/v1/demo')).status).toBe(401)
    expect((await employee.post('/api/v1/demo')).status).toBe(403)
    expect((await admin.get('/api/v1/demo')).body).toEqual({ isLoaded: false, isWorking: false })

    expect((await admin.post('/api/v1/demo')).body).toEqual({ isLoaded: false, isWorking: true })
    await t.settle()
    expect((await admin.get('/api/v1/demo')).body).toEqual({ isLoaded: true, isWorking: false })
    expect((await admin.post('/api/v1/demo')).body.error.code).toBe('demoAlreadyLoaded')

    expect(await count(`people.member where demo`)).toBe(200)
    expect(await count(`communities.community where demo`)).toBe(9)
    expect(
      await count(
        `discussions.post p where not exists (select 1 from communities.membership m where m.member_id = p.author_id and m.community_id = p.community_id)`,
      ),
    ).toBe(0)
    expect(await count('discussions.post')).toBeGreaterThan(200)
    expect([
      await count('discussions.translation'),
      await count('discussions.share'),
      await count('discussions.bookmark'),
    ]).toEqual([2, 1, 5])
    expect(await count('knowledge.page')).toBe(14)
    expect(await count("search.doc where kind = 'page'")).toBe(14)
    expect(await count("search.doc where kind in ('post', 'comment')")).toBe(
      (await count('discussions.post')) + (await count('discussions.comment')),
    )
  })

  test('opens its cast to visitors, and nobody else', async () => {
    const session = (await t.anonymous.get('/api/v1/session')).body
    expect(session.demo.cast.map((member: { displayName: string }) => member.displayName)).toEqual([
      'Claire Morvan',
      'Karim Benali',
      'Hélène Fabre',
      'Thomas Keller',
      'Sofia Almeida',
      'Marc Delorme',
      'Nadia Cherif',
      'Jean Vasseur',
    ])
    const claire = session.demo.cast.find(
      (member: { displayName: string }) => member.displayName === 'Claire Morvan',
    )
    expect((await t.anonymous.post('/api/v1/demo-session', { memberId: claire.id })).status).toBeLessThan(300)
    expect(
      (await t.anonymous.post('/api/v1/demo-session', { memberId: employee.memberId })).status,
    ).toBeGreaterThanOrEqual(400)
  })

  test('keeps the secret community from people outside it', async () => {
    const list = await employee.get('/api/v1/communities?all=true&limit=100')
    expect(list.body.items.length).toBe(8)
    expect(list.text).not.toContain('Ligne 4')
  })

  test('is removed with all it held; what real people did elsewhere stays', async () => {
    const own = await employee.post('/api/v1/communities', {
      kind: 'interest',
      name: { fr: 'La vraie' },
      purpose: { fr: 'Rester' },
      visibility: 'open',
    })
    expect(own.status).toBe(200)
    // A character of the demo wrote in a real community: the text stays, under a former member.
    const guest = await t.db.read.row<{ id: string }>(
      `select id from people.member where display_name = 'Karim Benali'`,
    )
    await t.db.read.run(
      `insert into discussions.post (id, community_id, seq, kind, author_id, body_md, body_html, excerpt, created_at, last_activity_at)
       values (platform.new_id(), $1, 1, 'discussion', $2, 'Bonjour', '<p>Bonjour</p>', 'Bonjour', now(), now())`,
      [own.body.id, guest!.id],
    )
    // Its stories and the file of a debate show videos: their bytes go too.
    expect(await count('debates.debate where video_id is not null')).toBe(1)
    expect(await count('platform.video')).toBeGreaterThan(1)
    expect((await employee.delete('/api/v1/demo')).status).toBe(403)
    expect((await admin.delete('/api/v1/demo')).status).toBe(200)
    await t.settle()
    expect((await admin.get('/api/v1/demo')).body).toEqual({ isLoaded: false, isWorking: false })
    expect(await count('people.member where demo')).toBe(0)
    expect(await count('communities.community')).toBe(1)
    expect(await count('discussions.post')).toBe(1)
    expect(
      await count(
        `people.member where display_name = 'Karim Benali' and state = 'dormant' and email is null`,
      ),
    ).toBe(1)
    expect(await count(`people.member where id = '${employee.memberId}' and state = 'active'`)).toBe(1)
    expect(await count('people.site')).toBe(0)
    expect(await count('platform.video')).toBe(0)
    expect((await admin.delete('/api/v1/demo')).body.error.code).toBe('demoNotLoaded')
  })
})
