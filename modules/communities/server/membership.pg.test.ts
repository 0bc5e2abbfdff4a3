import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, eventsOf, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import {
  createCommunity,
  getCommunityFor,
  insertImportedMemberships,
  joinCommunity,
  mayHear,
  takePostSequence,
} from '#modules/communities/public.ts'
import { communitiesModule } from '#modules/communities/server/module.ts'

let t: TestApp
let manager: TestVisitor
let alice: TestVisitor
let bruno: TestVisitor
beforeAll(async () => {
  t = await startTestApp()
  ;[manager, alice, bruno] = await Promise.all([
    t.member({ name: 'Mona' }),
    t.member({ name: 'Alice' }),
    t.member({ name: 'Bruno' }),
  ])
})
afterAll(() => t.close())

const path = (community: { id: string }, rest = '') => `/api/v1/communities/${community.id}${rest}`
const countOf = async (id: string) =>
  (await t.db.read.row<{ said: number; real: number }>(
    'select member_count as said, (select count(*)::int from communities.membership where community_id = c.id) as real from communities.community c where id = $1',
    [id],
  ))!

test('joining an open community asks for its charter, once, and leaves nothing unread', async () => {
  const place = await foundCommunity(manager, { charter: 'template' })
  await t.db.read.run('update communities.community set post_seq = 12 where id = $1', [place.id])
  const refused = await alice.post(path(place, '/membership'), {})
  expect([refused.status, refused.body.error.code, refused.body.error.data]).toEqual([
    409,
    'charterNotAccepted',
    { version: 1 },
  ])
  const joined = await alice.post(path(place, '/membership'), { charterVersion: 1 })
  expect(joined.body.me).toMatchObject({ isMember: true, unread: 0, charterToAccept: false })
  expect(joined.body.can).toMatchObject({
    read: true,
    participate: true,
    moderate: false,
    manage: false,
    leave: true,
    joinWay: null,
  })
  // Again, and at the same moment: one membership, one event.
  await Promise.all([1, 2, 3].map(() => bruno.post(path(place, '/membership'), { charterVersion: 1 })))
  expect(await countOf(place.id)).toEqual({ said: 3, real: 3 })
  expect((await eventsOf(t, place.id)).filter((name) => name === 'memberJoined')).toHaveLength(3)
})

test('asking to join: withdraw, refuse with a word, ask again, approve; looking at requests is logged', async () => {
  const place = await foundCommunity(manager, { visibility: 'closed', charter: 'template' })
  expect((await alice.post(path(place, '/membership'), { charterVersion: 1 })).body.error.data.reason).toBe(
    'askFirst',
  )
  expect(
    (await alice.post(path(place, '/join-request'), { charterVersion: 1, message: 'Je soude' })).body.me
      .hasAsked,
  ).toBe(true)
  expect((await alice.delete(path(place, '/join-request'))).body.me.hasAsked).toBe(false)
  await alice.post(path(place, '/join-request'), { charterVersion: 1, message: 'Je soude' })
  const mine = (await manager.get('/api/v1/me/communities')).body.items.find(
    (item: { id: string }) => item.id === place.id,
  )
  expect(mine.waiting).toBe(1)
  const waiting = await manager.get(path(place, '/join-requests'))
  expect(waiting.body.items[0]).toMatchObject({ message: 'Je soude', member: { id: alice.memberId } })
  const logged = await t.db.read.row(
    'select viewer_role, screen from people.access_log where subject_id = $1 and community_id = $2',
    [alice.memberId, place.id],
  )
  expect(logged).toEqual({ viewer_role: 'manager', screen: 'joinRequests' })
  await manager.post(path(place, `/join-requests/${alice.memberId}/refusal`), {
    word: 'Plutôt la communauté Métallerie',
  })
  const refused = await alice.get(path(place))
  expect(refused.body.me).toMatchObject({
    hasAsked: false,
    refusal: { word: 'Plutôt la communauté Métallerie' },
  })
  expect((await alice.post(path(place, '/join-request'), { charterVersion: 1 })).body.me.refusal).toBe(null)
  expect((await manager.post(path(place, `/join-requests/${alice.memberId}/approval`))).status).toBe(204)
  expect((await alice.get(path(place))).body).toMatchObject({
    me: { isMember: true, charterToAccept: false },
    can: { participate: true },
  })
})

test('an invitation opens a secret community to one person, until they decline', async () => {
  const place = await foundCommunity(manager, { visibility: 'secret' })
  await manager.post(path(place, '/invitations'), {
    memberIds: [alice.memberId, bruno.memberId, manager.memberId],
  })
  const invitations = (await alice.get('/api/v1/me/communities')).body.invitations
  expect(invitations).toMatchObject([{ community: { id: place.id }, invitedBy: { displayName: 'Mona' } }])
  expect((await alice.get(path(place))).body).toMatchObject({
    can: { read: false, joinWay: 'accept' },
    me: { invitedBy: { displayName: 'Mona' } },
  })
  expect((await alice.post(path(place, '/membership'), {})).body.me.isMember).toBe(true)
  expect((await bruno.delete(path(place, '/invitation'))).status).toBe(204)
  expect((await bruno.get(path(place))).status).toBe(404)
  const line = (await manager.get(path(place, '/members'))).body.items.find(
    (item: { member: { id: string } }) => item.member.id === alice.memberId,
  )
  expect(line.roles).toEqual([])
  const stored = await t.db.read.row(
    'select invited_by from communities.membership where community_id = $1 and member_id = $2',
    [place.id, alice.memberId],
  )
  expect(stored).toEqual({ invited_by: manager.memberId })
})

test('the last manager hands over before leaving or stepping down; two cannot go at the same moment', async () => {
  const place = await foundCommunity(manager)
  expect((await manager.delete(path(place, '/membership'))).body.error.code).toBe('lastManager')
  expect(
    (await manager.delete(path(place, `/members/${manager.memberId}/roles/manager`))).body.error.code,
  ).toBe('lastManager')
  await bringIn(manager, place, alice)
  await giveRole(manager, place, alice, 'manager')
  expect((await manager.get(path(place))).body.needsSecondManager).toBe(false)
  const both = await Promise.all([manager, alice].map((who) => who.delete(path(place, '/membership'))))
  expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([204, 409])
  expect(await countOf(place.id)).toEqual({ said: 1, real: 1 })
})

test('roles are for members; managing roles for employees', async () => {
  const place = await foundCommunity(manager, { partnersAdmitted: true })
  const guest = await t.member({ guest: true })
  const role = (who: TestVisitor, name: string) =>
    manager.put(path(place, `/members/${who.memberId}/roles/${name}`))
  expect((await role(alice, 'expert')).status).toBe(404)
  await bringIn(manager, place, alice, guest)
  expect((await role(alice, 'expert')).status).toBe(204)
  expect((await role(guest, 'manager')).body.error.data.reason).toBe('employeesOnly')
  expect((await role(guest, 'expert')).status).toBe(204)
  expect((await alice.get(path(place))).body.roles.map((r: { role: string }) => r.role)).toEqual([
    'expert',
    'expert',
  ])
  // Stepping down by oneself.
  expect((await alice.delete(path(place, `/members/${alice.memberId}/roles/expert`))).status).toBe(204)
  expect((await eventsOf(t, place.id)).filter((name) => name.startsWith('role'))).toEqual([
    'roleGranted',
    'roleGranted',
    'roleGranted',
    'roleWithdrawn',
  ])
  // Partners stay admitted while one is inside.
  const closing = await manager.put(path(place, '/visibility'), {
    visibility: 'open',
    partnersAdmitted: false,
  })
  expect([closing.status, closing.body.error.data]).toEqual([409, { n: 1 }])
})

test('a ban ends what there was, tells the person why, and can be lifted', async () => {
  const place = await foundCommunity(manager)
  await bringIn(manager, place, alice)
  await manager.put(path(place, `/bans/${alice.memberId}`), { reason: 'Article 1, trois fois' })
  expect((await alice.get(path(place))).body).toMatchObject({
    me: { isMember: false, ban: { reason: 'Article 1, trois fois' } },
    can: { read: true, participate: false, joinWay: null },
    why: { participate: 'banned' },
  })
  expect((await alice.post(path(place, '/membership'), {})).body.error.data.reason).toBe('banned')
  expect(
    (await manager.post(path(place, '/invitations'), { memberIds: [alice.memberId] })).body.invited,
  ).toBe(0)
  expect((await manager.get(path(place, '/bans'))).body.items).toMatchObject([
    { member: { id: alice.memberId }, reason: 'Article 1, trois fois' },
  ])
  await manager.delete(path(place, `/bans/${alice.memberId}`))
  expect((await alice.post(path(place, '/membership'), {})).status).toBe(200)
  expect(await eventsOf(t, place.id)).toEqual(
    expect.arrayContaining(['memberBanned', 'memberLeft', 'banLifted']),
  )
})

test('unread is post_seq − last_seen_seq, exact for every community, in one statement beside the session and the invitations', async () => {
  const [one, two] = [
    await foundCommunity(bruno, { name: { fr: 'Zinc' } }),
    await foundCommunity(bruno, { name: { fr: 'Acier', en: 'Steel' } }),
  ]
  const ctx = t.systemContext()
  for (let n = 0; n < 3; n++) await takePostSequence(ctx, one.id)
  expect(await takePostSequence(ctx, two.id)).toBe(1)
  const answer = await bruno.get('/api/v1/me/communities')
  const unread = Object.fromEntries(
    answer.body.items.map((item: { slug: string; unread: number }) => [item.slug, item.unread]),
  )
  expect(unread).toMatchObject({ [one.slug]: 3, [two.slug]: 1 })
  expect(answer.body.items.map((item: { slug: string }) => item.slug).indexOf(two.slug)).toBeLessThan(
    answer.body.items.map((item: { slug: string }) => item.slug).indexOf(one.slug),
  )
  expect(answer.statements).toBeLessThanOrEqual(3)
  await bruno.post(path(one, '/seen'))
  expect((await bruno.get(path(one))).body.me.unread).toBe(0)
  // Page by page the same list.
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { body: { items: { id: string }[]; next: string | null } } = await bruno.get(
      `/api/v1/me/communities?limit=1${cursor && `&cursor=${cursor}`}`,
    )
    seen.push(...page.body.items.map((item) => item.id))
    cursor = page.body.next
  }
  expect(seen).toEqual(answer.body.items.map((item: { id: string }) => item.id))
})

test('members: those with a role first, then the newest, page by page, found by name', async () => {
  const place = await foundCommunity(manager)
  const crowd = []
  for (const name of ['Cécile', 'Driss', 'Élodie', 'Farid', 'Gaëlle']) crowd.push(await t.member({ name }))
  await bringIn(manager, place, ...crowd)
  await giveRole(manager, place, crowd[1]!, 'expert')
  const names: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: {
      status: number
      statements: number
      body: { items: { member: { displayName: string } }[]; next: string | null }
    } = await alice.get(`${path(place, '/members')}?limit=2${cursor && `&cursor=${cursor}`}`)
    expect(page.statements).toBe(3)
    names.push(...page.body.items.map((item) => item.member.displayName))
    cursor = page.body.next
  }
  expect(names).toEqual(['Mona', 'Driss', 'Gaëlle', 'Farid', 'Élodie', 'Cécile'])
  expect((await alice.get(`${path(place, '/members')}?q=ELOD`)).body.items).toHaveLength(1)
  expect((await alice.get(`${path(place, '/members')}?q=%25`)).body.items).toHaveLength(0)
  expect((await alice.get(`${path(place, '/members')}?cursor=AAAA`)).status).toBe(400)
})

test('discovering says why: colleagues of the site, a subject of mine, new; never what I may not see', async () => {
  const site = '01980000-0000-7000-8000-00000000a001'
  await t.db.read.run(
    `insert into people.site (id, name, timezone) values ($1, 'Grenoble', 'Europe/Paris')`,
    [site],
  )
  const reader = await t.member({ name: 'Lectrice' })
  await t.db.read.run(
    `update people.member set site_id = $1, ask_me_about = '{usinage à sec}' where id = $2`,
    [site, reader.memberId],
  )
  const colleagues = []
  for (let n = 0; n < 3; n++) colleagues.push(await t.member())
  await t.db.read.run('update people.member set site_id = $1 where id = any($2::uuid[])', [
    site,
    colleagues.map((who) => who.memberId),
  ])
  const near = await foundCommunity(manager, { name: { fr: 'Robots' } })
  const subject = await foundCommunity(manager, { name: { fr: 'L’usinage à sec' } })
  const hidden = await foundCommunity(manager, {
    name: { fr: 'Usinage à sec, comité' },
    visibility: 'secret',
  })
  const closed = await foundCommunity(manager, {
    name: { fr: 'Usinage à sec, projet' },
    visibility: 'closed',
  })
  await bringIn(manager, near, ...colleagues)
  await bringIn(manager, closed, ...colleagues)
  const answer = await reader.get('/api/v1/communities?limit=100')
  expect(answer.statements).toBeLessThanOrEqual(3)
  const reasons = Object.fromEntries(
    answer.body.items.map((item: { id: string; reasons: unknown }) => [item.id, item.reasons]),
  )
  expect(reasons[near.id]).toEqual([{ kind: 'site', n: 3 }, { kind: 'new' }])
  expect(reasons[subject.id]).toEqual([{ kind: 'subject', subject: 'usinage à sec' }, { kind: 'new' }])
  // Three people of the site in a community whose members the reader may not see: fewer than five, so unsaid.
  expect(reasons[closed.id]).toEqual([{ kind: 'subject', subject: 'usinage à sec' }, { kind: 'new' }])
  expect(reasons[hidden.id]).toBeUndefined()
  const all: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { body: { items: { id: string }[]; next: string | null } } = await reader.get(
      `/api/v1/communities?limit=3${cursor && `&cursor=${cursor}`}`,
    )
    all.push(...page.body.items.map((item) => item.id))
    cursor = page.body.next
  }
  expect(all).toEqual(answer.body.items.map((item: { id: string }) => item.id))
  const guest = await t.member({ guest: true })
  expect((await guest.get('/api/v1/communities?all=true')).body.items).toEqual([])
})

test('what other modules use: founding as the system, history without noise, who may hear', async () => {
  const ctx = t.systemContext()
  const { id, slug } = await createCommunity(
    ctx,
    { kind: 'network', name: { fr: 'Réseau' }, purpose: { fr: 'Se trouver' }, visibility: 'closed' },
    { founderId: manager.memberId, slug: 'le-reseau' },
  )
  expect(slug).toBe('le-reseau')
  await joinCommunity(ctx, {
    community: id,
    memberId: alice.memberId,
    joinedAt: new Date('2024-05-01T08:00:00Z'),
  })
  const rows = [alice, bruno].map((who) => ({
    memberId: who.memberId,
    joinedAt: new Date('2020-01-01T00:00:00Z'),
  }))
  const before = (await eventsOf(t, id)).length
  expect(await insertImportedMemberships(ctx, { communityId: id, members: rows })).toBe(1)
  expect(await insertImportedMemberships(ctx, { communityId: id, members: rows })).toBe(0)
  expect((await eventsOf(t, id)).length).toBe(before)
  expect(await countOf(id)).toEqual({ said: 3, real: 3 })
  const guest = await t.member({ guest: true })
  const outsider = await t.member()
  const open = await foundCommunity(manager)
  const heard = await mayHear(
    t.db.read,
    [alice, guest, outsider].map((who) => who.memberId),
    [id, open.id],
  )
  expect(heard.map((pair) => `${pair.memberId} ${pair.communityId}`).toSorted()).toEqual(
    [`${alice.memberId} ${id}`, `${alice.memberId} ${open.id}`, `${outsider.memberId} ${open.id}`].toSorted(),
  )
  await expect(getCommunityFor(t.systemContext(), 'nulle-part', 'read')).rejects.toMatchObject({
    code: 'communityNotFound',
  })
})

test('what communities hold about a person is told to that person, and stands in the registry', async () => {
  const person = await t.member({ name: 'Ines' })
  const place = await foundCommunity(manager, { name: { fr: 'Fonderie' }, charter: 'template' })
  await bringIn(manager, place, person)
  await giveRole(manager, place, person, 'expert')
  const values = await communitiesModule.personalValues!(t.systemContext(), person.memberId)
  expect(values).toMatchObject({
    'membership.member': ['Fonderie'],
    'membership.roles': ['Fonderie: expert'],
    'communityStanding.unread': ['Fonderie: 0'],
  })
  expect(values['charterAcceptance.version']![0]).toMatch(/^Fonderie: 1, \d{4}-/)
  const registered = communitiesModule.personalFields!.map(({ entity, field }) => `${entity}.${field}`)
  for (const name of Object.keys(values)) expect(registered).toContain(name)
})
