import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { archiveWhereDue, bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'

let t: TestApp
const who = {} as Record<'claire' | 'alice' | 'bruno' | 'peer' | 'outsider' | 'admin', TestVisitor>
const life = (place: { id: string }, rest = '') => `/api/v1/communities/${place.id}/life${rest}`
const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const codeOf = (answer: TestAnswer): string => answer.body.error?.code ?? String(answer.status)
const reasonOf = (answer: TestAnswer): string => answer.body.error?.data?.reason ?? codeOf(answer)
const prepared = {
  reason: 'Le problème est résolu',
  whereNext: 'La communauté Qualité',
  thanks: 'Merci à tous',
  lastEvent: 'Un goûter à l’atelier',
  lastEventOn: '2027-05-07',
  lessons: 'Commencer par les questions',
  reopening: 'Si le taux remonte',
}
beforeAll(async () => {
  t = await startTestApp()
  for (const name of ['claire', 'alice', 'bruno', 'peer', 'outsider'] as const)
    who[name] = await t.member({ name: `Nom ${name}` })
  who.admin = await t.member({ name: 'Nom admin', administrator: true })
})
afterAll(() => t.close())

/** A community whose core group is one person. */
const founded = async (more: Record<string, unknown> = {}): Promise<CommunityDetail> => {
  const place = await foundCommunity(who.claire, more)
  await t.settle()
  await bringIn(who.claire, place, who.alice, who.bruno)
  await t.db.read.run('insert into lifecycle.core_member (community_id, member_id) values ($1, $2)', [
    place.id,
    who.alice.memberId,
  ])
  return place
}

test('a closing says why, tells the core group first, and gives two to three months of notice', async () => {
  const place = await founded()
  t.setNow(new Date('2027-03-10T10:00:00Z'))
  const announce = (closesOn: string, by = who.claire) =>
    by.put(life(place, '/closing/announcement'), { closesOn })
  expect(codeOf(await announce('2027-05-12'))).toBe('whyMissing')
  ok(await who.claire.put(life(place, '/closing'), prepared))
  expect(codeOf(await announce('2027-05-12'))).toBe('coreNotTold')
  ok(await who.claire.post(life(place, '/closing/core'), { word: 'Vous d’abord' }))
  await t.settle()
  const told = async (by: TestVisitor) => JSON.stringify(ok(await by.get('/api/v1/notifications')))
  expect(await told(who.alice)).toContain('avant les autres')
  expect(await told(who.bruno)).not.toContain('avant les autres')
  const short = await announce('2027-05-09')
  expect(codeOf(short)).toBe('noticeTooShort')
  expect(short.body.error.data).toMatchObject({ earliest: '2027-05-10', latest: '2027-06-10' })
  expect(codeOf(await announce('2027-06-11'))).toBe('noticeTooLong')
  expect((await announce('2027-05-12', who.alice)).status).toBe(403)
  expect(ok(await announce('2027-05-12')).closing).toMatchObject({ stage: 'closing', closesOn: '2027-05-12' })
  await t.settle()
  expect(await told(who.bruno)).toContain('fermera')
  // A month later the day moves, never nearer than the notice that was given.
  t.setNow(new Date('2027-04-20T10:00:00Z'))
  expect(codeOf(await announce('2027-05-09'))).toBe('noticeTooShort')
  ok(await announce('2027-05-20'))

  await giveRole(who.claire, place, who.bruno, 'expert')
  const page = ok(await who.outsider.get(`/api/v1/communities/${place.id}/farewell`)).farewell
  expect(page).toMatchObject({ ...prepared, closesOn: '2027-05-20', archivedAt: null })
  expect(page.thanked.map((one: { member: { displayName: string } }) => one.member.displayName)).toEqual([
    'Nom bruno',
    'Nom claire',
  ])
  // Changing one’s mind: the core is told again next time.
  ok(await who.claire.delete(`/api/v1/communities/${place.id}/closing`))
  await t.settle()
  expect(ok(await who.outsider.get(`/api/v1/communities/${place.id}/farewell`)).farewell).toBeNull()
  expect(codeOf(await announce('2027-07-10'))).toBe('coreNotTold')
  const { history } = ok(await who.claire.get(life(place)))
  expect(history.map((one: { to: string }) => one.to).slice(0, 2)).toEqual(['framing', 'closing'])
  t.setNow(new Date())
})

test('archived: every family of writes is refused with its reason, everything stays readable', async () => {
  const place = await founded()
  const { claire, alice } = who
  const post = ok(
    await alice.post('/api/v1/posts', {
      communityId: place.id,
      kind: 'question',
      title: 'Comment ?',
      bodyMd: 'Comment régler le jeu ?',
    }),
  ).card.id
  const comment = ok(await claire.post(`/api/v1/posts/${post}/comments`, { bodyMd: 'Ainsi.' }))
  const commentId = comment.id ?? comment.comment?.id
  const pageId = ok(
    await claire.post('/api/v1/pages', {
      communityId: place.id,
      title: 'Régler le jeu',
      bodyMd: 'Doucement.',
    }),
  ).id
  const gathering = {
    title: 'Atelier',
    mode: 'remote',
    startsWall: '2099-01-01T10:00',
    timezone: 'Europe/Paris',
    durationMinutes: 60,
  }
  await t.db.read.run(
    `insert into communities.closure (community_id, closes_on, reason, stage_before) values ($1, '2026-01-01', 'Fini', 'mature')`,
    [place.id],
  )
  await archiveWhereDue(t)
  await t.settle()
  const base = `/api/v1/communities/${place.id}`
  const writes: Record<string, () => Promise<TestAnswer>> = {
    post: () => alice.post('/api/v1/posts', { communityId: place.id, kind: 'discussion', bodyMd: 'Encore' }),
    'edit post': () => alice.patch(`/api/v1/posts/${post}`, { bodyMd: 'Autrement' }),
    comment: () => alice.post(`/api/v1/posts/${post}/comments`, { bodyMd: 'Encore' }),
    'edit comment': () => claire.patch(`/api/v1/comments/${commentId}`, { bodyMd: 'Encore' }),
    page: () => claire.post('/api/v1/pages', { communityId: place.id, title: 'Autre', bodyMd: 'Texte' }),
    'edit page': () =>
      claire.put(`/api/v1/pages/${pageId}`, { baseVersion: 1, title: 'Autre', bodyMd: 'Texte' }),
    gathering: () => claire.post(`${base}/gatherings`, gathering),
    poll: () =>
      alice.post('/api/v1/polls', {
        communityId: place.id,
        question: 'Quel jour ?',
        kind: 'single',
        ballot: 'open',
        options: [{ label: 'Lundi' }, { label: 'Mardi' }],
      }),
    join: () => who.outsider.post(`${base}/membership`, {}),
    canvas: () => claire.put(life(place, '/canvas'), emptyCanvas),
  }
  const answers: Record<string, string> = {}
  for (const [name, write] of Object.entries(writes)) answers[name] = reasonOf(await write())
  const refused = Object.fromEntries(Object.keys(writes).map((name) => [name, 'archived']))
  expect(answers).toEqual({ ...refused, canvas: 'isArchived' })
  expect((await alice.get(`/api/v1/posts/${post}`)).status).toBe(200)
  expect((await alice.get(`/api/v1/pages/${pageId}`)).status).toBe(200)
  expect(ok(await who.outsider.get(`${base}/farewell`)).farewell.stage).toBe('archived')
  const seen = ok(await claire.get(life(place)))
  expect(seen.history[0]).toMatchObject({ to: 'archived', by: null })
  expect(seen.next).toEqual([])
  // Reopened by a manager: writing is possible again, and the history says so.
  ok(await claire.post(`${base}/reopening`))
  await t.settle()
  expect((await alice.post(`/api/v1/posts/${post}/comments`, { bodyMd: 'Encore' })).status).toBe(200)
  expect(ok(await claire.get(life(place))).history[0].to).toBe('mature')
})

const emptyCanvas = {
  problem: null,
  whoSuffers: null,
  indicator: null,
  unit: null,
  baseline: null,
  baselineOn: null,
  baselineSource: null,
  target: null,
  targetOn: null,
  sponsorId: null,
  whyCommunity: null,
  form: null,
  valueInWords: null,
  horizon: null,
  coreIds: [],
  cmHours: null,
  rituals: [],
  firstContents: [],
  dataNotice: null,
  success: null,
  stop: null,
  reviewOn: null,
  more: {},
}

test('a page is offered to another community, whose manager decides; its authors stay named', async () => {
  const place = await founded({ name: { fr: 'Fonderie' } })
  const other = await foundCommunity(who.peer, { name: { fr: 'Qualité' } })
  const secret = await foundCommunity(who.peer, { visibility: 'secret' })
  const pageId = ok(
    await who.alice.post('/api/v1/pages', { communityId: place.id, title: 'Démouler', bodyMd: 'Sans hâte.' }),
  ).id
  const offer = (to: string, by = who.claire) => by.post(life(place, '/transfers'), { pageId, to })
  expect(codeOf(await offer(place.id))).toBe('sameCommunity')
  expect((await offer(secret.id)).status).toBe(404)
  expect((await offer(other.id, who.alice)).status).toBe(403)
  ok(await offer(other.id))
  // A double click is one offer.
  expect(ok(await offer(other.id)).closing.transfers).toHaveLength(1)
  expect((await who.claire.get(life(other, '/arrivals'))).status).toBe(403)
  const [arrival] = ok(await who.peer.get(life(other, '/arrivals'))).items
  expect(arrival).toMatchObject({ title: 'Démouler', authors: [{ displayName: 'Nom alice' }] })
  const decide = () => who.peer.put(life(other, `/arrivals/${arrival.id}`), { decision: 'accepted' })
  const taken = ok(await decide())
  const page = ok(await who.peer.get(`/api/v1/pages/${taken.pageId}`))
  expect(JSON.stringify(page)).toContain('écrite par Nom alice')
  expect((await decide()).status).toBe(404)
  expect(ok(await who.claire.get(life(place, '/closing'))).closing.transfers[0]).toMatchObject({
    decision: 'accepted',
    newPageId: taken.pageId,
  })
})

test('nobody left holding: the administrator sees and asks, each accepts for themselves, a leaver’s roles end', async () => {
  const place = await founded({ name: { fr: 'Laminage' } })
  const secret = await founded({ visibility: 'secret' })
  await giveRole(who.claire, place, who.alice, 'expert')
  await giveRole(who.claire, secret, who.alice, 'moderator')
  expect((await who.alice.get('/api/v1/admin/communities-care')).status).toBe(403)
  const care = ok(await who.admin.get('/api/v1/admin/communities-care')).items
  const of = (id: string) => care.find((one: { id: string }) => one.id === id)
  expect(of(place.id)).toMatchObject({ managers: [{ displayName: 'Nom claire' }], askable: 1 })
  expect(of(place.id).candidates).toMatchObject([{ member: { displayName: 'Nom alice' }, roles: ['expert'] }])
  expect(of(secret.id)).toMatchObject({ community: null, candidates: [], askable: 1 })
  const log = ok(await who.alice.get('/api/v1/me/access-log'))
  expect(JSON.stringify(log)).toContain('communitiesCare')

  const ask = (id: string, body: object = {}) =>
    who.admin.post(`/api/v1/admin/communities/${id}/takeover`, body)
  expect(codeOf(await ask(place.id, { memberIds: [who.bruno.memberId] }))).toBe('nobodyToAsk')
  expect(ok(await ask(place.id, { word: 'Seriez-vous d’accord ?' })).asked).toBe(1)
  expect(ok(await ask(place.id)).asked).toBe(0)
  const [asked] = ok(await who.alice.get('/api/v1/me/takeovers')).items
  expect(asked).toMatchObject({ community: { name: { fr: 'Laminage' } }, word: 'Seriez-vous d’accord ?' })
  expect((await who.bruno.put(`/api/v1/me/takeovers/${asked.id}`, { answer: 'accepted' })).status).toBe(404)
  ok(await who.alice.put(`/api/v1/me/takeovers/${asked.id}`, { answer: 'accepted' }))
  const managers = () =>
    t.db.read.rows<{ id: string }>(
      `select member_id as id from communities.community_role where community_id = $1 and role = 'manager' order by since`,
      [place.id],
    )
  expect((await managers()).map(({ id }) => id)).toEqual([who.claire.memberId, who.alice.memberId])

  expect((await who.admin.post(`/api/v1/admin/departures/${who.claire.memberId}/handover`)).status).toBe(409)
  await t.db.read.run(`update people.member set state = 'deactivated' where id = $1`, [who.claire.memberId])
  const departures = ok(await who.admin.get('/api/v1/admin/departures')).items
  expect(departures[0].member.displayName).toBe('Nom claire')
  const handed = ok(await who.admin.post(`/api/v1/admin/departures/${who.claire.memberId}/handover`))
  expect(handed.withdrawn).toBeGreaterThan(0)
  expect((await managers()).map(({ id }) => id)).toEqual([who.alice.memberId])
  // Nobody manages the secret one any more: whoever holds a role there is asked, and its leaver goes when they accept.
  const mine = ok(await who.alice.get('/api/v1/me/takeovers')).items.find(
    (one: { community: { id: string } }) => one.community.id === secret.id,
  )
  ok(await who.alice.put(`/api/v1/me/takeovers/${mine.id}`, { answer: 'accepted' }))
  expect(
    await t.db.read.rows(
      `select 1 from communities.community_role where community_id = $1 and member_id = $2`,
      [secret.id, who.claire.memberId],
    ),
  ).toEqual([])
  const audited = await t.db.read.rows<{ action: string }>(
    `select distinct action from platform.audit where action in ('communities.takeoverAsked', 'communities.takenOver', 'communities.handedOver')`,
  )
  expect(audited).toHaveLength(3)
})
