import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity } from '#modules/communities/fixtures.ts'
import { insertProblemValue, readProblem } from '#modules/problems/public.ts'
import { remindValues } from './jobs.ts'

let t: TestApp
let claire: TestVisitor
let member: TestVisitor
let outsider: TestVisitor
let community: { id: string; slug: string }
let url: string

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(new Date('2026-06-15T09:00:00Z'))
  claire = await t.member({ name: 'Claire' })
  member = await t.member({ name: 'Marc' })
  outsider = await t.member({ name: 'Extérieur' })
  community = await foundCommunity(claire, { visibility: 'closed', kind: 'process' })
  await bringIn(claire, community, member)
  url = `/api/v1/communities/${community.id}/problem`
})
afterAll(() => t.close())

const declared = {
  name: 'Délai de dépannage',
  formula: 'Médiane des heures entre l’appel et la remise en route',
  unit: 'h',
  source: 'GMAO',
  baseline: 10,
  baselineOn: '2026-01-31',
  target: 4,
  targetOn: '2026-12-31',
}
const declare = (more: object = {}, by = claire) => by.put(`${url}/indicator`, { ...declared, ...more })

test('before it is declared, nothing is measured', async () => {
  const seen = await member.get(url)
  expect(seen.body).toMatchObject({ progress: null, nextValueDue: null, points: [], can: { manage: false } })
  expect((await claire.put(`${url}/values/2026-02-28`, { value: 9 })).body.error.code).toBe(
    'indicatorMissing',
  )
  expect((await claire.post(`${url}/reviews`, { decision: 'continue', why: 'x' })).body.error.code).toBe(
    'nothingToReview',
  )
  expect(await readProblem(t.systemContext(), community.id)).toBeNull()
})

test('an indicator is declared with its date and source, and a target that is not the baseline', async () => {
  expect((await declare({ target: 10 })).body.error.code).toBe('targetIsBaseline')
  expect((await declare({ baselineOn: null })).body.error.code).toBe('baselineIncomplete')
  expect((await declare({ source: '  ' })).body.error.code).toBe('baselineIncomplete')
  expect((await declare({ targetOn: null })).body.error.code).toBe('targetIncomplete')
  expect((await declare({ targetOn: '2026-01-01' })).body.error.code).toBe('targetBeforeBaseline')
  expect((await declare({}, member)).body.error.data.reason).toBe('managersOnly')
  expect((await declare({}, outsider)).status).toBe(403)
  const done = await declare()
  expect(done.body).toMatchObject({
    direction: 'down',
    rhythm: 'month',
    nextValueDue: '2026-02-28',
    indicator: { name: 'Délai de dépannage', formula: declared.formula },
  })
  // The canvas of the community is the same row.
  const { canvas } = (await member.get(`/api/v1/communities/${community.id}`)).body
  expect(canvas).toMatchObject({ indicator: 'Délai de dépannage', baseline: 10, target: 4 })
})

test('one value a day from each source; another one corrects it and keeps it', async () => {
  const put = (day: string, body: object, by = claire) => by.put(`${url}/values/${day}`, body)
  expect((await put('2026-02-28', { value: 9 })).body.outcome).toBe('added')
  expect((await put('2026-02-28', { value: 9 })).body.outcome).toBe('same')
  expect((await put('2026-02-28', { value: 7, note: 'relu' })).body.outcome).toBe('corrected')
  expect((await put('2026-02-28', { value: 8, source: 'Relevé papier' })).body.outcome).toBe('added')
  expect((await put('2026-06-16', { value: 8 })).body.error.code).toBe('dayInFuture')
  expect((await put('2026-02-30', { value: 8 })).status).toBe(400)
  expect((await put('2026-02-28', { value: 8 }, member)).status).toBe(403)
  expect((await put('2026-02-28', { value: 8 }, outsider)).status).toBe(403)
  const seen = await member.get(url)
  expect(seen.statements).toBeLessThanOrEqual(8)
  // The declared source speaks first.
  expect(seen.body.points).toEqual([{ on: '2026-02-28', value: 7, source: 'GMAO', note: 'relu' }])
  expect(seen.body.progress).toBe(0.5)
  expect(seen.body.nextValueDue).toBe('2026-03-28')
  const history = (await member.get(`${url}/values`)).body.items
  expect(history).toHaveLength(3)
  expect(history.filter((row: { replacedAt: string | null }) => row.replacedAt)).toHaveLength(1)
  expect(JSON.stringify(history)).not.toContain(claire.memberId)
  const wrong = history.find((row: { source: string }) => row.source === 'Relevé papier')
  expect((await member.delete(`${url}/values/${wrong.id}`)).status).toBe(403)
  expect((await claire.delete(`${url}/values/${wrong.id}`)).status).toBe(204)
  expect((await claire.delete(`${url}/values/${wrong.id}`)).body.error.code).toBe('notFound')
  expect((await member.get(`${url}/values`)).body.items).toHaveLength(3)
})

test('the same key has one effect, and another body under it is refused', async () => {
  const send = (value: number) =>
    claire.inject({
      method: 'PUT',
      url: `${url}/values/2026-03-31`,
      headers: { 'idempotency-key': 'valeur-de-mars' },
      payload: { value, way: 'api' },
    })
  expect((await send(6)).body.outcome).toBe('added')
  expect((await send(6)).body.outcome).toBe('added')
  expect((await send(5)).status).toBe(422)
  expect((await member.get(url)).body.points.at(-1).value).toBe(6)
})

test('a file is looked at first, then kept; again, it changes nothing', async () => {
  const csv =
    'date;valeur;source\n2026-04-30;5,5;GMAO\n2026-03-31;6;GMAO\n2026-02-28;7,5;GMAO\n2026-05-31;=1+1;GMAO\n;3;GMAO\n'
  const look = await claire.post(`${url}/file`, { csv, apply: false })
  expect(look.body).toMatchObject({ applied: false, added: 1, corrected: 1, same: 1, refused: 2 })
  expect(
    look.body.rows.map((row: { line: number; outcome: string; reason: string | null }) => [
      row.line,
      row.outcome,
      row.reason,
    ]),
  ).toEqual([
    [2, 'added', null],
    [3, 'same', null],
    [4, 'corrected', null],
    [5, 'refused', 'formula'],
    [6, 'refused', 'noDate'],
  ])
  expect((await member.get(url)).body.points).toHaveLength(2)
  expect((await claire.post(`${url}/file`, { csv, apply: true })).body.applied).toBe(true)
  expect((await member.get(url)).body.points).toHaveLength(3)
  expect((await claire.post(`${url}/file`, { csv, apply: true })).body).toMatchObject({
    added: 0,
    corrected: 0,
    same: 3,
  })
  expect((await claire.post(`${url}/file`, { csv: 'rien', apply: true })).body.error.code).toBe(
    'fileUnreadable',
  )
  expect((await member.post(`${url}/file`, { csv, apply: true })).status).toBe(403)
  const file = await member.get(`${url}/file`)
  expect(file.headers['content-type']).toContain('text/csv')
  expect(file.text).toContain('2026-04-30;5.5;GMAO;')
  expect((await claire.post(`${url}/file`, { csv: file.text, apply: true })).body).toMatchObject({
    added: 0,
    corrected: 0,
  })
  expect((await outsider.get(`${url}/file`)).status).toBe(403)
})

test('what was done stands beside the values, by a role and without a name', async () => {
  const done = { on: '2026-03-10', text: 'Tournée des ateliers', doneAs: 'experts' }
  const noted = await claire.post(`${url}/interventions`, done)
  expect(noted.status, noted.text).toBe(200)
  expect((await claire.post(`${url}/interventions`, { ...done, on: '2026-07-01' })).body.error.code).toBe(
    'dayInFuture',
  )
  expect((await claire.post(`${url}/interventions`, { ...done, doneAs: 'Marc' })).status).toBe(400)
  expect((await member.post(`${url}/interventions`, done)).status).toBe(403)
  const seen = await member.get(url)
  expect(seen.body.interventions).toEqual([{ id: noted.body.id, ...done, postId: null }])
  expect(seen.text).not.toContain(claire.memberId)
  const second = (await claire.post(`${url}/interventions`, { ...done, text: 'Erreur' })).body.id
  expect((await claire.delete(`${url}/interventions/${second}`)).status).toBe(204)
  expect((await member.get(url)).body.interventions).toHaveLength(1)
})

test('another series is a second line only', async () => {
  const beside = (await claire.post(`${url}/comparisons`, { name: 'Site de Lyon', source: 'GMAO' })).body.id
  await claire.put(`${url}/values/2026-04-30`, { value: 11, comparisonId: beside })
  const seen = (await member.get(url)).body
  expect(seen.comparisons).toMatchObject([
    { name: 'Site de Lyon', points: [{ on: '2026-04-30', value: 11 }] },
  ])
  expect(seen.points.at(-1).value).toBe(5.5)
  expect((await claire.delete(`${url}/comparisons/${beside}`)).status).toBe(204)
  expect(
    (await claire.put(`${url}/values/2026-04-30`, { value: 11, comparisonId: beside })).body.error.code,
  ).toBe('notFound')
})

test('a review keeps the figures of its day with the decision', async () => {
  const review = { decision: 'change', why: 'Le geste change, pas l’objectif', nextOn: '2026-09-15' }
  expect((await member.post(`${url}/reviews`, review)).status).toBe(403)
  expect((await claire.post(`${url}/reviews`, review)).body).toMatchObject({
    decision: 'change',
    value: 5.5,
    valueOn: '2026-04-30',
    progress: 0.75,
  })
  expect((await member.get(url)).body.reviews).toHaveLength(1)
  expect(await readProblem(t.systemContext(), community.id)).toMatchObject({
    indicator: 'Délai de dépannage',
    progress: 0.75,
    nextValueDue: '2026-05-30',
    lastReview: { decision: 'change' },
    interventions: [{ on: '2026-03-10' }],
  })
})

test('managers hear once that the next value is due, and no longer once it is there', async () => {
  const ctx = () => ({ ...t.systemContext(), now: t.services.now() }) as never
  const due = async () =>
    (
      await t.db.read.rows<{ name: string }>(
        `select name from platform.domain_event where name = 'problemValueDue' and community_id = $1`,
        [community.id],
      )
    ).length
  await remindValues.run(ctx(), {}, t.services)
  await remindValues.run(ctx(), {}, t.services)
  expect(await due()).toBe(1)
  await t.settle()
  const bell = await claire.get('/api/v1/notifications')
  expect(bell.text).toContain(`/communities/${community.slug}/workbench/problem`)
  expect((await member.get('/api/v1/notifications')).text).not.toContain('workbench/problem')
  await insertProblemValue(ctx(), community.id, { on: '2026-06-01', value: 5, source: 'GMAO' })
  await remindValues.run(ctx(), {}, t.services)
  expect(await due()).toBe(1)
})

test('the glance is small and for readers', async () => {
  const glance = await member.get(`${url}/glance`)
  expect(glance.body).toMatchObject({ unit: 'h', target: 4, points: expect.any(Array) })
  expect(glance.statements).toBeLessThanOrEqual(5)
  expect((await outsider.get(`${url}/glance`)).status).toBe(403)
  expect((await t.anonymous.get(url)).status).toBe(401)
})

test('an archive is read, not written', async () => {
  await t.db.read.run(`update communities.community set stage = 'archived' where id = $1`, [community.id])
  const archived = async (
    answer: Promise<{ status: number; body: { error: { data: { reason: string } } } }>,
  ) => {
    const { status, body } = await answer
    expect([status, body.error.data.reason]).toEqual([403, 'archived'])
  }
  await archived(declare())
  await archived(claire.put(`${url}/values/2026-06-02`, { value: 1 }))
  await archived(claire.post(`${url}/file`, { csv: 'date;valeur\n2026-06-02;1', apply: true }))
  await archived(claire.post(`${url}/interventions`, { on: '2026-06-02', text: 'x', doneAs: 'members' }))
  await archived(claire.post(`${url}/comparisons`, { name: 'x', source: 'y' }))
  await archived(claire.post(`${url}/reviews`, { decision: 'close', why: 'x' }))
  const seen = await claire.get(url)
  expect(seen.status).toBe(200)
  expect(seen.body.can.manage).toBe(false)
})
