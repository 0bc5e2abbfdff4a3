import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import { isWithoutHierarchy } from '#modules/sponsorship/public.ts'

let t: TestApp
let manager: TestVisitor
let sponsor: TestVisitor
let moderator: TestVisitor
let member: TestVisitor
let place: { id: string; slug: string }
let postId: string
let questionId: string
let pageId: string
let gatheringId: string
let commentId: string

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const title = 'Canari-métier-directrice'
const entity = 'Canari-entité-direction'
const at = (day: string) => t.setNow(new Date(`${day}T09:00:00Z`))
const turn = async () => {
  await t.db.transaction((tx) =>
    tx.run(`select graphile_worker.add_job('sponsorship.turnRoomsOver', '{}'::json)`),
  )
  await t.settle()
}
const url = (rest = '') => `/api/v1/communities/${place.slug}${rest}`

beforeAll(async () => {
  t = await startTestApp()
  at('2027-03-01')
  manager = await t.member({ name: 'Claire Morvan' })
  sponsor = await t.member({ name: 'Hélène Fabre' })
  moderator = await t.member({ name: 'Nadia Cherif' })
  member = await t.member({ name: 'Karim Benali' })
  place = await foundCommunity(manager, { visibility: 'open' })
  await bringIn(manager, place, sponsor, moderator, member)
  await giveRole(manager, place, sponsor, 'sponsor')
  await giveRole(manager, place, moderator, 'moderator')
  // Everybody here has a title and an entity: whoever is named brings a canary.
  await t.db.transaction(async (tx) => {
    await tx.run(`insert into people.entity (id, name) values ('01940000-0000-7000-8000-000000000001', $1)`, [
      entity,
    ])
    await tx.run(
      `update people.member set job_title = $1, entity_id = '01940000-0000-7000-8000-000000000001'`,
      [title],
    )
  })
  const write = async (by: TestVisitor, more: object) =>
    ok(await by.post('/api/v1/posts', { communityId: place.id, bodyMd: 'Parlons-en.', ...more })).card.id
  postId = await write(sponsor, { title: 'Soudure et carnets' })
  questionId = await write(member, { kind: 'question', title: 'Quel carnet ?' })
  commentId = ok(
    await sponsor.post(`/api/v1/posts/${questionId}/comments`, { bodyMd: 'Le bleu.', isAnswer: true }),
  ).id
  ok(await manager.post(`/api/v1/posts/${questionId}/comments`, { bodyMd: 'Ou le vert.' }))
  ok(await sponsor.put(`/api/v1/posts/${questionId}/reactions/like`))
  ok(await moderator.put(`/api/v1/posts/${postId}/pin`))
  pageId = ok(
    await sponsor.post('/api/v1/pages', {
      communityId: place.id,
      title: 'Souder le carnet',
      bodyMd: 'Texte de la fiche.',
    }),
  ).id
  gatheringId = ok(
    await manager.post(url('/gatherings'), {
      title: 'Atelier soudure',
      mode: 'remote',
      link: 'https://visio.example/1',
      startsWall: '2027-03-20T10:00',
      timezone: 'Europe/Paris',
      durationMinutes: 60,
    }),
  ).id
  await t.settle()
})
afterAll(() => t.close())

/** About people themselves, wherever they are: the directory, one's own settings, the company's administration. */
const directory =
  /^\/api\/v1\/(?:members|me(?:\/|$)|admin|setup|session|auth|live|openapi|organisation|people)/u
/** Every answer of the front door that may speak of the room, whatever module it belongs to: also those to come. */
const outputs = () => {
  const values: Record<string, string[]> = {
    community: [place.slug],
    postId: [postId, questionId],
    commentId: [commentId],
    pageId: [pageId],
    gatheringId: [gatheringId],
  }
  return t.routes
    .filter(
      ({ method, url: path, definition }) =>
        method === 'GET' && !directory.test(path) && definition.answers !== 'stream',
    )
    .flatMap(({ url: path }) => {
      const names = [...path.matchAll(/:(\w+)/gu)].map(([, name]) => name!)
      if (names.some((name) => !values[name])) return []
      return names.reduce(
        (paths, name) => paths.flatMap((one) => values[name]!.map((value) => one.replace(`:${name}`, value))),
        [path],
      )
    })
    .flatMap((path) => (path === '/api/v1/search' ? [`${path}?q=carnet`, `${path}?q=soudure`] : [path]))
}
const scan = async (by: TestVisitor) => {
  const seen: Record<string, string> = {}
  const found: string[] = []
  for (const path of outputs()) {
    const { status, text } = await by.get(path)
    seen[path] = String(status)
    if (text.includes(title) || text.includes(entity)) found.push(path)
  }
  return { seen, found }
}

test('announced seven days before, in the charter, to the members; nothing changes until then', async () => {
  expect((await member.post(url('/room'), { why: 'Égaux.' })).status).toBe(403)
  expect((await manager.post(url('/room'), { why: 'Égaux.', startsOn: '2027-03-04' })).body.error.code).toBe(
    'noticeTooShort',
  )
  ok(await manager.post(url('/room'), { why: 'Se parler d’égal à égal.' }))
  expect((await manager.post(url('/room'), { why: 'Encore.' })).body.error.code).toBe('roomAnnounced')
  expect(ok(await member.get(url('/room')))).toMatchObject({
    state: 'announced',
    startsOn: '2027-03-08',
    why: 'Se parler d’égal à égal.',
  })
  const { charter } = ok(await member.get(url('/charter')))
  if (charter) expect(JSON.stringify(charter)).toContain('sans hiérarchie')
  await t.settle()
  expect((await member.get('/api/v1/notifications')).text).toContain('salle sans hiérarchie')
  at('2027-03-07')
  await turn()
  const { found } = await scan(member)
  expect(found).toContain(`/api/v1/posts/${postId}`)
  expect(found).toContain('/api/v1/feed')
  expect(found).toContain(url('/members'))
})

test('in force: no output of the room carries a title or an entity, to anybody', async () => {
  at('2027-03-08')
  await turn()
  expect(await isWithoutHierarchy(t.systemContext(), place.id)).toBe(true)
  for (const by of [member, sponsor, moderator, manager]) {
    const { found, seen } = await scan(by)
    expect(found).toEqual([])
    // The scan is worth what it reached.
    expect(Object.values(seen).filter((status) => status === '200').length).toBeGreaterThan(20)
  }
})

test('no mark of rank; whoever moderates stays known as such; nobody’s post is put forward', async () => {
  const { items } = ok(await member.get(url('/members')))
  const rolesOf = (who: TestVisitor) =>
    items.find((one: { member: { id: string } }) => one.member.id === who.memberId).roles
  expect(rolesOf(sponsor)).toEqual([])
  expect(rolesOf(moderator)).toEqual(['moderator'])
  expect(rolesOf(manager)).toEqual(['moderator'])
  const detail = ok(await member.get(url()))
  expect(JSON.stringify(detail.roles)).not.toContain('sponsor')
  const { items: posts } = ok(await member.get(url('/feed')))
  expect(posts.some((one: { card: { pinned: boolean } }) => one.card.pinned)).toBe(false)
  expect((await moderator.put(`/api/v1/posts/${postId}/pin`)).body.error.code).toBe('noPinsHere')
  // What is written now has no title either; elsewhere people are as they were.
  const fresh = ok(await sponsor.post('/api/v1/posts', { communityId: place.id, bodyMd: 'Bonjour.' }))
  expect(fresh.card.author).toMatchObject({ jobTitle: null, entityName: null })
  expect((await member.get(`/api/v1/members/${sponsor.memberId}`)).text).toContain(title)
})

test('the end is announced too; then cards are as they were', async () => {
  expect((await member.post(url('/room/end'), { why: 'Assez.' })).status).toBe(403)
  expect(ok(await manager.post(url('/room/end'), { why: 'Le projet est fini.' }))).toMatchObject({
    state: 'ending',
    endsOn: '2027-03-15',
  })
  at('2027-03-14')
  await turn()
  expect((await scan(member)).found).toEqual([])
  at('2027-03-15')
  await turn()
  expect((await scan(member)).found).toContain(`/api/v1/posts/${postId}`)
  expect(ok(await member.get(url('/room'))).state).toBe('none')
})
