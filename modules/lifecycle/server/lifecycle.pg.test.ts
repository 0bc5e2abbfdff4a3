import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity } from '#modules/communities/fixtures.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { declareStage } from '#modules/communities/public.ts'
import { newId } from '#platform/ids.ts'
import { remindLifeReviews } from './jobs.ts'

let t: TestApp
let manager: TestVisitor
let core: TestVisitor[]
let outsider: TestVisitor

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const life = (place: { id: string }, rest = '') => `/api/v1/communities/${place.id}/life${rest}`
const lead = (place: { id: string }, to: string, reason?: string, by = manager) =>
  by.put(life(place, '/stage'), { to, ...(reason && { reason }) })
const codeOf = (answer: TestAnswer): string => answer.body.error?.code ?? String(answer.status)
const gatesOf = (answer: TestAnswer): string[] =>
  answer.body.error.data.gates.map((gate: { key: string }) => gate.key)
/** A community in a state, without passing through its gates. */
const placeIn = async (stage: string): Promise<CommunityDetail> => {
  const place = await foundCommunity(manager)
  await t.settle()
  await declareStage(t.systemContext(), place.id, stage as 'framing')
  // Who animates does since before what was written.
  await t.db.read.run(`update communities.community_role set since = '2026-01-01' where community_id = $1`, [
    place.id,
  ])
  return place
}

const empty = {
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
  coreIds: [] as string[],
  cmHours: null,
  rituals: [] as string[],
  firstContents: [] as string[],
  dataNotice: null,
  success: null,
  stop: null,
  reviewOn: null,
  more: {},
}
const purpose = {
  problem: 'Les reprises coûtent',
  indicator: 'Taux de reprise',
  baseline: 12,
  baselineOn: '2026-01-31',
  baselineSource: 'Bilan qualité',
  target: 4,
  targetOn: '2027-01-31',
}
const write = (place: { id: string }, more: object, by = manager) =>
  by.put(life(place, '/canvas'), { ...empty, ...more })

/** One page, written at a moment. */
const addPosts = (place: { id: string }, byId: string, count: number, at: string) =>
  t.db.read.run(
    `insert into discussions.post (id, community_id, seq, kind, author_id, body_md, body_html, excerpt, language, created_at, last_activity_at)
     select gen_random_uuid(), $1, 100000 + i + (extract(epoch from $4::timestamptz) / 60)::bigint, 'discussion', $2, 'x', '<p>x</p>', 'x', 'fr', $4, $4
       from generate_series(1, $3::int) i`,
    [place.id, byId, count, at],
  )

beforeAll(async () => {
  t = await startTestApp()
  manager = await t.member({ name: 'Claire' })
  outsider = await t.member({ name: 'Paul' })
  core = []
  for (let i = 1; i <= 5; i++) core.push(await t.member({ name: `Pionnier ${i}` }))
})
afterAll(() => t.close())

test('opportunity → framing asks for problem, baseline, target, sponsor and a core group of five', async () => {
  const place = await placeIn('opportunity')
  await bringIn(manager, place, ...core)
  const refused = await lead(place, 'framing')
  expect(codeOf(refused)).toBe('gateProblem')
  expect(gatesOf(refused)).toEqual(['problem', 'baseline', 'target', 'sponsor', 'core'])
  ok(await write(place, { problem: purpose.problem }))
  expect(codeOf(await lead(place, 'framing'))).toBe('gateBaseline')
  ok(await write(place, { ...purpose, target: null, targetOn: null }))
  expect(codeOf(await lead(place, 'framing'))).toBe('gateTarget')
  ok(await write(place, purpose))
  expect(codeOf(await lead(place, 'framing'))).toBe('gateSponsor')
  const sponsored = { ...purpose, sponsorId: core[0]!.memberId }
  ok(await write(place, sponsored))
  expect(codeOf(await lead(place, 'framing'))).toBe('gateCore')
  expect(codeOf(await write(place, { ...sponsored, coreIds: [outsider.memberId] }))).toBe('coreNotHere')
  ok(await write(place, { ...sponsored, coreIds: core.slice(0, 4).map((who) => who.memberId) }))
  expect(codeOf(await lead(place, 'framing'))).toBe('gateCore')
  ok(await write(place, { ...sponsored, coreIds: core.map((who) => who.memberId) }))
  expect(codeOf(await lead(place, 'growing'))).toBe('stageNotNext')
  expect((await lead(place, 'framing', undefined, core[1]!)).status).toBe(403)
  expect(ok(await lead(place, 'framing')).stage).toBe('framing')
  // A second press finds it done.
  expect(ok(await lead(place, 'framing')).stage).toBe('framing')

  // Charter and time budget refuse, the peer's reading may be passed with a reason that stays.
  expect(codeOf(await lead(place, 'preparing'))).toBe('gateCharter')
  ok(
    await manager.put(`/api/v1/communities/${place.id}/charter/draft`, {
      articles: [{ title: { fr: 'Respect' }, body: { fr: 'On s’écoute.' } }],
    }),
  )
  ok(await manager.post(`/api/v1/communities/${place.id}/charter/versions`))
  expect(codeOf(await lead(place, 'preparing'))).toBe('gateTimeBudget')
  ok(
    await write(place, {
      ...sponsored,
      coreIds: core.map((who) => who.memberId),
      cmHours: 6,
      rituals: ['Le jeudi'],
    }),
  )
  const soft = await lead(place, 'preparing')
  expect(codeOf(soft)).toBe('reasonMissing')
  expect(gatesOf(soft)).toEqual(['canvasComplete', 'peerReview'])
  const preview = ok(await manager.get(life(place, '/changes?to=preparing')))
  expect(preview).toMatchObject({ isAllowed: true, needsReason: true, writes: 'members', told: 5 })
  const prepared = ok(await lead(place, 'preparing', 'Le salon est dans un mois'))
  expect(prepared.history[0]).toMatchObject({
    from: 'framing',
    to: 'preparing',
    by: { displayName: 'Claire' },
    reason: 'Le salon est dans un mois',
    passed: ['canvasComplete', 'peerReview'],
  })

  // Readiness: charter only of six; then contents, founders, rituals with a date, buddies: five of six.
  const early = await lead(place, 'launched')
  expect(codeOf(early)).toBe('gateReadiness')
  expect(gatesOf(early)).toEqual(['readiness', 'launchEvent'])
  await addPosts(place, manager.memberId, 10, new Date().toISOString())
  for (let i = 0; i < 9; i++) await bringIn(manager, place, await t.member({ name: `Fondateur ${i}` }))
  expect(
    codeOf(await manager.put(life(place, '/checklist/contents'), { stage: 'preparing', done: true })),
  ).toBe('computedItem')
  expect(codeOf(await manager.put(life(place, '/checklist/rien'), { stage: 'preparing', done: true }))).toBe(
    'notFound',
  )
  const ticked = ok(
    await manager.put(life(place, '/checklist/buddies'), {
      stage: 'preparing',
      done: true,
      note: 'Six volontaires',
    }),
  )
  expect(ticked.checklist.find((item: { key: string }) => item.key === 'buddies')).toMatchObject({
    done: true,
    by: { displayName: 'Claire' },
    note: 'Six volontaires',
  })
  expect(ticked.readiness).toBe(67)
  ok(await manager.post(`/api/v1/communities/${place.id}/charter/acceptance`, { version: 1 }))
  await t.db.read.run(
    `insert into gatherings.gathering (id, community_id, created_by, title, mode, starts_wall, timezone, duration_minutes, starts_at, ends_at, timed_at, check_in_secret)
     values ($1, $2, $3, 'Lancement', 'remote', now() at time zone 'Europe/Paris', 'Europe/Paris', 60, now() + interval '1 second', now() + interval '1 hour', now(), '\\x00')`,
    [newId(), place.id, manager.memberId],
  )
  expect(ok(await manager.get(life(place))).readiness).toBe(83)
  expect(codeOf(await lead(place, 'launched'))).toBe('gateLaunchEvent')
  t.setNow(new Date(Date.now() + 60_000))
  const launched = ok(await lead(place, 'launched'))
  expect(launched).toMatchObject({ stage: 'launched', readiness: null })
  expect(launched.reviews).toMatchObject([{ kind: 'day90', doneAt: null }])
  t.setNow(new Date())
})

test('growing asks for M09 ≥ 50 % two closed months; mature for 90 % and a review of the indicator', async () => {
  t.setNow(new Date('2026-11-20T10:00:00Z'))
  const place = await placeIn('launched')
  await bringIn(manager, place, ...core)
  await addPosts(place, manager.memberId, 10, '2026-10-10T10:00:00Z')
  await addPosts(place, core[0]!.memberId, 9, '2026-10-12T10:00:00Z')
  await addPosts(place, manager.memberId, 2, '2026-09-10T10:00:00Z')
  await addPosts(place, core[0]!.memberId, 8, '2026-09-12T10:00:00Z')
  const refused = await lead(place, 'growing')
  expect(codeOf(refused)).toBe('gateMemberShare50')
  expect(refused.body.error.data.gates[0]).toMatchObject({ value: 47.4, needed: 50, n: 19 })
  await addPosts(place, core[1]!.memberId, 1, '2026-10-15T10:00:00Z')
  expect(ok(await lead(place, 'growing')).stage).toBe('growing')
  const mature = await lead(place, 'mature')
  expect(codeOf(mature)).toBe('gateMemberShare90')
  expect(gatesOf(mature)).toEqual(['memberShare90', 'indicatorReviewed'])
  await addPosts(place, core[1]!.memberId, 80, '2026-10-16T10:00:00Z')
  expect(codeOf(await lead(place, 'mature'))).toBe('gateIndicatorReviewed')

  // Day 90: planned, what is, and a decision; the next review is planned with it.
  await t.db.read.run(
    `insert into lifecycle.review (id, community_id, kind, due_on) values ($1, $2, 'day90', '2026-11-19')`,
    [newId(), place.id],
  )
  const [review] = ok(await manager.get(life(place))).reviews
  expect((await core[0]!.get(life(place, `/reviews/${review.id}`))).status).toBe(403)
  expect(ok(await manager.get(life(place, `/reviews/${review.id}`))).facts).toMatchObject({ memberOf: 100 })
  const held = ok(
    await manager.put(life(place, `/reviews/${review.id}`), {
      decision: 'continue',
      learnt: 'Les tutoriels servent',
    }),
  )
  expect(held.review).toMatchObject({ decision: 'continue', by: { displayName: 'Claire' } })
  const grown = ok(await lead(place, 'mature'))
  expect(grown.stage).toBe('mature')
  expect(grown.reviews.map((one: { kind: string }) => one.kind)).toEqual(['stage', 'day90'])
  // Going back, and rethinking, ask for a written reason alone.
  expect(codeOf(await lead(place, 'growing'))).toBe('reasonMissing')
  expect(ok(await lead(place, 'growing', 'Deux piliers sont partis')).stage).toBe('growing')
  expect(codeOf(await lead(place, 'transforming'))).toBe('reasonMissing')
  expect(ok(await lead(place, 'transforming', 'Décidé en réunion')).stage).toBe('transforming')
  t.setNow(new Date())
})

test('members are told of a state, and stage is not a setting any more', async () => {
  const place = await placeIn('framing')
  await bringIn(manager, place, core[0]!)
  ok(await lead(place, 'opportunity', 'Trop tôt'))
  await t.settle()
  const told = ok(await core[0]!.get('/api/v1/notifications')).items
  expect(JSON.stringify(told)).toContain('idée')
  expect((await manager.patch(`/api/v1/communities/${place.id}`, { stage: 'mature' })).status).toBe(400)
})

test('canvas: versions kept once each, read by members, printable by all readers, read by a peer on request', async () => {
  const place = await foundCommunity(manager, { visibility: 'closed' })
  await bringIn(manager, place, core[0]!)
  ok(await write(place, purpose))
  ok(await write(place, purpose))
  ok(
    await write(place, {
      ...purpose,
      stop: 'Moins de trois questions par mois',
      more: { values: 'Franchise' },
    }),
  )
  await t.settle()
  const seen = ok(await core[0]!.get(life(place, '/canvas')))
  expect(seen.canvas).toMatchObject({
    version: 2,
    stop: 'Moins de trois questions par mois',
    completeness: 26,
  })
  expect(seen.versions).toHaveLength(2)
  expect(seen.mayWrite).toBe(false)
  expect(ok(await core[0]!.get(life(place, '/canvas?version=1'))).canvas.stop).toBeNull()
  expect((await outsider.get(life(place, '/canvas'))).status).toBe(403)
  expect((await write(place, {}, core[0]!)).status).toBe(403)

  const ask = (who: TestVisitor) => manager.post(life(place, '/peer-reviews'), { reviewerId: who.memberId })
  expect(codeOf(await ask(outsider))).toBe('reviewerNotManager')
  const peer = await t.member({ name: 'Aline' })
  await foundCommunity(peer)
  const { id } = ok(await ask(peer))
  expect((await outsider.get(`/api/v1/peer-reviews/${id}`)).status).toBe(404)
  // The canvas, and nothing else of a closed community.
  expect(ok(await peer.get(`/api/v1/peer-reviews/${id}`)).canvas.problem).toBe(purpose.problem)
  expect((await peer.get(`/api/v1/communities/${place.id}/members`)).status).toBe(403)
  ok(await peer.put(`/api/v1/peer-reviews/${id}`, { verdict: 'ready', word: 'Clair' }))
  expect(ok(await manager.get(life(place))).peerReviews[0]).toMatchObject({ verdict: 'ready', word: 'Clair' })
})

test('dormant: a thirty-day plan with owners, then revive or close', async () => {
  const place = await placeIn('growing')
  await bringIn(manager, place, core[0]!)
  const plan = (steps: object[]) => manager.put(life(place, '/revival'), { steps })
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const step = { text: 'Appeler le noyau', ownerId: core[0]!.memberId, dueOn: day(5) }
  expect(codeOf(await plan([step]))).toBe('notDormant')
  // Never automatic: without three low months it takes a written reason.
  expect(codeOf(await lead(place, 'dormant'))).toBe('reasonMissing')
  ok(await lead(place, 'dormant', 'Plus personne ne vient'))
  expect(codeOf(await plan([{ ...step, ownerId: outsider.memberId }]))).toBe('coreNotHere')
  expect(codeOf(await plan([{ ...step, dueOn: day(45) }]))).toBe('stepAfterEnd')
  const planned = ok(await plan([step, { text: 'Un atelier', ownerId: null, dueOn: day(20) }]))
  expect(planned.revival.steps).toMatchObject([{ owner: { displayName: 'Pionnier 1' } }, { owner: null }])
  const [first] = planned.revival.steps
  ok(await manager.put(life(place, `/revival/steps/${first.id}`), { done: true }))
  expect(ok(await plan([step])).revival.steps[0].doneAt).not.toBeNull()
  const end = (outcome: string, to?: string) =>
    manager.put(life(place, '/revival/outcome'), {
      outcome,
      word: 'Dix personnes sont revenues',
      ...(to && { to }),
    })
  expect(codeOf(await end('revive', 'opportunity'))).toBe('stageNotNext')
  expect(ok(await end('revive', 'growing'))).toMatchObject({
    stage: 'growing',
    revival: { outcome: 'revive' },
  })
  expect(codeOf(await end('close'))).toBe('notDormant')
})

test('sleeping is proposed after three low months, season included, and never done by itself', async () => {
  t.setNow(new Date('2026-11-20T10:00:00Z'))
  const place = await placeIn('growing')
  await bringIn(manager, place, ...core)
  await t.db.read.run(`update communities.membership set joined_at = '2025-05-01' where community_id = $1`, [
    place.id,
  ])
  // A year of months with five voices, then three with hardly any.
  for (let month = 0; month < 18; month++) {
    const at = new Date(Date.UTC(2025, 5 + month, 3, 10))
    if (at > t.services.now()) break
    const voices = at < new Date('2026-08-01') ? core : core.slice(0, 1)
    for (const who of voices)
      await addPosts(
        place,
        who.memberId,
        1,
        new Date(at.getTime() + core.indexOf(who) * 60_000).toISOString(),
      )
  }
  const seen = ok(await manager.get(life(place)))
  expect(seen).toMatchObject({ stage: 'growing', sleepProposed: true })
  expect(ok(await manager.get(life(place, '/changes?to=dormant')))).toMatchObject({
    isAllowed: true,
    needsReason: false,
    brings: ['checklist', 'revivalPlan'],
  })
  const lively = await placeIn('growing')
  expect(ok(await manager.get(life(lively))).sleepProposed).toBe(false)
  t.setNow(new Date())
})

test('managers are reminded of a review on its day, once a week until it is held', async () => {
  const place = await placeIn('launched')
  await t.db.read.run(
    `insert into lifecycle.review (id, community_id, kind, due_on) values ($1, $2, 'day90', current_date - 1)`,
    [newId(), place.id],
  )
  const remind = () =>
    t.db.transaction((tx) =>
      remindLifeReviews.run(
        { actor: { kind: 'system', reason: 'test' }, tx, now: t.services.now() },
        {},
        t.services,
      ),
    )
  const reminders = async () => {
    await t.settle()
    return (
      await t.db.read.rows(
        `select 1 from platform.domain_event where name = 'reviewDue' and community_id = $1`,
        [place.id],
      )
    ).length
  }
  await remind()
  await remind()
  expect(await reminders()).toBe(1)
  expect(JSON.stringify(ok(await manager.get('/api/v1/notifications')))).toContain('Une revue est à tenir')
  t.setNow(new Date(Date.now() + 8 * 86_400_000))
  await remind()
  expect(await reminders()).toBe(2)
  t.setNow(new Date())
})
