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

/** What one person was told, by the sentence's key. */
const told = async (who: TestVisitor): Promise<string[]> =>
  (
    await t.db.read.rows<{ what: string }>(
      `select n.subject->>'what' as what from notifications.notice n where n.member_id = $1 and n.source = 'ambassadors' order by n.id`,
      [who.memberId],
    )
  ).map(({ what }) => what)
async function runOn(name: string, now: Date): Promise<void> {
  t.setNow(now)
  await t.db.read.run(`select graphile_worker.add_job($1, '{}'::json)`, [name])
  await t.settle()
}

test('a kick-off with at least 60 % present makes the launch; meetings are reminded once, their recap goes to all', async () => {
  const { id } = await found()
  const people: TestVisitor[] = []
  const mandates: string[] = []
  for (const name of ['Gil Un', 'Ida Deux', 'Jo Trois', 'Kim Quatre', 'Lou Cinq']) {
    const person = await t.member({ name })
    people.push(person)
    mandates.push(await activated(id, person))
  }
  const launch = () => claire.post(`${programmes}/${id}/launch`)
  expect(refused(await launch(), 409, 'launchIncomplete')).toMatchObject({ missing: ['kickoff'] })
  const meeting = {
    kind: 'kickoff',
    title: 'Lancement des ambassadeurs',
    startsWall: `${day(20)}T10:00`,
    durationMinutes: 90,
    place: 'Atelier 2',
  }
  refused(await people[0]!.post(`${programmes}/${id}/meetings`, meeting), 403, 'ambassadorLeadersOnly')
  const set = ok(await claire.post(`${programmes}/${id}/meetings`, meeting))
  const meetingId = set.meetings[0].id as string
  expect(set.meetings[0].gatheringId).toBeTruthy()
  const url = `/api/v1/ambassador-meetings/${meetingId}`
  refused(await claire.put(`${url}/attendance`, { present: [] }), 409, 'notThisState')
  await runOn('ambassadors.remind', at(0))
  await runOn('ambassadors.remind', at(0))
  expect((await told(people[0]!)).filter((what) => what.startsWith('meeting'))).toEqual(['meeting21'])
  await runOn('ambassadors.remind', at(13))
  await runOn('ambassadors.remind', at(19))
  await runOn('ambassadors.remind', at(21.5))
  expect((await told(people[0]!)).filter((what) => what.startsWith('meeting'))).toEqual([
    'meeting21',
    'meeting7',
    'meeting1',
  ])
  expect(await told(claire)).toContain('meetingrecapOwed')
  // Two of five are not enough, three are.
  ok(await claire.put(`${url}/attendance`, { present: mandates.slice(0, 2) }))
  expect(refused(await launch(), 409, 'launchIncomplete')).toEqual({
    missing: ['attendance'],
    present: 2,
    invited: 5,
    needed: 3,
  })
  ok(await claire.put(`${url}/attendance`, { present: mandates.slice(0, 3) }))
  ok(
    await claire.put(`${url}/recap`, {
      recap: 'On commence par le carnet.',
      actions: ['Un', 'Deux', 'Trois'],
    }),
  )
  expect(ok(await launch())).toMatchObject({ active: 5, m32: 0.33, seats: 15 })
  await t.settle()
  expect(await told(people[4]!)).toContain('meetingrecap')
  // The sponsor's report counts; nobody is named in it, and four people are too few.
  const report = ok(await sponsor.get(`${programmes}/${id}/report`))
  expect(report).toMatchObject({ active: 5, seats: 15, meetings: 1, contributions: null })
  expect(JSON.stringify(report)).not.toContain('Gil')
  refused(await people[0]!.get(`${programmes}/${id}/report`), 403, 'ambassadorLeadersOnly')
  for (const [index, person] of people.entries())
    ok(
      await person.post(`/api/v1/ambassador-mandates/${mandates[index]}/contributions`, {
        on: day(21),
        kind: 'help',
        title: 'Aide au poste',
        minutes: 60,
      }),
    )
  expect(ok(await sponsor.get(`${programmes}/${id}/report`))).toMatchObject({ contributions: 5, hours: 5 })
  t.setNow(new Date())
})

test('the line manager agrees by a link that works once, and sees the commitment alone', async () => {
  const { id } = await found()
  const farid = await t.member({ name: 'Farid Zaoui', email: 'farid@arvanne.example' })
  const mandateId = await activated(id, farid)
  const url = `/api/v1/ambassador-mandates/${mandateId}/commitment`
  const ask = (managerAddress: string, hours = 4) => farid.put(url, { hours, managerAddress })
  refused(await claire.put(url, { hours: 4, managerAddress: 'chef@arvanne.example' }), 404, 'mandateNotFound')
  for (const address of ['ami@ailleurs.example', 'farid@arvanne.example', 'pas une adresse'])
    refused(await ask(address), 400, 'managerAddressRefused')
  expect(ok(await ask('chef@arvanne.example')).commitment).toMatchObject({ state: 'asked', hours: 4 })
  await t.settle()
  const linkIn = () =>
    /ambassador-agreement#([\w-]{20,})/.exec(
      t.mails.findLast(({ to }) => to.address === 'chef@arvanne.example')?.text ?? '',
    )?.[1]
  const token = linkIn()!
  const read = (one = token) => t.anonymous.post('/api/v1/ambassador-agreement/reading', { token: one })
  expect(Object.keys(ok(await read())).toSorted()).toEqual(
    ['ambassador', 'hours', 'language', 'mandateMonths', 'organisation', 'programme', 'purpose'].toSorted(),
  )
  const answer = (body: object, one = token) =>
    t.anonymous.post('/api/v1/ambassador-agreement', { token: one, ...body })
  refused(await answer({ answer: 'agreed' }, 'x'.repeat(43)), 404, 'agreementNotFound')
  ok(await answer({ answer: 'counter', hours: 2, word: 'Deux heures, pas plus.' }))
  refused(await answer({ answer: 'agreed' }), 404, 'agreementNotFound')
  refused(await read(), 404, 'agreementNotFound')
  expect((await mine(farid)).commitment).toMatchObject({
    state: 'counter',
    counterHours: 2,
    word: 'Deux heures, pas plus.',
  })
  // Renegotiated: a new link, the old one stays dead.
  ok(await ask('chef@arvanne.example', 2))
  await t.settle()
  const again = linkIn()!
  expect(again).not.toBe(token)
  ok(await answer({ answer: 'agreed' }, again))
  await t.settle()
  expect(await told(farid)).toContain('agreement')
  // Who leads sees the hours, not the address nor the words.
  const seen = JSON.stringify(await cohort(id))
  expect(seen).toContain('"agreedHours":2')
  expect(seen).not.toMatch(/chef@|pas plus/)
  ok(await ask('autre@arvanne.example'))
  refused(await ask('autre@arvanne.example'), 429, 'askedTooOften')
})

test('the record is its owner’s alone: noticed, declared, dropped for good, and attested by choice', async () => {
  const { id } = await found()
  const lea = await t.member({ name: 'Léa Petit' })
  await bringIn(claire, place, lea)
  const mandateId = await activated(id, lea)
  const post = ok(
    await lea.post('/api/v1/posts', { communityId: place.id, title: 'Trois gestes', bodyMd: 'Du carnet.' }),
  )
  await runOn('ambassadors.noticeActs', new Date())
  await runOn('ambassadors.noticeActs', new Date())
  const lines = (await mine(lea)).contributions
  expect(lines).toMatchObject([{ kind: 'post', title: 'Trois gestes', source: 'detected' }])
  expect(lines[0].url).toBe(`/posts/${post.card.id}`)
  const url = `/api/v1/ambassador-mandates/${mandateId}`
  const line = { on: day(0), kind: 'help', title: 'Accompagné l’équipe de nuit', minutes: 90 }
  refused(await claire.post(`${url}/contributions`, line), 404, 'mandateNotFound')
  const own = ok(await lea.post(`${url}/contributions`, line))
  const declared = own.contributions.find((one: { source: string }) => one.source === 'declared')
  refused(await claire.patch(`/api/v1/ambassador-contributions/${declared.id}`, { title: 'X' }), 404, '')
  ok(await lea.patch(`/api/v1/ambassador-contributions/${declared.id}`, { minutes: 120 }))
  ok(await lea.delete(`/api/v1/ambassador-contributions/${lines[0].id}`))
  await runOn('ambassadors.noticeActs', new Date())
  expect((await mine(lea)).contributions).toMatchObject([{ id: declared.id, minutes: 120 }])

  const choice = { from: day(-30), to: day(0), withHours: true, withThanks: false, withMeetings: false }
  refused(
    await lea.post(`${url}/attestations`, { ...choice, withHours: false, contributionIds: [] }),
    400,
    'nothingChosen',
  )
  const attestation = ok(
    await lea.post(`${url}/attestations`, { ...choice, contributionIds: [declared.id], word: 'J’ai aimé.' }),
  )
  expect(attestation.text).toMatch(/Léa Petit.*équipe de nuit.*2.h.*J’ai aimé/s)
  const file = `/api/v1/ambassador-attestations/${attestation.id}`
  const pdf = await lea.inject({ method: 'GET', url: `${file}/file` })
  expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(pdf.text.slice(0, 5)).toBe('%PDF-')
  refused(await claire.inject({ method: 'GET', url: `${file}/file` }), 404, '')
  expect(ok(await lea.patch(file, { sent: true })).sentOn).toBe(day(0))
  expect(JSON.stringify(await cohort(id))).not.toMatch(/équipe de nuit|minutes/)
})

test('the calendar: the call, the stalled induction, ideas, the quarterly check, the end of a mandate, each once', async () => {
  const { id } = await found({ minPerQuarter: 2 })
  const noe = await t.member({ name: 'Noé Blanc' })
  const buddy = await t.member({ name: 'Bea Binôme' })
  const base = new Date('2027-01-04T08:00:00Z')
  const on = (text: string) => new Date(`${text}T08:00:00Z`)
  t.setNow(base)
  const { mandateId } = ok(await noe.post(`${programmes}/${id}/nominations`, {}))
  ok(await step(claire, mandateId, 'invite'))
  ok(await claire.put(`/api/v1/ambassador-mandates/${mandateId}/buddy`, { memberId: buddy.memberId }))
  ok(await step(noe, mandateId, 'accept'))
  const remindOn = (text: string) => runOn('ambassadors.remind', on(text))
  const before = (await told(claire)).filter((what) => what === 'call').length
  await remindOn('2027-01-08')
  expect((await told(claire)).filter((what) => what === 'call')).toHaveLength(before)
  await remindOn('2027-01-09')
  await remindOn('2027-01-10')
  expect((await told(claire)).filter((what) => what === 'call')).toHaveLength(before + 1)
  await remindOn('2027-01-14')
  expect([await told(buddy), (await told(noe)).includes('stall')]).toEqual([['buddy', 'stallBuddy'], false])
  await remindOn('2027-01-17')
  expect(await told(noe)).toContain('stall')
  for (const key of ['call', 'objectives', 'rules', 'tool']) ok(await tick(claire, mandateId, key))
  for (const key of ['firstText', 'charter']) ok(await tick(noe, mandateId, key))
  ok(await step(claire, mandateId, 'activate'))
  // An idea a month, from the tenth, on a working day, to whoever has nothing yet.
  await remindOn('2027-02-09')
  expect((await mine(noe)).idea).toBeNull()
  await remindOn('2027-02-10')
  await remindOn('2027-02-11')
  expect((await told(noe)).filter((what) => what === 'idea')).toHaveLength(1)
  const withIdea = await mine(noe)
  expect(withIdea.idea.ideas).toHaveLength(2)
  expect(ok(await noe.post(`/api/v1/ambassador-mandates/${mandateId}/idea-pass`)).idea.hasPassed).toBe(true)
  // Two quarters under the minimum: proposed in the last week, never by itself.
  const talks = async () => (await cohort(id)).talks.length
  t.setNow(on('2027-06-22'))
  expect(await talks()).toBe(0)
  await remindOn('2027-06-28')
  expect(await told(claire)).toContain('check')
  expect([await talks(), (await mine(noe)).state]).toEqual([1, 'active'])
  ok(
    await noe.post(`/api/v1/ambassador-mandates/${mandateId}/absences`, {
      from: '2027-04-01',
      to: '2027-06-30',
    }),
  )
  expect(await talks()).toBe(0)
  // Sixty days before its end a mandate asks to be renewed, once.
  await remindOn('2027-11-19')
  expect((await mine(noe)).state).toBe('renewal')
  expect(await told(noe)).toContain('end')
  expect(ok(await step(noe, mandateId, 'renew'))).toMatchObject({ state: 'active' })
  expect(await mine(noe)).toMatchObject({ mandateEnd: '2029-01-17', isRenewed: true })
  await remindOn('2027-11-20')
  await remindOn('2027-12-01')
  expect((await told(noe)).filter((what) => what === 'valorisation')).toHaveLength(1)
  await remindOn('2028-11-25')
  refused(await step(noe, mandateId, 'renew'), 409, 'renewedOnce')
  ok(await step(noe, mandateId, 'finish'))
  expect((await mine(noe)).state).toBe('alumni')
  t.setNow(new Date())
})
