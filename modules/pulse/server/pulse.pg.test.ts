import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { foundCommunity, giveRole } from '#modules/communities/fixtures.ts'

let t: TestApp
let manager: TestVisitor
let sponsor: TestVisitor
let stranger: TestVisitor
let late: TestVisitor
let administrator: TestVisitor
let people: TestVisitor[]
let place: { id: string; slug: string }
let now = new Date('2026-11-10T09:00:00Z')

const day = 86_400_000
const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const refused = (answer: TestAnswer, status: number, code: string) => {
  const { error } = answer.body
  expect([answer.status, status === 404 ? code : (error?.data?.reason ?? error?.code)], answer.text).toEqual([
    status,
    code,
  ])
}
const after = (days: number) => {
  now = new Date(now.getTime() + days * day)
  t.setNow(now)
}
const run = (sql: string, values: unknown[] = []) => t.db.read.run(sql, values)
const job = async (name: string) => {
  await t.db.read.run(`select graphile_worker.add_job($1, '{}'::json)`, [name])
  await t.settle()
}
const path = (rest = '') => `/api/v1/communities/${place.slug}/pulse${rest}`
const wave = (id: string, rest = '') => `/api/v1/pulse-waves/${id}${rest}`
const input = { kind: 'mood', withText: true, dimension: 'none', days: 7 }
const prepare = async (more: object = {}) =>
  ok(await manager.post(path('-waves'), { ...input, ...more })).wave.id as string
const open = async (more: object = {}) => {
  const id = await prepare(more)
  ok(await manager.post(wave(id, '/opening')))
  return id
}
const answer = (by: TestVisitor, waveId: string, value: number | null, text?: string) =>
  by.post('/api/v1/pulse-answers', {
    waveId,
    values: ['useful', 'safe', 'heard'].map((key) => ({ key, value })),
    ...(text && { text }),
  })
const read = async (by: TestVisitor) => ok(await by.get(path()))

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(now)
  manager = await t.member({ name: 'Claire Morvan' })
  sponsor = await t.member({ name: 'Hélène Fabre' })
  stranger = await t.member({ name: 'Zoé Outremer' })
  late = await t.member({ name: 'Tardif Venu' })
  administrator = await t.member({ name: 'Admin', administrator: true })
  place = await foundCommunity(manager, { visibility: 'closed' })
  people = []
  for (let n = 0; n < 58; n++) people.push(await t.member({ guest: n === 57 }))
  await run(
    `insert into communities.membership (community_id, member_id, joined_at)
     select $1, m, '2026-01-01' from unnest($2::uuid[]) m`,
    [place.id, [...people, sponsor].map(({ memberId }) => memberId)],
  )
  await giveRole(manager, place, sponsor, 'sponsor')
  // The month's cohorts: two big sites and two small ones.
  await run(
    `insert into measurement.cohort_snapshot (cohort_id, dimension, cell, member_id, valid_period)
     select 'site/2026-11', 'site', case when n <= 24 then 'Nantes' when n <= 46 then 'Lyon' when n <= 53 then 'Brest' else 'Dax' end,
            m, daterange('2026-11-01', '2026-12-01') from unnest($1::uuid[]) with ordinality x (m, n)`,
    [people.map(({ memberId }) => memberId)],
  ).catch(async () => {
    // Where roles are apart the application may not write cohorts: the job does.
    await t.db.transaction(async (tx) => {
      await tx.run('set local role release_job')
      await tx.run(
        `insert into measurement.cohort_snapshot (cohort_id, dimension, cell, member_id, valid_period)
         select 'site/2026-11', 'site', case when n <= 24 then 'Nantes' when n <= 46 then 'Lyon' when n <= 53 then 'Brest' else 'Dax' end,
                m, daterange('2026-11-01', '2026-12-01') from unnest($1::uuid[]) with ordinality x (m, n)`,
        [people.map(({ memberId }) => memberId)],
      )
    })
  })
})
afterAll(() => t.close())

test('a manager prepares, previews and opens; members, sponsors and strangers do not', async () => {
  for (const [by, status] of [
    [sponsor, 403],
    [people[0]!, 403],
    [stranger, 403],
    [t.anonymous, 401],
  ] as const) {
    expect((await by.post(path('-waves'), input)).status).toBe(status)
    expect((await by.get(path('-desk'))).status).toBe(status)
  }
  const id = await prepare({ dimension: 'site' })
  refused(await manager.post(path('-waves'), input), 409, 'waveUnderWay')
  // What is prepared exists for those who prepare it.
  expect((await people[0]!.get(wave(id))).status).toBe(404)
  expect((await people[0]!.post(wave(id, '/opening'))).status).toBe(404)
  // Brest (7), Dax (4) and the two without a site are eleven and more together: no cell below ten.
  const preview = ok(await manager.get(wave(id, '/preview')))
  expect(preview).toMatchObject({ people: 60, noCells: null, k: 10 })
  expect(preview.cells.every((cell: { people: number }) => cell.people >= 10)).toBe(true)
  expect(preview.cells.map((cell: { label: string }) => cell.label).toSorted()).toEqual([
    'Lyon',
    'Nantes',
    'other',
  ])
  // An ADKAR wave, an own question without words, a programme's dimension: not here.
  for (const wrong of [{ kind: 'adkar' }, { items: [{ key: 'own1' }] }, { dimension: 'population' }])
    refused(await manager.put(wave(id), { ...input, ...wrong }), 400, 'invalidInput')
  expect((await manager.put(wave(id), { ...input, days: 2 })).status).toBe(400)
  ok(await manager.delete(wave(id)))
})

test('answers travel sealed: no row, job, event or log knows who said what; acknowledged is stored', async () => {
  const id = await open({ dimension: 'site', days: 14 })
  await t.settle()
  const [ana, bruno] = people as [TestVisitor, TestVisitor]
  expect((await read(ana)).open).toMatchObject({
    mine: { state: 'toAnswer', label: { label: 'Nantes', includes: [] } },
  })
  expect((await read(manager)).open).toMatchObject({ mine: { state: 'toAnswer' } })
  expect(ok(await ana.get('/api/v1/me/pulses')).items).toHaveLength(1)
  const before = await traces()
  // Two presses at once: one is counted, the other is told so.
  const presses = await Promise.all([1, 2].map(() => answer(ana, id, 5, 'canari-texte')))
  expect(presses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  // A second process knows as much as the first.
  const second = await startTestApp({ another: t, blobs: t.services.blobs })
  second.setNow(now)
  refused(await answer(await second.signIn(ana.memberId), id, 2), 409, 'waveAlreadyAnswered')
  await second.close()
  // A replay with a key: no row of the key.
  ok(
    await bruno.post(
      '/api/v1/pulse-answers',
      { waveId: id, values: [{ key: 'useful', value: 2 }] },
      {
        'idempotency-key': 'a-key-of-bruno',
      },
    ),
  )
  expect(await staged(id)).toBe(2)
  // Nothing else was written: tickets, keys, events, jobs, presence stand as they stood.
  expect(await traces()).toEqual(before)
  const rows = await asJob<{ sealed: Buffer }>('select sealed from pulse.pulse_stage')
  expect(new Set(rows.map(({ sealed }) => sealed.length))).toEqual(new Set([1748]))
  expect(rows.some(({ sealed }) => sealed.includes('canari') || sealed.includes('Nantes'))).toBe(false)
  // Who answered stands nowhere that can be read without the key.
  expect((await read(ana)).open.mine.state).toBe('answered')
  expect(ok(await ana.get('/api/v1/me/pulses')).items).toEqual([])
  for (const one of people.slice(2, 5)) ok(await answer(one, id, 4))
  expect(await traces()).toEqual(before)
  await job('pulse.remind')
  expect((await traces()).answered).toBe(5)
  const xids = await asJob<{ x: string }>(
    `select xmin::text as x from pulse.pulse_stage union all select xmin::text from pulse.pulse_ticket where answered`,
  )
  // Five answers in five transactions, five tickets in one: none of both.
  expect(new Set(xids.map(({ x }) => x)).size).toBe(6)
  refused(await answer(ana, id, 3), 409, 'waveAlreadyAnswered')
  refused(await answer(stranger, id, 3), 404, 'waveNotFound')
  // Whoever came later is told so, and whoever left does not answer any more.
  await run(`insert into communities.membership (community_id, member_id) values ($1, $2)`, [
    place.id,
    late.memberId,
  ])
  expect((await read(late)).open).toMatchObject({ mine: { state: 'notAsked', label: null } })
  refused(await answer(late, id, 3), 403, 'waveNotAsked')
  refused(await manager.post(wave(id, '/cancellation')), 409, 'waveAnswered')
  await expect(
    run(`update pulse.wave set state = 'cancelled', ended_at = now() where id = $1`, [id]),
  ).rejects.toThrow(/somebody has answered/)
  await expect(run(`update pulse.wave set items = '[{}]' where id = $1`, [id])).rejects.toThrow(/not changed/)
})

test('nobody sees anything before the end, then everybody the same at once; labels of few answers are merged', async () => {
  const [{ id }] = (await t.db.read.rows<{ id: string }>(
    `select id from pulse.wave where state = 'open'`,
  )) as [{ id: string }]
  // Nantes answers 5, Lyon 2, the others skip or answer 4: 24 + 22 + 4 people.
  for (const [index, one] of people.entries()) {
    if (index < 5 || index > 49) continue
    ok(
      await answer(
        one,
        id,
        index < 24 ? 5 : index < 46 ? 2 : index === 46 ? null : 4,
        index < 17 ? `texte ${index}` : undefined,
      ),
    )
  }
  const desk = ok(await manager.get(path('-desk')))
  expect(desk.wave).toMatchObject({ state: 'open', canCancel: false, answered: { percent: 80, code: null } })
  expect((await read(manager)).results).toEqual([])
  await job('pulse.closeWaves')
  expect((await read(manager)).results).toEqual([])
  after(14)
  await job('pulse.closeWaves')
  const seen = await Promise.all(
    [manager, sponsor, people[0]!, people[57]!, late].map(async (by) =>
      JSON.stringify((await read(by)).results),
    ),
  )
  expect(new Set(seen).size).toBe(1)
  const [result] = JSON.parse(seen[0]!)
  expect(result).toMatchObject({
    state: 'published',
    respondents: '20-49',
    k: 10,
    said: null,
    answered: { percent: 80 },
  })
  // Three people of the small sites are not ten: they stand with the next smallest.
  expect(result.items[0].cells.map((cell: { label: string }) => cell.label).toSorted()).toEqual([
    'Nantes',
    'other',
  ])
  expect(result.items[0].mean * 2).toBe(Math.round(result.items[0].mean * 2))
  expect(result.items[0].bars).toHaveLength(3)
  expect(result.texts).toHaveLength(13)
  expect(result.texts).not.toEqual(
    [...result.texts].toSorted((a: string, b: string) => Number(a.slice(6)) - Number(b.slice(6))),
  )
  // One notice to all, none of them earlier.
  const told = await t.db.read.rows<{ at: string; n: number }>(
    `select created_at::text as at, count(distinct member_id)::int as n from notifications.notice
      where subject ->> 'what' = 'closed' group by 1`,
  )
  expect(told).toEqual([{ at: expect.any(String) as string, n: 61 }])
  // Of the answers: one transaction, no member, no sealed form, no key.
  expect(await asJob(`select distinct xmin::text from pulse.pulse_answer`)).toHaveLength(1)
  expect(
    await t.db.read.rows(
      `select relname from pg_class where relname like 'stage%' and relkind = 'r' and relnamespace = 'pulse'::regnamespace`,
    ),
  ).toEqual([])
  expect((await t.services.blobs.get(`pulse-seal-${id}`)) === undefined).toBe(true)
  await expect(run(`update pulse.wave_result set k = 11`)).rejects.toThrow(/never changed/)
  await expect(run(`delete from pulse.wave_result`)).rejects.toThrow(/never changed/)
  await expect(run(`update pulse.wave set k = 9`)).rejects.toThrow(/check/)
  refused(await answer(people[55]!, id, 3), 409, 'waveNotThisState')
})

test('the next wave waits for four weeks and for an answer, in the database too', async () => {
  const [{ id }] = (await t.db.read.rows<{ id: string }>(
    `select id from pulse.wave where state = 'closed'`,
  )) as [{ id: string }]
  const next = await prepare({ items: [{ key: 'useful' }, { key: 'own1', text: 'Les outils suffisent' }] })
  refused(await manager.post(wave(next, '/opening')), 409, 'waveUnanswered')
  const force = `update pulse.wave set state = 'open', opened_at = $2, closes_at = $2::timestamptz + interval '7 days' where id = $1`
  await expect(run(force, [next, after28()])).rejects.toThrow(/had no answer/)
  refused(await manager.post(wave(id, '/said/publication'), {}), 400, 'saidEmpty')
  ok(await manager.put(wave(id, '/said'), { youSaid: 'On attend trop', weDo: '', weWillNot: '' }))
  refused(await manager.post(wave(id, '/said/publication'), {}), 400, 'saidEmpty')
  expect((await people[0]!.put(wave(id, '/said'), { youSaid: 'x', weDo: 'y', weWillNot: '' })).status).toBe(
    403,
  )
  ok(
    await manager.put(wave(id, '/said'), {
      youSaid: 'On attend trop',
      weDo: 'Un créneau',
      weWillNot: 'Pas de prime',
    }),
  )
  expect((await read(people[0]!)).results[0].said).toBeNull()
  const done = ok(await manager.post(wave(id, '/said/publication'), { theme: 'Attendre les pièces' }))
  expect(done.unanswered).toBeNull()
  expect((await read(people[0]!)).results[0].said).toMatchObject({
    weDo: 'Un créneau',
    themeId: expect.any(String),
  })
  refused(
    await manager.put(wave(id, '/said'), { youSaid: 'x', weDo: 'y', weWillNot: '' }),
    409,
    'saidAlready',
  )
  refused(await manager.post(wave(next, '/opening')), 409, 'waveTooSoon')
  await expect(run(force, [next, now])).rejects.toThrow(/every four weeks/)
  after(15)
  expect(ok(await manager.post(wave(next, '/opening'))).wave).toMatchObject({
    state: 'open',
    canCancel: true,
  })
  // A mistake, nobody has answered: it goes, and takes no place in the four weeks.
  ok(await manager.post(wave(next, '/cancellation')))
  await t.settle()
  expect((await t.services.blobs.get(`pulse-seal-${next}`)) === undefined).toBe(true)
  expect((await read(people[0]!)).open).toBeNull()
})

test('one reminder at half time, to those who have not answered; then nobody knows who was asked', async () => {
  const id = await open({ days: 4 })
  for (const one of people.slice(0, 6)) ok(await answer(one, id, 4))
  await job('pulse.remind')
  expect(await reminded()).toBe(0)
  after(2)
  await job('pulse.remind')
  await job('pulse.remind')
  // 61 members less six.
  expect(await reminded()).toBe(55)
  for (const one of people.slice(6, 9)) ok(await answer(one, id, 4))
  after(3)
  await job('pulse.closeWaves')
  // Nine answers: said so, shown nothing, kept nothing.
  const [result] = (await read(people[0]!)).results
  expect(result).toMatchObject({
    id,
    state: 'tooFew',
    items: [],
    texts: [],
    respondents: null,
    answered: { percent: null },
  })
  expect(await asJob(`select 1 from pulse.pulse_answer where wave_id = '${id}'`)).toEqual([])
  expect(await tickets(id)).toBe(61)
  after(8)
  await job('pulse.forget')
  expect(await tickets(id)).toBe(0)
  expect(await reminded()).toBe(0)
})

test('T9, T12 and contacts: only the job reads answers; an administrator says whom one can talk to', async ({
  skip,
}) => {
  const contacts = { items: [{ kind: 'doctor', name: 'Dr Anne Le Goff', reach: '02 40 00 00 00' }] }
  expect((await manager.put('/api/v1/admin/pulse-contacts', contacts)).status).toBe(403)
  ok(await administrator.put('/api/v1/admin/pulse-contacts', contacts))
  expect((await read(people[0]!)).contacts).toEqual(contacts.items)
  const columns = await t.db.read.rows<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'pulse' and table_name in ('pulse_answer', 'pulse_stage', 'pulse_text')`,
  )
  expect(columns.length).toBeGreaterThan(5)
  for (const { name, type } of columns) {
    expect(type).not.toMatch(/time|date/)
    expect(name).not.toMatch(/member|_at$/)
  }
  const separate = await t.db.read.row<{ done: boolean }>('select pulse.separate_roles() as done')
  if (!separate?.done) skip('This server has no roles that can be held without their rights.')
  for (const sql of [
    'select value from pulse.pulse_answer',
    'select body from pulse.pulse_text',
    'select sealed from pulse.pulse_stage',
  ]) {
    await expect(t.db.read.rows(sql), sql).rejects.toThrow(/permission denied/)
    expect(Array.isArray(await asJob(sql))).toBe(true)
  }
})

const after28 = () => new Date(now.getTime() + 40 * day)
const asJob = <R>(sql: string): Promise<R[]> =>
  t.db.transaction(async (tx) => {
    const { done } = (await tx.row<{ done: boolean }>('select pulse.separate_roles() as done'))!
    // Tickets are the application's own; the owner may read them with the job's rights for a test.
    if (done) await tx.run('grant select on pulse.pulse_ticket to release_job')
    if (done) await tx.run('set local role release_job')
    return tx.rows<R>(sql)
  })
const staged = async (id: string) =>
  (await t.db.read.row<{ n: number }>(
    `select count(wave_id)::int as n from pulse.pulse_stage where wave_id = $1`,
    [id],
  ))!.n
const tickets = async (id: string) =>
  (await t.db.read.row<{ n: number }>(
    `select count(*)::int as n from pulse.pulse_ticket where wave_id = $1`,
    [id],
  ))!.n
const reminded = async () =>
  (await t.db.read.row<{ n: number }>(
    `select count(*)::int as n from notifications.notice where subject ->> 'what' = 'reminded'`,
  ))!.n
/** Everything that an answer must leave as it was. */
const traces = async () =>
  (await t.db.read.row<Record<string, number>>(
    `select (select count(*)::int from platform.idempotency) as keys,
            (select count(*)::int from platform.domain_event) as events,
            (select count(*)::int from platform.effect) as effects,
            (select count(*)::int from graphile_worker._private_jobs) as jobs,
            (select count(*)::int from notifications.notice) as notices,
            (select count(*)::int from measurement.presence_month) as presence,
            (select count(*)::int from people.access_log) as looks,
            (select count(*)::int from pulse.pulse_ticket where answered) as answered`,
  ))!
