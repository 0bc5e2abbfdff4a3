import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity } from '#modules/communities/fixtures.ts'
import {
  getProgrammeFor,
  listPopulations,
  listProgrammes,
  noteListening,
  populationMemberSql,
  readPlan,
} from '#modules/programmes/public.ts'
import { systemActor } from '#platform/context.ts'

let t: TestApp
let claire: TestVisitor
let marc: TestVisitor
let karim: TestVisitor
let stranger: TestVisitor
let guest: TestVisitor
let admin: TestVisitor
let place: { id: string; slug: string }

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const refused = (answer: TestAnswer, status: number, code: string) =>
  expect([answer.status, answer.body.error?.code], answer.text).toEqual([status, code])
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
const url = (id: string, rest = '') => `/api/v1/programmes/${id}${rest}`
const system = () => ({ actor: systemActor('test'), tx: t.db.read, now: new Date() })

beforeAll(async () => {
  t = await startTestApp()
  claire = await t.member({ name: 'Claire Morvan' })
  marc = await t.member({ name: 'Marc Delorme' })
  karim = await t.member({ name: 'Karim Benali' })
  stranger = await t.member({ name: 'Zoé Outremer' })
  guest = await t.member({ name: 'Jean Vasseur', guest: true })
  admin = await t.member({ name: 'Nadia Cherif', administrator: true })
  place = await foundCommunity(claire, { visibility: 'open' })
  await bringIn(claire, place, karim)
})
afterAll(() => t.close())

const begin = async (visibility: 'company' | 'circle' = 'company', by = claire): Promise<string> =>
  ok(await by.post('/api/v1/programmes', { name: { fr: 'Le carnet partagé' }, visibility })).id

test('managers, administrators and whoever was named begin programmes; nobody else', async () => {
  refused(
    await stranger.post('/api/v1/programmes', { name: { fr: 'Non' }, visibility: 'company' }),
    403,
    'programmeFoundersOnly',
  )
  expect(ok(await stranger.get('/api/v1/programmes')).mayFound).toBe(false)
  ok(await admin.put(`/api/v1/admin/programme-founders/${stranger.memberId}`, {}))
  refused(await admin.put(`/api/v1/admin/programme-founders/${guest.memberId}`, {}), 409, 'notAnEmployee')
  const id = await begin('company', stranger)
  expect(ok(await stranger.get('/api/v1/programmes')).mayFound).toBe(true)
  ok(await admin.delete(`/api/v1/admin/programme-founders/${stranger.memberId}`))
  // Those that they lead go on.
  expect(ok(await stranger.get(url(id))).can.lead).toBe(true)
  await begin('company', admin)
  refused(
    await claire.post('/api/v1/programmes', { name: {}, visibility: 'company' }),
    400,
    'programmeNameMissing',
  )
})

test('a circle programme exists for its circle alone, also for administrators', async () => {
  const id = await begin('circle')
  for (const other of [marc, admin, guest]) refused(await other.get(url(id)), 404, 'notFound')
  expect(ok(await marc.get('/api/v1/programmes')).items.some((one: { id: string }) => one.id === id)).toBe(
    false,
  )
  ok(await claire.post(url(id, '/communities'), { communityId: place.id }))
  // A member of its community reads it, and neither journal nor board.
  const seen = ok(await karim.get(url(id)))
  expect(seen.can).toEqual({ lead: false, journal: false, answerAsSponsor: false })
  expect(seen.asked).toEqual([])
  refused(await karim.get(url(id, '/journal')), 403, 'programmeCircleOnly')
  refused(await karim.get(url(id, '/board')), 403, 'programmeCircleOnly')
  refused(await karim.patch(url(id), { vision: 'Autre' }), 403, 'programmeLeadersOnly')
  refused(await guest.get(url(id)), 404, 'notFound')
  // An owner must be able to read it.
  refused(
    await claire.post(url(id, '/cards'), { kind: 'action', title: 'A', ownerId: marc.memberId }),
    409,
    'programmeUnreadableToThem',
  )
  ok(await claire.post(url(id, '/cards'), { kind: 'action', title: 'A', ownerId: karim.memberId }))
})

test('the sponsor is asked, and says yes; phases ask, and go on without only with a reason that is kept', async () => {
  const id = await begin()
  ok(
    await claire.patch(url(id), {
      vision: 'Chacun retrouve tout.',
      whyNow: 'Le papier se perd.',
      sponsorId: marc.memberId,
    }),
  )
  const items = async () =>
    Object.fromEntries(
      ok(await claire.get(url(id))).asked.map((one: { key: string; done: boolean }) => [one.key, one.done]),
    )
  expect(await items()).toMatchObject({ visionWritten: true, sponsorAgreed: false, conversations: false })
  refused(await marc.get(url(id, '/journal')), 403, 'programmeCircleOnly')
  expect(ok(await marc.get(url(id))).can.answerAsSponsor).toBe(true)
  refused(await karim.post(url(id, '/sponsor-answer'), { answer: 'yes' }), 404, 'notFound')
  ok(await marc.post(url(id, '/sponsor-answer'), { answer: 'yes' }))
  expect(await items()).toMatchObject({ sponsorAgreed: true })
  ok(await marc.get(url(id, '/journal')))
  const missing = await claire.post(url(id, '/phase'), { to: 'design' })
  refused(missing, 400, 'phaseReasonMissing')
  expect(missing.body.error.data.missing).toContain('conversations')
  refused(await claire.post(url(id, '/phase'), { to: 'rollout', reason: 'Vite' }), 409, 'phaseNotNext')
  const moved = ok(await claire.post(url(id, '/phase'), { to: 'design', reason: 'Atelier tenu demain.' }))
  expect(moved.history.at(-1)).toMatchObject({
    from: 'framing',
    to: 'design',
    reason: 'Atelier tenu demain.',
  })
  expect(moved.history.at(-1).missing).toContain('conversations')
  // Back needs a reason; a second press finds it done.
  refused(await claire.post(url(id, '/phase'), { to: 'framing' }), 400, 'phaseReasonMissing')
  expect(ok(await claire.post(url(id, '/phase'), { to: 'design' })).history.length).toBe(2)
  ok(await claire.put(url(id, '/said/managersMet'), { said: true }))
  expect(await items()).toMatchObject({ managersMet: true, userTested: false })
  await t.settle()
  const told = ok(await marc.get('/api/v1/notifications')).items
  expect(JSON.stringify(told)).toContain('conception')
})

test('populations are cells of the directory, with their size, parts of an entity included', async () => {
  const id = await begin()
  const [top, part] = ['0197b5a0-0000-7000-8000-00000000aa01', '0197b5a0-0000-7000-8000-00000000aa02']
  await t.db.read.run(
    `insert into people.entity (id, parent_id, name) values ($1, null, 'Industrie'), ($2, $1, 'Maintenance Est')`,
    [top, part],
  )
  await t.db.read.run('update people.member set entity_id = $2 where id = $1', [karim.memberId, part])
  await t.db.read.run('update people.member set entity_id = $2 where id = $1', [marc.memberId, top])
  const entity = ok(await claire.post(url(id, '/populations'), { dimension: 'entity', cell: top }))
  expect(entity).toMatchObject({ name: 'Industrie', size: 2 })
  refused(
    await claire.post(url(id, '/populations'), { dimension: 'entity', cell: top }),
    409,
    'populationKnown',
  )
  const hidden = await foundCommunity(admin, { visibility: 'secret' })
  refused(
    await claire.post(url(id, '/populations'), { dimension: 'community', cell: hidden.id }),
    409,
    'programmeLinkNotHere',
  )
  ok(await claire.post(url(id, '/populations'), { dimension: 'community', cell: place.id }))
  const all = ok(await claire.post(url(id, '/populations'), { dimension: 'all' }))
  // Guests are nobody's population.
  const [{ n }] = (await t.db.read.rows<{ n: number }>(
    `select count(*)::int as n from people.member m join programmes.population p on p.id = $1 where ${populationMemberSql('p', 'm')}`,
    [all.id],
  )) as [{ n: number }]
  expect(n).toBe(all.size)
  expect((await listPopulations(system(), id)).map(({ size }) => size)).toEqual([2, 2, all.size])
  ok(await claire.delete(url(id, `/populations/${entity.id}`)))
  refused(await claire.delete(url(id, `/populations/${entity.id}`)), 404, 'notFound')
})

test('the log says a role and a place, never a name without agreement; it begins a theme in a community', async () => {
  const id = await begin()
  const heard = {
    sort: 'workshop',
    source: 'Équipe de nuit, Mulhouse',
    on: day(-2),
    text: 'On recopie trois fois.',
    tag: 'irritant',
  }
  const one = ok(await claire.post(url(id, '/heard'), heard))
  refused(
    await claire.post(url(id, '/heard'), { ...heard, source: 'Entretien avec karim benali' }),
    409,
    'sourceNamesPerson',
  )
  ok(await claire.post(url(id, '/heard'), { ...heard, source: 'Karim Benali, Mulhouse', namesAgreed: true }))
  refused(await karim.post(url(id, '/heard'), heard), 403, 'programmeCircleOnly')
  for (const text of ['Première', 'Deuxième', 'Deuxième'])
    ok(await claire.post(url(id, '/planning'), { question: 'aims', text }))
  const journal = ok(await claire.get(url(id, '/journal')))
  expect(journal.counts).toEqual({ need: 0, irritant: 2, idea: 0, all: 2 })
  const aims = journal.planning.find((one: { question: string }) => one.question === 'aims')
  expect(aims.answers.map((answer: { text: string }) => answer.text)).toEqual(['Deuxième', 'Première'])
  const theme = { communityId: place.id, title: 'Recopier', kind: 'usage' }
  refused(await claire.post(url(id, `/heard/${one.id}/theme`), theme), 409, 'programmeLinkNotHere')
  ok(await claire.post(url(id, '/communities'), { communityId: place.id }))
  const begun = ok(await claire.post(url(id, `/heard/${one.id}/theme`), theme))
  expect(ok(await claire.post(url(id, `/heard/${one.id}/theme`), theme)).themeId).toBe(begun.themeId)
  await noteListening(system(), id, { source: 'Groupe test', text: 'Plus vite', at: day(-1) })
  expect((await readPlan(system(), id)).interviews.length).toBe(3)
})

test('cards move between columns, are done or refused with a reason, and remind whoever owns them', async () => {
  const id = await begin()
  const add = async (body: object) => ok(await claire.post(url(id, '/cards'), body))
  const action = await add({
    kind: 'action',
    title: 'Équiper les tablettes',
    ownerId: karim.memberId,
    on: day(3),
  })
  const win = await add({ kind: 'win', title: 'Une panne trouvée en une minute' })
  const barrier = await add({
    kind: 'barrier',
    title: 'Pas de réseau au sous-sol',
    who: 'Les moyens généraux',
  })
  expect([action.accelerator, win.accelerator, barrier.accelerator]).toEqual(['army', 'wins', 'barriers'])
  ok(await claire.put(url(id, `/cards/${barrier.id}/place`), { accelerator: 'wins', before: win.id }))
  const board = ok(await claire.get(url(id, '/board'))).cards
  expect(
    board
      .filter((card: { accelerator: string }) => card.accelerator === 'wins')
      .map((card: { id: string }) => card.id),
  ).toEqual([barrier.id, win.id])
  refused(
    await karim.put(url(id, `/cards/${action.id}/place`), { accelerator: 'wins' }),
    403,
    'programmeLeadersOnly',
  )
  await t.db.read.row(`select graphile_worker.add_job('programmes.remindCards', '{}'::json)`)
  await t.settle()
  expect(JSON.stringify(ok(await karim.get('/api/v1/notifications')).items)).toContain('dans 3 jours')
  // Whoever owns it says how it went; an announced action is never taken away.
  refused(
    await karim.put(url(id, `/cards/${action.id}/state`), { state: 'refused' }),
    400,
    'cardReasonMissing',
  )
  refused(
    await stranger.put(url(id, `/cards/${action.id}/state`), { state: 'done' }),
    403,
    'programmeLeadersOnly',
  )
  ok(
    await karim.put(url(id, `/cards/${action.id}/state`), {
      state: 'refused',
      words: 'Pas de budget avant mars.',
    }),
  )
  refused(await claire.delete(url(id, `/cards/${action.id}`)), 400, 'cardReasonMissing')
  ok(await claire.delete(url(id, `/cards/${barrier.id}`)))
  ok(await claire.put(url(id, `/cards/${win.id}/state`), { state: 'done' }))
  const plan = ok(await stranger.get(url(id)))
  expect(plan.announced[0]).toMatchObject({ state: 'refused', refusedWhy: 'Pas de budget avant mars.' })
  expect(plan.wins[0].state).toBe('done')
})

test('the calendar shows what has a date, as a page and as a file', async () => {
  const id = await begin()
  await claire.post(url(id, '/cards'), {
    kind: 'message',
    title: 'Lettre; aux équipes',
    on: day(5),
    channel: 'mail',
  })
  await claire.post(url(id, '/cards'), { kind: 'message', title: 'Sans date' })
  const calendar = ok(await stranger.get(url(id, `/calendar?from=${day(0)}&to=${day(30)}`)))
  expect(calendar.cards.length).toBe(1)
  expect(calendar.undated[0].title).toBe('Sans date')
  const file = await stranger.get(url(id, '/calendar.ics'))
  expect(file.headers['content-type']).toContain('text/calendar')
  expect(file.text).toContain(`DTSTART;VALUE=DATE:${day(5).replaceAll('-', '')}`)
  expect(file.text).toContain('SUMMARY:Lettre\\; aux équipes')
})

test('the kit starts from texts, keeps versions, and goes out as Markdown and PDF', async () => {
  const id = await begin()
  const start = ok(await stranger.get(url(id, '/kit')))
  expect(start.version).toBe(0)
  expect(start.content.messages[0].short.en).toContain('[')
  const content = {
    ...start.content,
    slides: [{ id: 'a', title: { fr: 'Pourquoi' }, notes: { fr: 'Parce que.' } }],
  }
  refused(await stranger.put(url(id, '/kit'), { base: 0, content }), 403, 'programmeLeadersOnly')
  expect(ok(await claire.put(url(id, '/kit'), { base: 0, content })).version).toBe(1)
  refused(await claire.put(url(id, '/kit'), { base: 0, content }), 409, 'kitChangedMeanwhile')
  const md = await stranger.get(url(id, '/kit/slides?format=md&language=en'))
  expect(md.text).toContain('## 1. Pourquoi')
  const pdf = await stranger.get(url(id, '/kit/slides?format=pdf&language=fr'))
  expect(pdf.headers['content-type']).toBe('application/pdf')
  expect(pdf.text.startsWith('%PDF-1.7')).toBe(true)
})

test('a programme becomes communities, and closes with what was learnt; nothing changes afterwards', async () => {
  const id = await begin()
  refused(
    await claire.post(url(id, '/communities'), { communityId: (await foundCommunity(admin)).id }),
    403,
    'notPermitted',
  )
  const made = ok(
    await claire.post(url(id, '/communities'), {
      found: {
        kind: 'practice',
        name: { fr: 'Carnet' },
        purpose: { fr: 'Tenir le carnet.' },
        visibility: 'open',
      },
    }),
  )
  const words = {
    wanted: 'Moins de pannes',
    changed: '12 → 7',
    again: 'Les essais',
    notAgain: 'Le papier',
    whereNext: null,
  }
  const closed = ok(await claire.post(url(id, '/closing'), words))
  expect(closed).toMatchObject({ state: 'closed', closing: { changed: '12 → 7' }, can: { lead: false } })
  refused(await claire.patch(url(id), { vision: 'x' }), 409, 'programmeClosed')
  refused(await claire.post(url(id, '/closing'), words), 409, 'programmeClosed')
  const feed = ok(await claire.get(`/api/v1/communities/${made.id}/feed`))
  expect(JSON.stringify(feed)).toContain('ce que nous avons appris')
  expect((await listProgrammes(system(), { running: true })).some((one) => one.id === id)).toBe(false)
  expect((await getProgrammeFor(system(), id, 'read')).state).toBe('closed')
})
