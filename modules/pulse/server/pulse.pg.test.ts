import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import { markHeld } from './held.ts'

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
/** Enough said for the next wave to open. */
async function say(waveId: string) {
  ok(
    await manager.put(wave(waveId, '/said'), { youSaid: 'On attend trop', weDo: 'Un créneau', weWillNot: '' }),
  )
  ok(await manager.post(wave(waveId, '/said/publication'), {}))
}

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
})
