import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { newId } from '#platform/ids.ts'
import { logAccess } from './operations/log-access.ts'
import { cookieOf, givePassword, makeOrganisation, shareCommunity, signIn, withCookie } from './testing.ts'

let t: TestApp
let admin: TestVisitor
let employee: TestVisitor
beforeAll(async () => {
  t = await startTestApp()
  await makeOrganisation(t)
  admin = await t.member({ name: 'Ada', administrator: true, email: 'ada@exemple.test' })
  employee = await t.member({ name: 'Élie Vidal', email: 'elie@exemple.test' })
})
afterAll(() => t.close())

const audits = async (action: string) =>
  (await t.db.read.rows('select subject from platform.audit where action = $1', [action])).length

describe('accounts', () => {
  it('are administrators’ alone', async () => {
    const guest = await t.member({ guest: true })
    const routes: [string, string, object?][] = [
      ['GET', '/api/v1/admin/members'],
      ['GET', '/api/v1/admin/administrators'],
      ['GET', '/api/v1/admin/organisation'],
      ['PATCH', '/api/v1/admin/organisation', { name: 'x' }],
      ['POST', `/api/v1/admin/members/${admin.memberId}/deactivation`],
      ['DELETE', `/api/v1/admin/members/${admin.memberId}/deactivation`],
      ['POST', `/api/v1/admin/members/${admin.memberId}/invitation`],
      ['PUT', `/api/v1/admin/administrators/${employee.memberId}`],
      ['DELETE', `/api/v1/admin/administrators/${admin.memberId}`],
      ['POST', '/api/v1/admin/entities', { name: 'x' }],
      ['DELETE', `/api/v1/admin/sites/${newId()}`],
    ]
    for (const [method, url, payload] of routes)
      for (const [visitor, status] of [
        [employee, 403],
        [guest, 403],
        [t.anonymous, 401],
      ] as const)
        expect([
          method,
          url,
          (await visitor.inject({ method: method as 'GET', url, ...(payload && { payload }) })).status,
        ]).toEqual([method, url, status])
  })

  it('are searched by name and address, and filtered by state', async () => {
    const found = async (query: string) =>
      (await admin.get(`/api/v1/admin/members?${query}`)).body.items.map(
        (item: { email: string }) => item.email,
      )
    expect(await found('q=elie')).toEqual(['elie@exemple.test'])
    expect(await found('q=ELIE@exem')).toEqual(['elie@exemple.test'])
    expect(await found('q=%25@')).toEqual([])
    expect(await found('state=deactivated')).toEqual([])
    expect((await admin.get('/api/v1/admin/members?state=__proto__')).status).toBe(400)
  })

  it('end at once when deactivated: session, sign-in, directory, links (T40); and open again', async () => {
    const nina = await t.member({ name: 'Nina', email: 'nina@exemple.test' })
    await givePassword(t, nina.memberId)
    const cookie = cookieOf(await signIn(t, 'nina@exemple.test'))
    const url = `/api/v1/admin/members/${nina.memberId}/deactivation`
    expect((await admin.delete(url)).status).toBe(409)
    const closed = await admin.post(url)
    expect([closed.status, closed.body.state]).toEqual([200, 'deactivated'])
    expect((await withCookie(t, cookie).get('/api/v1/me/profile')).status).toBe(401)
    expect((await nina.get('/api/v1/members')).status).toBe(401)
    expect((await signIn(t, 'nina@exemple.test')).status).toBe(401)
    expect((await employee.get('/api/v1/members?q=nina')).body.items).toEqual([])
    expect(
      (await t.db.read.row('select count(*) as n from people.session where member_id = $1', [
        nina.memberId,
      ]))!,
    ).toEqual({ n: 0 })
    const events = await t.db.read.rows<{ name: string }>(
      `select name from platform.domain_event where payload->>'memberId' = $1 order by id`,
      [nina.memberId],
    )
    expect(events.map((event) => event.name)).toEqual(['sessionsEnded', 'memberDeactivated'])
    expect((await admin.post(url)).status).toBe(409)
    expect((await admin.delete(url)).body.state).toBe('active')
    expect((await nina.get('/api/v1/members')).status).toBe(401)
    expect((await signIn(t, 'nina@exemple.test')).status).toBe(204)
    expect(await audits('memberDeactivated')).toBe(1)
    expect((await admin.post(`/api/v1/admin/members/${newId()}/deactivation`)).status).toBe(404)
  })

  it('give and take the administrator’s role with an audit; sessions end, and the last one stays (T38)', async () => {
    expect((await admin.delete(`/api/v1/admin/administrators/${admin.memberId}`)).body.error.code).toBe(
      'lastAdministrator',
    )
    expect((await admin.post(`/api/v1/admin/members/${admin.memberId}/deactivation`)).body.error.code).toBe(
      'lastAdministrator',
    )
    const guest = await t.member({ guest: true })
    expect((await admin.put(`/api/v1/admin/administrators/${guest.memberId}`)).body.error.code).toBe(
      'notAnEmployee',
    )
    const rose = await t.member({ name: 'Rose', email: 'rose@exemple.test' })
    await givePassword(t, rose.memberId)
    expect((await admin.put(`/api/v1/admin/administrators/${rose.memberId}`)).status).toBe(204)
    expect((await rose.get('/api/v1/me/profile')).status).toBe(401)
    const powerful = withCookie(t, cookieOf(await signIn(t, 'rose@exemple.test')))
    expect(
      (await powerful.get('/api/v1/admin/administrators')).body.items.map(
        (item: { displayName: string }) => item.displayName,
      ),
    ).toEqual(['Ada', 'Rose'])
    const both = await Promise.all([
      admin.delete(`/api/v1/admin/administrators/${rose.memberId}`),
      powerful.delete(`/api/v1/admin/administrators/${admin.memberId}`),
    ])
    expect(both.filter((answer) => answer.status === 204)).toHaveLength(1)
    expect((await t.db.read.rows('select 1 from people.administrator')).length).toBe(1)
    await t.db.read.run(`insert into people.administrator (member_id) values ($1) on conflict do nothing`, [
      admin.memberId,
    ])
    await t.db.read.run('delete from people.administrator where member_id = $1', [rose.memberId])
    admin = withMember(
      admin,
      cookieOf(await (async () => (await givePassword(t, admin.memberId), signIn(t, 'ada@exemple.test')))()),
    )
    expect(await audits('administratorGranted')).toBe(1)
  })
})

/** The same person in a new session. */
function withMember(visitor: TestVisitor, cookie: string | undefined): TestVisitor {
  const inject: TestVisitor['inject'] = (options) =>
    t.anonymous.inject({ ...options, headers: { ...options.headers, cookie: `preau=${cookie}` } })
  const send = (method: string) => (url: string, body?: unknown) =>
    inject({ method: method as 'GET', url, ...(body !== undefined && { payload: body as object }) })
  return {
    ...visitor,
    cookie,
    inject,
    get: send('GET'),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
  }
}

describe('entities and sites', () => {
  const site = {
    name: 'Lyon',
    country: 'FR',
    timezone: 'Europe/Paris',
    opens: '08:00',
    closes: '17:30',
    workdays: [5, 1, 2, 3, 4],
  }

  it('are added, changed, and removed when nobody is there', async () => {
    const parent = (await admin.post('/api/v1/admin/entities', { name: 'Groupe' })).body
    const child = (await admin.post('/api/v1/admin/entities', { name: 'Achats', parentId: parent.id })).body
    expect(child).toMatchObject({ name: 'Achats', parentId: parent.id, memberCount: 0 })
    expect((await admin.post('/api/v1/admin/entities', { name: 'ACHATS' })).body.error.code).toBe('nameTaken')
    expect(
      (await admin.post('/api/v1/admin/entities', { name: 'Orpheline', parentId: newId() })).status,
    ).toBe(400)
    expect(
      (await admin.put(`/api/v1/admin/entities/${parent.id}`, { name: 'Groupe', parentId: child.id })).status,
    ).toBe(400)
    expect(
      (await admin.put(`/api/v1/admin/entities/${parent.id}`, { name: 'Groupe', parentId: parent.id }))
        .status,
    ).toBe(400)
    expect((await admin.delete(`/api/v1/admin/entities/${parent.id}`)).body.error.code).toBe('stillInUse')
    expect((await employee.patch('/api/v1/me/profile', { entityId: child.id })).status).toBe(200)
    expect((await admin.delete(`/api/v1/admin/entities/${child.id}`)).body.error.code).toBe('stillInUse')
    await employee.patch('/api/v1/me/profile', { entityId: null })
    expect((await admin.delete(`/api/v1/admin/entities/${child.id}`)).status).toBe(204)
    expect((await admin.delete(`/api/v1/admin/entities/${child.id}`)).status).toBe(404)

    const made = (await admin.post('/api/v1/admin/sites', site)).body
    expect(made).toMatchObject({ workdays: [1, 2, 3, 4, 5], opens: '08:00', memberCount: 0 })
    for (const wrong of [
      { opens: '18:00' },
      { timezone: 'Lyon' },
      { country: 'France' },
      { workdays: [] },
      { workdays: [8] },
      { name: ' ' },
    ])
      expect((await admin.post('/api/v1/admin/sites', { ...site, name: 'Autre', ...wrong })).status).toBe(400)
    expect(
      (await admin.put(`/api/v1/admin/sites/${made.id}`, { ...site, closes: '18:00' })).body.closes,
    ).toBe('18:00')
    expect((await admin.put(`/api/v1/admin/sites/${newId()}`, { ...site, name: 'Nulle part' })).status).toBe(
      404,
    )
    expect((await admin.delete(`/api/v1/admin/sites/${made.id}`)).status).toBe(204)
    expect(
      (await admin.patch('/api/v1/admin/organisation', { defaultLanguage: 'en', languages: ['fr'] })).status,
    ).toBe(400)
    expect((await admin.patch('/api/v1/admin/organisation', { name: 'Méridienne SA' })).body.name).toBe(
      'Méridienne SA',
    )
  })
})

describe('what is seen about me', () => {
  it('lists every registered field in the reader’s language with their own values', async () => {
    const anna = await t.member({ name: 'Anna Weber', email: 'anna@exemple.test', language: 'en' })
    await anna.patch('/api/v1/me/profile', { jobTitle: 'Welder' })
    const { body } = await anna.get('/api/v1/me/seen')
    const by = (field: string) =>
      body.fields.find(
        (one: { entity: string; field: string }) => one.entity === 'member' && one.field === field,
      )
    expect(by('email')).toMatchObject({
      label: 'E-mail address',
      values: ['anna@exemple.test'],
      seenBy: ['self', 'administrators'],
    })
    expect(by('jobTitle')).toMatchObject({
      values: ['Welder'],
      seenBy: ['everyone'],
      purpose: 'So that the right person can be found.',
    })
    expect(by('about')).toMatchObject({ values: [] })
    for (const field of body.fields)
      if (field.module === 'people')
        expect([field.label, field.purpose, field.retention].join(' ')).not.toMatch(
          /privacy\.|retention\.|undefined/,
        )
    expect(JSON.stringify(body)).not.toContain('Vidal')
    expect((await t.anonymous.get('/api/v1/me/seen')).status).toBe(401)
  })

  it('tells who looked, in which role and why; the same look within the hour once; oneself never', async () => {
    const sam = await t.member({ name: 'Sam' })
    const manager = await t.member({ name: 'Manon' })
    const communityId = await shareCommunity(t, 'soudure', [manager.memberId])
    const look = () =>
      logAccess(
        {
          actor: {
            kind: 'member',
            memberId: manager.memberId,
            memberKind: 'employee',
            isAdministrator: false,
            language: 'fr',
            sessionId: newId(),
          },
          tx: t.db.read,
          now: t.services.now(),
        },
        {
          viewerRole: 'manager',
          communityId,
          screen: 'welcome',
          purpose: 'greetNewcomers',
          subjects: [sam.memberId, manager.memberId],
          fields: ['displayName'],
        },
      )
    await look()
    await look()
    await admin.get('/api/v1/admin/members?q=sam')
    const log = async (visitor: TestVisitor, query = '') =>
      (await visitor.get(`/api/v1/me/access-log${query}`)).body
    const { items, next } = await log(sam)
    expect(
      items.map((item: { viewer: { displayName: string }; viewerRole: string; screen: string }) => [
        item.viewer.displayName,
        item.viewerRole,
        item.screen,
      ]),
    ).toEqual([
      ['Ada', 'administrator', 'accounts'],
      ['Manon', 'manager', 'welcome'],
    ])
    expect(next).toBeNull()
    // Sam is not in that community: its name stays out of the log.
    expect(items[1].communityName).toBeNull()
    expect(
      (await log(manager)).items.filter((item: { screen: string }) => item.screen === 'welcome'),
    ).toEqual([])
    const first = await log(sam, '?limit=1')
    const second = await log(sam, `?limit=1&cursor=${first.next}`)
    expect([first.items[0].screen, second.items[0].screen, second.next]).toEqual([
      'accounts',
      'welcome',
      null,
    ])
  })
})

describe('forgetting', () => {
  it('happens every hour for what has expired, and only that', async () => {
    await t.db.read.run(
      `insert into people.throttle (key, at) values ('old', now() - interval '2 hours'), ('new', now())`,
    )
    await t.db.read.run(
      `insert into people.access_log (at, viewer_id, viewer_role, subject_id, screen, purpose, fields)
      values (now() - interval '13 months', $1, 'administrator', $2, 'x', 'x', '{}')`,
      [admin.memberId, employee.memberId],
    )
    await t.db.read.run(`select graphile_worker.add_job('people.forgetExpired', '{}'::json)`)
    await t.settle()
    expect(await t.db.read.rows(`select key from people.throttle where key in ('old', 'new')`)).toEqual([
      { key: 'new' },
    ])
    expect(await t.db.read.rows(`select 1 from people.access_log where screen = 'x'`)).toEqual([])
    expect((await employee.get('/api/v1/me/profile')).status).toBe(200)
  })
})
