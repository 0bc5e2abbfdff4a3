import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { answer, eventsOf, found, join, monday, plan } from './testing.ts'

let t: TestApp
let claire: TestVisitor
let people: TestVisitor[]
let community: { id: string; slug: string }

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(monday)
  claire = await t.member({ name: 'Claire' })
  community = await found(claire, 'Maintenance')
  people = []
  for (let index = 0; index < 50; index++) {
    const person = await t.member({ name: `Membre ${index}` })
    await join(person, claire, community)
    people.push(person)
  }
}, 120_000)
afterAll(() => t.close())

const rowsOf = (id: string) =>
  t.db.read.rows<{ id: string; attends: string | null; waits: string | null }>(
    `select member_id as id, attends, waits_for as waits from gatherings.answer where gathering_id = $1 order by turn`,
    [id],
  )

describe('seats and waiting lists', () => {
  test('a full gathering has a list, and a freed seat goes to the first of it', async () => {
    const [a, b, c] = people as [TestVisitor, TestVisitor, TestVisitor]
    const id = await plan(claire, community, { seatsOnSite: 1, seatsRemote: 1 })
    expect((await answer(a, id, 'onSite')).body.mine).toMatchObject({ attends: 'onSite', waitsFor: null })
    expect((await answer(b, id, 'onSite')).body.mine).toMatchObject({ waitsFor: 'onSite', position: 1 })
    expect((await answer(c, id, 'onSite')).body.mine).toMatchObject({ waitsFor: 'onSite', position: 2 })
    // The other kind meanwhile, without losing one's place; the list of the other kind is its own.
    const meanwhile = await answer(b, id, 'remote', { keepWaiting: true })
    expect(meanwhile.body.mine).toMatchObject({ attends: 'remote', waitsFor: 'onSite', position: 1 })
    expect((await answer(c, id, 'remote', { keepWaiting: true })).body.error.code).toBe('gatheringFull')
    expect((await a.delete(`/api/v1/gatherings/${id}/answer`)).status).toBe(200)
    const after = await b.get(`/api/v1/gatherings/${id}`)
    expect(after.body.mine).toMatchObject({ attends: 'onSite', waitsFor: null })
    expect(after.body.coming).toEqual({ onSite: 1, remote: 0 })
    expect((await c.get(`/api/v1/gatherings/${id}`)).body.mine).toMatchObject({ position: 1 })
    expect(await eventsOf(t, 'gatheringSeatGiven')).toEqual([
      { gatheringId: id, memberId: b.memberId, kind: 'onSite' },
    ])
    // Added seats move the list in the same act.
    const changed = await claire.patch(`/api/v1/gatherings/${id}`, { seatsOnSite: 2 })
    expect(changed.body.coming.onSite).toBe(2)
    expect((await c.get(`/api/v1/gatherings/${id}`)).body.mine).toMatchObject({ attends: 'onSite' })
  })

  test('the same answer twice changes nothing, not even one’s place', async () => {
    const [a, b, c] = people as [TestVisitor, TestVisitor, TestVisitor]
    const id = await plan(claire, community, { seatsOnSite: 1 })
    await answer(a, id, 'onSite')
    await answer(b, id, 'onSite')
    await answer(c, id, 'onSite')
    await answer(b, id, 'onSite')
    await answer(a, id, 'onSite')
    expect((await rowsOf(id)).map((row) => row.id)).toEqual([a, b, c].map((who) => who.memberId))
  })

  test('fifty at the same moment: every seat once, everybody else in one list, and then exactly in its order', async () => {
    const id = await plan(claire, community, { seatsOnSite: 7, seatsRemote: 3 })
    const answers = await Promise.all(people.map((person) => answer(person, id, 'onSite')))
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200))
    const first = await rowsOf(id)
    expect(first.filter((row) => row.attends === 'onSite')).toHaveLength(7)
    expect(first.filter((row) => row.waits === 'onSite')).toHaveLength(43)
    // Seats went to the first seven of the list, and to nobody else.
    expect(first.slice(0, 7).every((row) => row.attends === 'onSite')).toBe(true)

    const seated = new Set(first.slice(0, 7).map((row) => row.id))
    const queue = first.slice(7).map((row) => row.id)
    // At once: the seven leave, ten of those who wait give up, and two seats are added.
    const quitters = new Set(queue.filter((_, index) => index % 4 === 1).slice(0, 10))
    await Promise.all([
      ...people
        .filter((person) => seated.has(person.memberId) || quitters.has(person.memberId))
        .map((person) => person.delete(`/api/v1/gatherings/${id}/answer`)),
      claire.patch(`/api/v1/gatherings/${id}`, { seatsOnSite: 9 }),
    ])
    const after = await rowsOf(id)
    const left = queue.filter((member) => !quitters.has(member))
    expect(after.filter((row) => row.attends === 'onSite')).toHaveLength(9)
    expect(after.map((row) => row.id)).toEqual(left)
    // A quitter may have been given a seat before giving up: it went on to the next, so the nine first of those left sit.
    expect(after.filter((row) => row.attends !== null).map((row) => row.id)).toEqual(left.slice(0, 9))
    const detail = await claire.get(`/api/v1/gatherings/${id}`)
    expect(detail.body.coming).toEqual({ onSite: 9, remote: 0 })
    expect(detail.body.waiting.onSite).toBe(left.length - 9)
  }, 60_000)

  test('everybody goes remote: whoever had a seat on site takes one there, in the order of the answers', async () => {
    const [a, b, c] = people as [TestVisitor, TestVisitor, TestVisitor]
    const id = await plan(claire, community, { seatsOnSite: 2, seatsRemote: 2 })
    await answer(a, id, 'remote')
    await answer(b, id, 'onSite')
    await answer(c, id, 'onSite')
    const changed = await claire.patch(`/api/v1/gatherings/${id}`, { mode: 'remote' })
    expect(changed.body.coming).toEqual({ onSite: 0, remote: 2 })
    expect((await rowsOf(id)).map(({ attends, waits }) => [attends, waits])).toEqual([
      ['remote', null],
      ['remote', null],
      [null, 'remote'],
    ])
    expect((await answer(b, id, 'onSite')).body.error.code).toBe('notThisKind')
  })

  test('whoever leaves, is removed or deactivated frees the seat at once; whoever left is not promoted', async () => {
    const [a, b, c, d, e] = people.slice(10, 15) as [
      TestVisitor,
      TestVisitor,
      TestVisitor,
      TestVisitor,
      TestVisitor,
    ]
    const id = await plan(claire, community, { mode: 'onSite', link: null, seatsOnSite: 1 })
    for (const person of [a, b, c, d, e]) await answer(person, id, 'onSite')
    await b.delete(`/api/v1/communities/${community.slug}/membership`)
    await a.delete(`/api/v1/communities/${community.slug}/membership`)
    // Before the listener has run: the counts may lag, but nobody who left can be given a seat.
    await t.settle()
    expect((await rowsOf(id)).map(({ id: member, attends }) => [member, attends])).toEqual([
      [c.memberId, 'onSite'],
      [d.memberId, null],
      [e.memberId, null],
    ])
    const removed = await claire.delete(`/api/v1/communities/${community.slug}/members/${c.memberId}`)
    expect(removed.status, removed.text).toBe(204)
    await t.settle()
    expect((await rowsOf(id))[0]).toMatchObject({ id: d.memberId, attends: 'onSite' })
    const nadia = await t.member({ administrator: true })
    expect((await nadia.post(`/api/v1/admin/members/${d.memberId}/deactivation`, {})).status).toBeLessThan(
      300,
    )
    await t.settle()
    expect((await rowsOf(id)).map(({ id: member, attends }) => [member, attends])).toEqual([
      [e.memberId, 'onSite'],
    ])
  })

  test('answers are refused when it is over, cancelled, or one may not take part', async () => {
    const id = await plan(claire, community, { seatsOnSite: 1 })
    const outsider = await t.member()
    expect((await answer(outsider, id, 'onSite')).body.error.data.reason).toBe('joinFirst')
    expect((await t.anonymous.put(`/api/v1/gatherings/${id}/answer`, { answer: 'no' })).status).toBe(401)
    await claire.post(`/api/v1/gatherings/${id}/cancellation`, { word: 'Reporté' })
    expect((await answer(people[0]!, id, 'onSite')).body.error.code).toBe('gatheringIsCancelled')
    const other = await plan(claire, community)
    t.setNow(new Date('2026-12-02T09:00:00Z'))
    expect((await answer(people[0]!, other, 'onSite')).body.error.code).toBe('gatheringOver')
    t.setNow(monday)
  })
})
