import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, eventsOf, foundCommunity } from '#modules/communities/fixtures.ts'
import { announceClosing, declareStage, getCommunityFor } from '#modules/communities/public.ts'
import { archiveDueCommunities } from '#modules/communities/server/jobs.ts'
import type { MemberActor } from '#platform/context.ts'

let t: TestApp
let manager: TestVisitor
let alice: TestVisitor
beforeAll(async () => {
  t = await startTestApp()
  ;[manager, alice] = await Promise.all([t.member({ name: 'Mona' }), t.member({ name: 'Alice' })])
})
afterAll(() => t.close())

const path = (community: { id: string }, rest = '') => `/api/v1/communities/${community.id}${rest}`
const actor = (who: TestVisitor): MemberActor => ({
  kind: 'member',
  memberId: who.memberId,
  memberKind: 'employee',
  isAdministrator: false,
  language: 'fr',
  sessionId: '',
})
const participate = (who: TestVisitor, community: { id: string }) =>
  getCommunityFor({ actor: actor(who), tx: t.db.read, now: t.services.now() }, community.id, 'participate')

test('the charter: proposed, drafted, published; members read on, and accept before they next take part', async () => {
  const place = await foundCommunity(manager)
  await bringIn(manager, place, alice)
  await participate(alice, place)
  const proposed = (await manager.get(path(place, '/charter/draft'))).body
  expect(proposed).toMatchObject({ isSaved: false, published: [] })
  expect(proposed.articles).toHaveLength(7)
  expect((await manager.post(path(place, '/charter/versions'))).body.error.code).toBe('nothingToPublish')
  const write = (...articles: string[]) =>
    manager.put(path(place, '/charter/draft'), {
      articles: articles.map((fr) => ({ title: { fr }, body: { fr: 'Parce que.' } })),
    })
  await write('Bonjour', 'Merci')
  // A draft changes nothing for members.
  expect((await alice.get(path(place))).body.charter).toBe(null)
  expect((await manager.post(path(place, '/charter/versions'))).body).toEqual({ version: 1 })
  expect((await manager.get(path(place))).body).toMatchObject({
    me: { charterToAccept: false },
    can: { participate: true },
  })
  expect((await alice.get(path(place))).body).toMatchObject({
    me: { charterToAccept: true },
    can: { read: true, participate: false },
    why: { participate: 'charterToAccept' },
  })
  await expect(participate(alice, place)).rejects.toMatchObject({
    code: 'notPermitted',
    data: { reason: 'charterToAccept' },
  })
  const accepted = await alice.post(path(place, '/charter/acceptance'), { version: 1 })
  expect(accepted.body).toMatchObject({ me: { charterToAccept: false }, charter: { acceptedVersion: 1 } })
  await participate(alice, place)

  await write('Bonjour', 'Merci')
  expect((await manager.post(path(place, '/charter/versions'))).body.error.code).toBe('nothingToPublish')
  await write('Bonjour', 'S’il vous plaît', 'Merci')
  await manager.post(path(place, '/charter/versions'))
  expect((await alice.post(path(place, '/charter/acceptance'), { version: 1 })).body.error.data).toEqual({
    version: 2,
  })
  await expect(participate(alice, place)).rejects.toMatchObject({ data: { reason: 'charterToAccept' } })
  expect(
    (await alice.get(path(place, '/charter?version=1'))).body.charter.articles.map(
      (a: { title: { fr: string } }) => a.title.fr,
    ),
  ).toEqual(['Bonjour', 'Merci'])
  const versions = (await alice.get(path(place, '/charter/versions'))).body.items
  expect(versions).toMatchObject([
    { version: 2, acceptedBy: 1 },
    { version: 1, acceptedBy: 2 },
  ])
  const outsider = await t.member()
  expect((await outsider.post(path(place, '/charter/acceptance'), { version: 2 })).body.error.code).toBe(
    'notAMember',
  )
  expect((await eventsOf(t, place.id)).filter((name) => name.startsWith('charter'))).toEqual([
    'charterPublished',
    'charterAccepted',
    'charterPublished',
  ])
})

test('the canvas: a baseline comes with its date and source, a target with its date; nobody unknown sponsors', async () => {
  const place = await foundCommunity(manager, { visibility: 'secret' })
  const canvas = {
    problem: 'Les reprises coûtent',
    whoSuffers: 'Les soudeurs de nuit',
    indicator: 'Taux de reprise',
    unit: '%',
    baseline: null,
    baselineOn: null,
    baselineSource: null,
    target: null,
    targetOn: null,
    sponsorId: null,
  }
  const put = (more: object) => manager.put(path(place, '/canvas'), { ...canvas, ...more })
  expect((await put({ baseline: 12 })).body.error.code).toBe('baselineIncomplete')
  expect((await put({ baseline: 12, baselineOn: '2026-01-31', baselineSource: ' ' })).body.error.code).toBe(
    'baselineIncomplete',
  )
  expect((await put({ target: 4 })).body.error.code).toBe('targetIncomplete')
  expect((await put({ sponsorId: alice.memberId })).body.error.code).toBe('sponsorNotMember')
  await bringIn(manager, place, alice)
  const written = await put({
    baseline: 12.5,
    baselineOn: '2026-01-31',
    baselineSource: 'Bilan qualité',
    target: 4,
    targetOn: '2027-01-31',
    sponsorId: alice.memberId,
  })
  expect(written.body.canvas).toMatchObject({
    problem: 'Les reprises coûtent',
    baseline: 12.5,
    baselineOn: '2026-01-31',
    sponsor: { displayName: 'Alice' },
  })
  expect((await alice.get(path(place))).body.canvas).toEqual(written.body.canvas)
  expect((await put({})).body.canvas).toMatchObject({ baseline: null, sponsor: null })
})

test('closing is announced, then the job archives on the day: read-only, searchable, until reopened', async () => {
  const place = await foundCommunity(manager)
  await bringIn(manager, place, alice)
  await declareStage(t.systemContext(), place.id, 'mature')
  t.setNow(new Date('2027-03-10T10:00:00Z'))
  // The notice that members are owed is lifecycle's rule and tested there.
  const announce = (closesOn: string) =>
    announceClosing(
      { ...t.systemContext(), now: t.services.now() },
      {
        community: place.id,
        closesOn,
        reason: 'Le problème est résolu',
        whereNext: 'La communauté Qualité',
      },
    )
  await expect(announce('2027-03-10')).rejects.toMatchObject({ code: 'conflict' })
  await announce('2027-05-10')
  expect((await manager.get(path(place))).body).toMatchObject({
    stage: 'closing',
    closure: { closesOn: '2027-05-10', archivedAt: null },
  })
  expect((await manager.delete(path(place, '/closing'))).body).toMatchObject({
    stage: 'mature',
    closure: null,
  })
  expect((await manager.delete(path(place, '/closing'))).body.error.code).toBe('notClosing')
  await announce('2027-05-10')
  await announce('2027-05-12')
  await participate(alice, place)
  const runJob = () =>
    t.db.transaction((tx) =>
      archiveDueCommunities.run(
        { actor: { kind: 'system', reason: 'test' }, tx, now: t.services.now() },
        {},
        t.services,
      ),
    )
  t.setNow(new Date('2027-05-11T21:30:00Z'))
  await runJob()
  expect((await alice.get(path(place))).body.stage).toBe('closing')
  // Half an hour later it is the twelfth in Paris.
  t.setNow(new Date('2027-05-11T22:30:00Z'))
  await runJob()
  await runJob()
  expect((await alice.get(path(place))).body).toMatchObject({
    stage: 'archived',
    can: { read: true, participate: false },
    why: { participate: 'archived' },
  })
  await expect(participate(alice, place)).rejects.toMatchObject({ data: { reason: 'archived' } })
  const late = await t.member()
  expect((await late.post(path(place, '/membership'), {})).body.error.data.reason).toBe('archived')
  expect((await eventsOf(t, place.id)).filter((name) => name === 'communityArchived')).toHaveLength(1)
  expect((await manager.post(path(place, '/reopening'))).body).toMatchObject({
    stage: 'mature',
    closure: null,
    can: { participate: true },
  })
  expect((await manager.post(path(place, '/reopening'))).body.error.code).toBe('notArchived')
})

test('a visibility takes effect at once and gives a secret community an address that says nothing', async () => {
  const place = await foundCommunity(manager, { name: { fr: 'Rachat Vega' } })
  const outsider = await t.member()
  await bringIn(manager, place, alice)
  const change = (visibility: string) =>
    manager.put(path(place, '/visibility'), { visibility, partnersAdmitted: false })
  expect((await outsider.get(path(place, '/members'))).status).toBe(200)
  await change('closed')
  expect((await outsider.get(path(place, '/members'))).status).toBe(403)
  const secret = await change('secret')
  expect(secret.body.slug).not.toContain('vega')
  expect((await outsider.get(path(place))).status).toBe(404)
  expect((await outsider.get('/api/v1/communities/rachat-vega')).status).toBe(404)
  expect((await alice.get(path(place))).status).toBe(200)
  expect((await change('open')).body.slug).toBe('rachat-vega')
  expect((await eventsOf(t, place.id)).filter((name) => name === 'visibilityChanged')).toHaveLength(3)
})

test('settings: texts composed and trimmed, hostile ones kept as they are, unknown fields refused', async () => {
  const place = await foundCommunity(manager)
  const patch = (body: object) => manager.patch(path(place), body)
  expect((await patch({ name: { fr: '  E\u0301le\u0300ves  ', en: 'Pupils' } })).body.name).toEqual({
    fr: 'Élèves',
    en: 'Pupils',
  })
  for (const hostile of [
    '<img src=x onerror=alert(1)>',
    '\u202Eegnaro',
    '__proto__',
    `Robert'); drop table`,
    '🧑🏽‍🏭 𝔘𝔫𝔦',
    '{{7*7}} ${x} %s',
  ])
    expect((await patch({ purpose: { fr: hostile } })).body.purpose.fr).toBe(hostile)
  expect((await patch({ name: { fr: 'a\u0000b' } })).status).toBe(400)
  expect((await patch({ name: { fr: '   ' } })).status).toBe(400)
  expect((await patch({ name: {} })).status).toBe(400)
  expect((await patch({ post_seq: 4 })).status).toBe(400)
  // Another kind shows first what it changes: kinds does it.
  expect((await patch({ kind: 'process' })).status).toBe(400)
  expect((await patch({ siteId: '01980000-0000-7000-8000-000000000000' })).status).toBe(400)
  expect(
    (await patch({ inviteBy: 'members', languages: ['fr', 'en'], endsOn: '2027-12-31' })).body,
  ).toMatchObject({
    inviteBy: 'members',
    languages: ['fr', 'en'],
    endsOn: '2027-12-31',
  })
  expect((await manager.get('/api/v1/communities/%00')).status).toBe(400)
  expect((await foundCommunity(manager, { name: { fr: 'Œuvres & Çà et là' } })).slug).toBe('oeuvres-ca-et-la')
  expect((await foundCommunity(manager, { name: { fr: '知識' } })).slug).toBe('c')
})
