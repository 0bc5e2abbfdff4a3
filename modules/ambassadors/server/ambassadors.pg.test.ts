import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'

let t: TestApp
let claire: TestVisitor
let sponsor: TestVisitor
let stranger: TestVisitor
let guest: TestVisitor
let place: { id: string; slug: string }

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const refused = (answer: TestAnswer, status: number, code: string) => {
  const { error } = answer.body
  const said = status === 404 ? code : (error?.data?.reason ?? error?.code)
  expect([answer.status, said], answer.text).toEqual([status, code])
  return error?.data
}
const at = (days: number) => new Date(Date.now() + days * 86_400_000)
const day = (days: number) => at(days).toISOString().slice(0, 10)

beforeAll(async () => {
  t = await startTestApp()
  await t.db.read.run(
    `insert into people.organisation (name, default_language, languages) values ('Arvanne', 'fr', '{fr,en}')`,
  )
  claire = await t.member({ name: 'Claire Morvan', email: 'claire@arvanne.example' })
  sponsor = await t.member({ name: 'Marc Delorme' })
  stranger = await t.member({ name: 'Zoé Outremer' })
  guest = await t.member({ name: 'Jean Vasseur', guest: true })
  place = await foundCommunity(claire, { visibility: 'closed' })
  await bringIn(claire, place, sponsor)
  await giveRole(claire, place, sponsor, 'sponsor')
})
afterAll(() => t.close())

const programmes = '/api/v1/ambassador-programmes'
const found = async (more: object = {}) =>
  ok(
    await claire.post(programmes, {
      name: 'Ambassadeurs du carnet',
      purpose: 'Aider chaque atelier à se servir du carnet.',
      kind: 'content',
      communityId: place.id,
      charter: 'Je dis ce que je sais, et je dis quand je ne sais pas.',
      ...more,
    }),
  )
const step = (by: TestVisitor, mandateId: string, name: string) =>
  by.post(`/api/v1/ambassador-mandates/${mandateId}/steps`, { step: name })
const tick = (by: TestVisitor, mandateId: string, key: string) =>
  by.put(`/api/v1/ambassador-mandates/${mandateId}/induction/${key}`, { done: true })
const mine = async (who: TestVisitor) => ok(await who.get('/api/v1/me/ambassador')).mandates[0]
const cohort = async (id: string) => ok(await claire.get(`${programmes}/${id}/cohort`))

/** Somebody all the way to their mandate. */
async function activated(programmeId: string, person: TestVisitor): Promise<string> {
  const { mandateId } = ok(await person.post(`${programmes}/${programmeId}/nominations`, {}))
  ok(await step(claire, mandateId, 'invite'))
  ok(await step(person, mandateId, 'accept'))
  for (const key of ['call', 'objectives', 'rules', 'tool']) ok(await tick(claire, mandateId, key))
  for (const key of ['firstText', 'charter']) ok(await tick(person, mandateId, key))
  ok(await step(claire, mandateId, 'activate'))
  return mandateId
}

test('who manages a community begins a programme; 15 seats for content, a seat for 25 people for adoption', async () => {
  const programme = await found()
  expect(programme).toMatchObject({ seats: 15, mandateMonths: 12, active: 0, m32: null, mayLead: true })
  expect(programme.charter).toMatchObject({ version: 1 })
  const adoption = await found({ kind: 'adoption', name: 'Adoption' })
  expect(adoption.seats).toBe(1)
  refused(
    await sponsor.post(programmes, { name: 'N', purpose: 'P', kind: 'content', communityId: place.id }),
    403,
    'managersOnly',
  )
  refused(await claire.post(programmes, { name: 'N', purpose: 'P', kind: 'content' }), 400, 'scopeMissing')
  refused(await guest.get(`${programmes}/${programme.id}`), 404, 'ambassadorProgrammeNotFound')
  expect(ok(await stranger.get(`${programmes}/${programme.id}`)).mayLead).toBe(false)
  refused(await stranger.get(`${programmes}/${programme.id}/cohort`), 403, 'ambassadorLeadersOnly')
  refused(await stranger.patch(`${programmes}/${programme.id}`, { name: 'X' }), 403, 'ambassadorLeadersOnly')
  const second = ok(await claire.put(`${programmes}/${programme.id}/charter`, { text: 'Version deux.' }))
  expect(second.charter).toMatchObject({ version: 2, text: 'Version deux.' })
  expect((await cohort(programme.id)).charters).toHaveLength(2)
  ok(await claire.patch(`${programmes}/${adoption.id}`, { closed: true }))
  refused(
    await stranger.post(`${programmes}/${adoption.id}/nominations`, {}),
    409,
    'ambassadorProgrammeClosed',
  )
})

test('proposed by a colleague one says yes first; the induction is complete before the mandate; seats run out', async () => {
  const { id } = await found({ seats: 1 })
  const ana = await t.member({ name: 'Ana Roux' })
  const bruno = await t.member({ name: 'Bruno Sarr' })
  const { mandateId } = ok(
    await bruno.post(`${programmes}/${id}/nominations`, {
      memberId: ana.memberId,
      word: 'Elle explique bien',
    }),
  )
  refused(
    await bruno.post(`${programmes}/${id}/nominations`, { memberId: ana.memberId }),
    409,
    'alreadyInProgramme',
  )
  expect(refused(await step(claire, mandateId, 'invite'), 409, 'notYetConsented')).toMatchObject({
    missing: ['consent'],
  })
  refused(await step(bruno, mandateId, 'consent'), 404, 'mandateNotFound')
  refused(await step(claire, mandateId, 'consent'), 403, 'notTheirStep')
  ok(await step(ana, mandateId, 'consent'))
  expect(ok(await step(claire, mandateId, 'invite'))).toEqual({ state: 'invited', isWaiting: false })
  // The one seat is held: whoever comes next waits.
  const { mandateId: second } = ok(await bruno.post(`${programmes}/${id}/nominations`, {}))
  expect(ok(await step(claire, second, 'invite'))).toEqual({ state: 'nominated', isWaiting: true })
  expect(await cohort(id)).toMatchObject({ waiting: 1, freeSeats: 0 })
  refused(
    await claire.patch(`${programmes}/${id}`, { seats: 1, closed: false, name: '' }),
    400,
    'invalidInput',
  )

  ok(await step(ana, mandateId, 'accept'))
  refused(await step(ana, mandateId, 'activate'), 403, 'notTheirStep')
  refused(await tick(ana, mandateId, 'call'), 403, 'notTheirStep')
  refused(await tick(claire, mandateId, 'charter'), 403, 'notTheirStep')
  for (const key of ['call', 'objectives', 'rules', 'tool']) ok(await tick(claire, mandateId, key))
  expect(refused(await step(claire, mandateId, 'activate'), 409, 'inductionIncomplete')).toEqual({
    missing: ['firstText', 'charter'],
  })
  ok(await tick(ana, mandateId, 'firstText'))
  ok(await tick(ana, mandateId, 'charter'))
  ok(await step(claire, mandateId, 'activate'))
  const own = await mine(ana)
  expect(own).toMatchObject({ state: 'active', since: day(0), signedVersion: 1 })
  expect(own.history.map(({ to }: { to: string }) => to)).toEqual([
    'nominated',
    'invited',
    'onboarding',
    'active',
  ])
  refused(await step(ana, mandateId, 'accept'), 409, 'notThisState')
  // The leader may not end it, nor propose a talk without cause.
  refused(await step(claire, mandateId, 'finish'), 409, 'mandateNotOver')
  refused(await step(claire, mandateId, 'proposeTalk'), 409, 'talkNotDue')
  ok(await step(ana, mandateId, 'pause'))
  ok(await step(claire, mandateId, 'resume'))
  // A decline frees nothing that was not held, and leaves no trace in the directory.
  ok(await step(bruno, second, 'decline'))
  expect(
    ok(await stranger.get('/api/v1/ambassadors')).items.map(
      (one: { member: { displayName: string } }) => one.member.displayName,
    ),
  ).toEqual(['Ana Roux'])
})

test('a talk comes before an exit, and an exit needs the talk, thanks and the person’s own words', async () => {
  const { id } = await found()
  const emma = await t.member({ name: 'Emma Yvon' })
  const mandateId = await activated(id, emma)
  ok(await step(emma, mandateId, 'askTalk'))
  expect(refused(await step(claire, mandateId, 'lighten'), 409, 'talkNotHeld')).toEqual({ missing: ['talk'] })
  expect(refused(await step(claire, mandateId, 'withdraw'), 409, 'exitIncomplete')).toEqual({
    missing: ['talk', 'thanks', 'announcement'],
  })
  const url = `/api/v1/ambassador-mandates/${mandateId}`
  ok(await claire.put(`${url}/talk`, { heldOn: day(0), note: 'Trop de projets', shareNote: false }))
  expect((await mine(emma)).talk).toMatchObject({ heldOn: day(0), note: null })
  ok(await claire.put(`${url}/talk`, { heldOn: day(0), note: 'Trop de projets', shareNote: true }))
  expect((await mine(emma)).talk).toMatchObject({ note: 'Trop de projets' })
  ok(await claire.put(`${url}/thanks`, { text: 'Merci pour les trois ateliers.' }))
  refused(await claire.put(`${url}/announcement`, { text: 'Elle part' }), 404, 'mandateNotFound')
  ok(await emma.put(`${url}/announcement`, { text: 'Je passe la main à d’autres.' }))
  ok(await step(claire, mandateId, 'withdraw'))
  expect(await mine(emma)).toMatchObject({ thanks: 'Merci pour les trois ateliers.', state: 'withdrawn' })
  // In public a former ambassador, like any other.
  const profile = ok(await stranger.get(`/api/v1/members/${emma.memberId}/ambassador`))
  expect(profile.items).toMatchObject([{ isAlumni: true, programmes: [{ id }] }])
  expect(JSON.stringify(profile)).not.toMatch(/withdraw|Trop de projets/)
  const looked = await t.db.read.rows(`select 1 from people.access_log where subject_id = $1`, [
    emma.memberId,
  ])
  expect(looked).toHaveLength(0)
  await cohort(id)
  expect(
    await t.db.read.rows(`select 1 from people.access_log where subject_id = $1 and screen = 'ambassadors'`, [
      emma.memberId,
    ]),
  ).toHaveLength(1)
})
