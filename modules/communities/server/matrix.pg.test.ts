import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'

type Who =
  | 'anonymous'
  | 'outsider'
  | 'administrator'
  | 'guestOutside'
  | 'guestInside'
  | 'invited'
  | 'requester'
  | 'banned'
  | 'exMember'
  | 'member'
  | 'ambassador'
  | 'moderator'
  | 'manager'
  | 'sponsor'
  | 'managerElsewhere'
  | 'moderatorElsewhere'
type Visibility = 'open' | 'closed' | 'secret'

let t: TestApp
const people = {} as Record<Who, TestVisitor>
const places = {} as Record<Visibility, CommunityDetail>
const absent = '01980000-0000-7000-8000-000000000000'

beforeAll(async () => {
  t = await startTestApp()
  people.anonymous = t.anonymous
  for (const who of [
    'outsider',
    'invited',
    'requester',
    'banned',
    'exMember',
    'member',
    'ambassador',
    'moderator',
    'manager',
    'sponsor',
    'managerElsewhere',
    'moderatorElsewhere',
  ] as const)
    people[who] = await t.member({ name: who })
  people.administrator = await t.member({ name: 'administrator', administrator: true })
  people.guestInside = await t.member({ name: 'guestInside', guest: true })
  people.guestOutside = await t.member({ name: 'guestOutside', guest: true })
  const { manager } = people
  const elsewhere = await foundCommunity(people.managerElsewhere, { name: { fr: 'Ailleurs' } })
  await bringIn(people.managerElsewhere, elsewhere, people.moderatorElsewhere)
  await giveRole(people.managerElsewhere, elsewhere, people.moderatorElsewhere, 'moderator')
  for (const visibility of ['open', 'closed', 'secret'] as const) {
    const place = await foundCommunity(manager, {
      name: { fr: `Lieu ${visibility}` },
      visibility: 'closed',
      partnersAdmitted: true,
      charter: 'template',
    })
    await people.requester.post(`/api/v1/communities/${place.id}/join-request`, {
      message: 'Bonjour',
      charterVersion: 1,
    })
    await bringIn(
      manager,
      place,
      people.member,
      people.ambassador,
      people.moderator,
      people.sponsor,
      people.guestInside,
      people.banned,
      people.exMember,
    )
    for (const role of ['ambassador', 'moderator', 'sponsor'] as const)
      await giveRole(manager, place, people[role], role)
    await manager.post(`/api/v1/communities/${place.id}/invitations`, {
      memberIds: [people.invited.memberId],
    })
    await manager.put(`/api/v1/communities/${place.id}/bans/${people.banned.memberId}`, {
      reason: 'Article 1',
    })
    await people.exMember.delete(`/api/v1/communities/${place.id}/membership`)
    places[visibility] = (
      await manager.put(`/api/v1/communities/${place.id}/visibility`, { visibility, partnersAdmitted: true })
    ).body
  }
})
afterAll(() => t.close())

const everybody: Who[] = [
  'anonymous',
  'outsider',
  'administrator',
  'guestOutside',
  'guestInside',
  'invited',
  'requester',
  'banned',
  'exMember',
  'member',
  'ambassador',
  'moderator',
  'manager',
  'sponsor',
  'managerElsewhere',
  'moderatorElsewhere',
]
const inside: Who[] = ['guestInside', 'member', 'ambassador', 'moderator', 'manager', 'sponsor']
const outsideEmployees: Who[] = [
  'outsider',
  'administrator',
  'requester',
  'banned',
  'exMember',
  'managerElsewhere',
  'moderatorElsewhere',
]
const seesIt: Record<Visibility, Who[]> = {
  open: [...inside, ...outsideEmployees, 'invited'],
  closed: [...inside, ...outsideEmployees, 'invited'],
  secret: [...inside, 'invited'],
}
const readsIt: Record<Visibility, Who[]> = { open: seesIt.open, closed: inside, secret: inside }

/** Status expected of a read that needs to see, to read, or a role. */
function expected(who: Who, visibility: Visibility, allowed: Who[]): number {
  if (who === 'anonymous') return 401
  if (!seesIt[visibility].includes(who)) return 404
  return allowed.includes(who) && (readsIt[visibility].includes(who) || allowed === seesIt[visibility])
    ? 200
    : 403
}

describe.each(['open', 'closed', 'secret'] as const)('%s', (visibility) => {
  const reads: [string, () => Who[]][] = [
    ['', () => seesIt[visibility]],
    ['/charter', () => seesIt[visibility]],
    ['/members', () => readsIt[visibility]],
    ['/canvas', () => readsIt[visibility]],
    ['/charter/versions', () => readsIt[visibility]],
    ['/charter/draft', () => ['manager']],
    ['/join-requests', () => ['manager']],
    ['/invitations', () => ['manager']],
    ['/bans', () => ['manager']],
  ]
  test.each(reads)('GET %s', async (path, allowed) => {
    for (const who of everybody)
      for (const key of [places[visibility].id, places[visibility].slug]) {
        const answer = await people[who].get(`/api/v1/communities/${key}${path}`)
        expect(answer.status, `${who} GET ${path}`).toBe(expected(who, visibility, allowed()))
        // The budget: session, access, content; a manager's list of persons also writes the access log.
        expect(answer.statements, `${who} GET ${path}`).toBeLessThanOrEqual(
          allowed().length === 1 && answer.status === 200 ? 4 : 3,
        )
      }
  })

  test('settings, roles, bans, approvals and the end are for managers; removal also for moderators', async () => {
    const base = `/api/v1/communities/${places[visibility].id}`
    const someone = people.member.memberId
    const acts: [string, (who: TestVisitor) => Promise<{ status: number }>][] = [
      ['settings', (who) => who.patch(base, { accent: 'moss' })],
      ['visibility', (who) => who.put(`${base}/visibility`, { visibility: 'open', partnersAdmitted: true })],
      ['role', (who) => who.put(`${base}/members/${someone}/roles/expert`)],
      ['ban', (who) => who.put(`${base}/bans/${someone}`, { reason: 'non' })],
      ['lift', (who) => who.delete(`${base}/bans/${people.banned.memberId}`)],
      ['approve', (who) => who.post(`${base}/join-requests/${people.requester.memberId}/approval`)],
      ['refuse', (who) => who.post(`${base}/join-requests/${people.requester.memberId}/refusal`, {})],
      [
        'draft',
        (who) => who.put(`${base}/charter/draft`, { articles: [{ title: { fr: 'a' }, body: { fr: 'b' } }] }),
      ],
      ['publish', (who) => who.post(`${base}/charter/versions`)],
      ['reopen', (who) => who.post(`${base}/reopening`)],
    ]
    for (const who of everybody.filter((name) => name !== 'manager'))
      for (const [name, act] of acts)
        expect((await act(people[who])).status, `${who} ${name}`).toBe(expected(who, visibility, []))
    for (const who of everybody.filter((name) => name !== 'manager' && name !== 'moderator'))
      expect((await people[who].delete(`${base}/members/${someone}`)).status, who).toBe(
        expected(who, visibility, []),
      )
    // Allowed, on the same set-up.
    expect((await people.manager.patch(base, { accent: 'moss' })).status).toBe(200)
    expect((await people.moderator.delete(`${base}/members/${people.ambassador.memberId}`)).status).toBe(204)
    expect(
      (await people.moderator.delete(`${base}/members/${people.manager.memberId}`)).body.error.data.reason,
    ).toBe('holdsRole')
    await bringIn(people.manager, places[visibility], people.ambassador)
    await giveRole(people.manager, places[visibility], people.ambassador, 'ambassador')
  })

  test('inviting', async () => {
    const url = `/api/v1/communities/${places[visibility].id}/invitations`
    const body = { memberIds: [people.outsider.memberId] }
    const allowed: Who[] = ['manager', 'moderator', 'ambassador']
    for (const who of everybody) {
      const answer = await people[who].post(url, body)
      expect(answer.status, who).toBe(expected(who, visibility, allowed))
    }
    expect((await people.manager.delete(`${url}/${people.outsider.memberId}`)).status).toBe(204)
    // A partner's person: managers alone; others are not even told that there was one.
    const guestBody = { memberIds: [people.guestOutside.memberId] }
    expect((await people.moderator.post(url, guestBody)).body).toEqual({ invited: 0 })
    expect((await people.manager.post(url, guestBody)).body).toEqual({ invited: 1 })
    expect((await people.guestOutside.get(`/api/v1/communities/${places[visibility].id}`)).status).toBe(200)
    expect(
      (await people.guestOutside.delete(`/api/v1/communities/${places[visibility].id}/invitation`)).status,
    ).toBe(204)
    expect((await people.guestOutside.get(`/api/v1/communities/${places[visibility].id}`)).status).toBe(404)
  })
})

test('what those who only see a closed community learn: purpose, charter and managers; never canvas, roles or members', async () => {
  const seen = (await people.outsider.get(`/api/v1/communities/${places.closed.slug}`)).body
  expect(seen.purpose.fr).toBe('Mieux souder ensemble')
  expect(seen.managers.map((card: { displayName: string }) => card.displayName)).toEqual(['manager'])
  expect(seen.charter.articles).toHaveLength(7)
  expect(seen).toMatchObject({
    roles: [],
    canvas: null,
    can: { read: false, participate: false, joinWay: 'ask' },
    why: { participate: 'joinFirst' },
  })
})

test('T28: a role elsewhere is neither power nor sight here', async () => {
  for (const who of ['managerElsewhere', 'moderatorElsewhere'] as const) {
    expect(
      (await people[who].delete(`/api/v1/communities/${places.open.id}/members/${people.member.memberId}`))
        .status,
    ).toBe(403)
    expect((await people[who].get(`/api/v1/communities/${places.closed.id}/members`)).status).toBe(403)
    expect((await people[who].get(`/api/v1/communities/${places.secret.id}`)).status).toBe(404)
  }
})

test('T29: who may not read may not act, whatever the act', async () => {
  const answer = await people.outsider.post(`/api/v1/communities/${places.closed.id}/seen`)
  expect([answer.status, answer.body.error.data.reason]).toEqual([403, 'joinFirst'])
  expect((await people.member.post(`/api/v1/communities/${places.closed.id}/seen`)).status).toBe(204)
})

test('T33: a secret community answers like one that does not exist, by id, address, join, request and invitation', async () => {
  const probes: [string, string, unknown][] = [
    ['GET', '', undefined],
    ['POST', '/membership', {}],
    ['POST', '/join-request', {}],
    ['DELETE', '/invitation', undefined],
    ['DELETE', '/membership', undefined],
    ['POST', '/invitations', { memberIds: [absent] }],
    ['GET', '/members', undefined],
    ['PATCH', '', { accent: 'moss' }],
    ['DELETE', '/closing', undefined],
  ]
  for (const who of ['outsider', 'administrator', 'guestOutside', 'requester', 'banned', 'exMember'] as const)
    for (const [method, path, payload] of probes)
      for (const key of [places.secret.id, places.secret.slug]) {
        const send = (target: string) =>
          people[who].inject({
            method: method as 'GET',
            url: `/api/v1/communities/${target}${path}`,
            ...(payload !== undefined && { payload: payload as object }),
          })
        const [real, random] = [
          await send(key),
          await send(key === places.secret.id ? absent : 'c-n-existe-pas'),
        ]
        const shape = (answer: typeof real) => [
          answer.status,
          { ...answer.body.error, requestId: '' },
          answer.statements,
        ]
        expect(shape(real), `${who} ${method} ${path}`).toEqual(shape(random))
        expect(real.status).toBe(404)
      }
  const listed = (await people.outsider.get('/api/v1/communities?all=true&limit=100')).text
  expect(listed).not.toContain(places.secret.id)
  expect((await people.outsider.get('/api/v1/communities?q=secret')).body.items).toEqual([])
})

test('T35: a person or a role of another community is absent here', async () => {
  const { managerElsewhere, manager, outsider } = people
  const base = `/api/v1/communities/${places.open.id}`
  expect((await manager.delete(`${base}/members/${managerElsewhere.memberId}`)).status).toBe(404)
  expect((await manager.put(`${base}/members/${managerElsewhere.memberId}/roles/expert`)).status).toBe(404)
  expect((await manager.post(`${base}/join-requests/${outsider.memberId}/approval`)).status).toBe(404)
  expect((await manager.delete(`${base}/bans/${outsider.memberId}`)).status).toBe(404)
  expect((await manager.put(`${base}/bans/${people.guestOutside.memberId}`, { reason: 'x' })).status).toBe(
    404,
  )
})

test('T36: founding under the name of a secret community reveals nothing', async () => {
  await foundCommunity(people.manager, { name: { fr: 'Fusion Orion' }, visibility: 'secret' })
  const twin = await foundCommunity(people.outsider, { name: { fr: 'Fusion Orion' } })
  expect(twin.slug).toBe('fusion-orion')
  // The visible twin does take the address from a third.
  expect((await foundCommunity(people.member, { name: { fr: 'Fusion Orion' } })).slug).toBe('fusion-orion-2')
})

test('an administrator sees that a secret community exists and who animates it, gives it a manager, archives it; never reads it', async () => {
  const { administrator, outsider, manager } = people
  const hidden = await foundCommunity(manager, { name: { fr: 'Canari secret' }, visibility: 'secret' })
  expect((await outsider.get('/api/v1/admin/communities')).status).toBe(403)
  const list = await administrator.get('/api/v1/admin/communities?limit=100')
  const line = list.body.items.find((item: { id: string }) => item.id === hidden.id)
  expect(line).toMatchObject({ name: null, slug: null, memberCount: null, visibility: 'secret' })
  expect(line.managers).toHaveLength(1)
  expect(list.text).not.toContain('Canari')
  expect(list.text).not.toContain(hidden.slug)
  const assign = (id: string) => administrator.put(`/api/v1/admin/communities/${hidden.id}/managers/${id}`)
  expect((await assign(administrator.memberId)).body.error.data.reason).toBe('notYourself')
  expect((await assign(people.guestOutside.memberId)).body.error.data.reason).toBe('employeesOnly')
  expect((await assign(outsider.memberId)).status).toBe(204)
  expect((await outsider.get(`/api/v1/communities/${hidden.id}`)).body.me.roles).toEqual(['manager'])
  expect((await administrator.get(`/api/v1/communities/${hidden.id}`)).status).toBe(404)
  expect(
    (await administrator.delete(`/api/v1/admin/communities/${hidden.id}/members/${outsider.memberId}`))
      .status,
  ).toBe(204)
  expect((await outsider.get(`/api/v1/communities/${hidden.id}`)).status).toBe(404)
  expect(
    (await administrator.post(`/api/v1/admin/communities/${hidden.id}/archive`, { reason: 'Projet terminé' }))
      .status,
  ).toBe(204)
  expect((await manager.get(`/api/v1/communities/${hidden.id}`)).body).toMatchObject({
    stage: 'archived',
    closure: { reason: 'Projet terminé' },
  })
  const audited = await t.db.read.rows<{ action: string }>(
    'select action from platform.audit where subject = $1 order by id',
    [hidden.id],
  )
  expect(audited.map((row) => row.action)).toEqual([
    'communities.managerAssigned',
    'communities.memberRemoved',
    'communities.archived',
  ])
})

test('founding follows the instance’s policy; guests never found', async () => {
  expect(
    (
      await people.guestInside.post('/api/v1/communities', {
        kind: 'interest',
        name: { fr: 'x' },
        purpose: { fr: 'y' },
        visibility: 'open',
      })
    ).status,
  ).toBe(403)
  expect(
    (await people.outsider.put('/api/v1/admin/communities-policy', { createdBy: 'everyone' })).status,
  ).toBe(403)
  await people.administrator.put('/api/v1/admin/communities-policy', { createdBy: 'administrators' })
  expect((await people.outsider.get('/api/v1/me/communities')).body.mayCreate).toBe(false)
  const refused = await people.outsider.post('/api/v1/communities', {
    kind: 'interest',
    name: { fr: 'x' },
    purpose: { fr: 'y' },
    visibility: 'open',
  })
  expect(refused.body.error.data.reason).toBe('administratorsOnly')
  await people.administrator.put('/api/v1/admin/communities-policy', { createdBy: 'everyone' })
})
