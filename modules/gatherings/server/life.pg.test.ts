import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { listMinutesReceivers, listReminderReceivers } from '#modules/gatherings/public.ts'
import { workshop } from '#modules/gatherings/fixtures.ts'
import { answer, eventsOf, found, join, monday, plan } from './testing.ts'

let t: TestApp
let claire: TestVisitor
let karim: TestVisitor
let sofia: TestVisitor
let community: { id: string; slug: string }

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(monday)
  claire = await t.member({ name: 'Claire' })
  karim = await t.member({ name: 'Karim' })
  sofia = await t.member({ name: 'Sofia' })
  community = await found(claire, 'Maintenance')
  for (const who of [karim, sofia]) await join(who, claire, community)
})
afterAll(() => t.close())

const create = (who: TestVisitor, body: object) =>
  who.post(`/api/v1/communities/${community.slug}/gatherings`, body)
const next = async (query = '') =>
  (await claire.get(`/api/v1/communities/${community.slug}/gatherings?limit=100${query}`)).body.items as {
    id: string
    title: string
    startsAt: string
    startsWall: string
    isCancelled: boolean
  }[]

describe('creating and changing', () => {
  test('managers create; members where the community says so; whoever is not in, never', async () => {
    expect((await create(karim, workshop())).body.error.data.reason).toBe('managersOnly')
    const settings = `/api/v1/communities/${community.slug}/gathering-settings`
    expect((await karim.put(settings, { membersMayCreate: true })).status).toBe(403)
    expect((await claire.put(settings, { membersMayCreate: true })).status).toBe(204)
    const made = await create(karim, workshop({ title: 'Café du jeudi' }))
    expect(made.status).toBe(200)
    expect(made.body.organisers.map((one: { displayName: string }) => one.displayName)).toEqual(['Karim'])
    expect((await create(await t.member(), workshop())).body.error.data.reason).toBe('joinFirst')
    await claire.put(settings, { membersMayCreate: false })
    // An organiser stays one; another member does not become one.
    expect((await karim.patch(`/api/v1/gatherings/${made.body.id}`, { title: 'Café' })).status).toBe(200)
    expect(
      (await sofia.patch(`/api/v1/gatherings/${made.body.id}`, { title: 'Thé' })).body.error.data.reason,
    ).toBe('organisersOnly')
  })

  test('what cannot be is refused with a reason', async () => {
    const code = async (more: object) => (await create(claire, { ...workshop(), ...more })).body.error?.code
    expect(await code({ timezone: 'Mars/Olympus' })).toBe('unknownTimezone')
    expect(await code({ timezone: '+01:00' })).toBe('unknownTimezone')
    expect(await code({ startsWall: '2027-03-28T02:30' })).toBe('timeDoesNotExist')
    expect(await code({ startsWall: '2026-11-23T09:00' })).toBe('startsInPast')
    expect(await code({ startsWall: '2026-02-31T09:00' })).toBe('invalidInput')
    expect(await code({ mode: 'onSite', place: null })).toBe('placeMissing')
    expect(await code({ rule: 'FREQ=HOURLY' })).toBe('ruleRefused')
    expect(await code({ organiserIds: [(await t.member()).memberId] })).toBe('organiserRefused')
    expect(await code({ title: '  ' })).toBe('invalidInput')
  })

  test('another time or place is told to those who come; words and seats are not', async () => {
    const id = await plan(claire, community)
    await claire.patch(`/api/v1/gatherings/${id}`, { title: 'Autre titre' })
    await claire.patch(`/api/v1/gatherings/${id}`, { startsWall: '2026-12-02T14:00', place: 'Salle Erdre' })
    const events = (await eventsOf(t, 'gatheringChanged')).filter((event) => event['gatheringId'] === id)
    expect(events.map((event) => event['fields'])).toEqual([[], ['time', 'place']])
    const cancelled = await claire.post(`/api/v1/gatherings/${id}/cancellation`, { word: 'Grève des trains' })
    await claire.post(`/api/v1/gatherings/${id}/cancellation`, { word: 'Deux fois' })
    expect(cancelled.body.cancellation.word).toBe('Grève des trains')
    expect(
      (await eventsOf(t, 'gatheringCancelled')).filter((event) => event['gatheringId'] === id),
    ).toHaveLength(1)
  })

  test('nine o’clock stays nine o’clock when the clocks change', async () => {
    const id = await plan(claire, community, {
      title: 'Rituel',
      startsWall: '2027-03-16T09:00',
      rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;COUNT=4',
    })
    const rows = (await next()).filter(({ title }) => title === 'Rituel')
    expect(rows.map(({ startsWall, startsAt }) => [startsWall, startsAt.slice(11, 16)])).toEqual([
      ['2027-03-16T09:00', '08:00'],
      ['2027-03-23T09:00', '08:00'],
      ['2027-03-30T09:00', '07:00'],
      ['2027-04-06T09:00', '07:00'],
    ])
    expect(rows[0]!.id).toBe(id)
  })

  test('one occurrence changes or is cancelled alone; this and the following become a series of their own', async () => {
    await plan(claire, community, {
      title: 'Point',
      startsWall: '2026-12-01T10:00',
      rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;COUNT=6',
    })
    const points = async () => (await next()).filter(({ title }) => title.startsWith('Point'))
    const [first, second, third, fourth] = (await points()) as unknown as [
      { id: string },
      { id: string },
      { id: string },
      { id: string },
    ]
    await answer(karim, fourth.id, 'onSite')
    await claire.patch(`/api/v1/gatherings/${second.id}`, { startsWall: '2026-12-09T16:00' })
    await claire.post(`/api/v1/gatherings/${first.id}/cancellation`, { scope: 'this' })
    const moved = await claire.patch(`/api/v1/gatherings/${third.id}`, {
      scope: 'following',
      startsWall: '2026-12-17T11:00',
      title: 'Point du jeudi',
    })
    expect(moved.status, moved.text).toBe(200)
    expect(moved.body.rule).toBe('FREQ=WEEKLY;INTERVAL=1;BYDAY=TH;COUNT=4')
    expect(
      (await points()).map(({ title, startsWall, isCancelled }) => [title, startsWall, isCancelled]),
    ).toEqual([
      ['Point', '2026-12-01T10:00', true],
      ['Point', '2026-12-09T16:00', false],
      ['Point du jeudi', '2026-12-17T11:00', false],
      ['Point du jeudi', '2026-12-24T11:00', false],
      ['Point du jeudi', '2026-12-31T11:00', false],
      ['Point du jeudi', '2027-01-07T11:00', false],
    ])
    // The person who answered is still there, a Thursday later.
    expect((await karim.get(`/api/v1/gatherings/${fourth.id}`)).body.mine.attends).toBe('onSite')
    await claire.post(`/api/v1/gatherings/${fourth.id}/cancellation`, { scope: 'following' })
    expect((await points()).map(({ isCancelled }) => isCancelled)).toEqual([
      true,
      false,
      false,
      true,
      true,
      true,
    ])
  })

  test('a series without end has half a year of rows, and grows by night', async () => {
    await plan(claire, community, {
      title: 'Sans fin',
      startsWall: '2026-12-02T10:00',
      rule: 'FREQ=MONTHLY;INTERVAL=1;BYDAY=1WE',
    })
    const walls = async () =>
      (await next()).filter(({ title }) => title === 'Sans fin').map((g) => g.startsWall)
    expect(await walls()).toHaveLength(7)
    t.setNow(new Date('2027-01-25T09:00:00Z'))
    for (let twice = 0; twice < 2; twice++) {
      await t.db.read.run(`select graphile_worker.add_job('gatherings.unrollSeries', '{}')`)
      await t.settle()
    }
    expect(await walls()).toEqual(
      ['2027-02-03', '2027-03-03', '2027-04-07', '2027-05-05', '2027-06-02', '2027-07-07'].map(
        (day) => `${day}T10:00`,
      ),
    )
    t.setNow(monday)
  })

  test('the next dates of a rule are said before anything is created', async () => {
    const preview = await claire.get(
      '/api/v1/gathering-dates?startsWall=2026-12-01T10:00&rule=FREQ%3DWEEKLY%3BINTERVAL%3D2%3BBYDAY%3DTU%3BCOUNT%3D8',
    )
    expect(preview.body).toEqual({
      dates: ['2026-12-01', '2026-12-15', '2026-12-29', '2027-01-12', '2027-01-26'].map(
        (day) => `${day}T10:00`,
      ),
      count: 8,
    })
  })
})

describe('introductions', () => {
  test('name those who come and share a subject, unless one of both would rather not', async () => {
    await t.db.read.run(
      `update people.member set ask_me_about = case when id = $1 then '{Roulements,Cavitation}'::text[] else '{roulements,cavitation,soudure}' end,
              languages = '{fr,pt}' where id = any($2)`,
      [karim.memberId, [karim.memberId, sofia.memberId]],
    )
    const id = await plan(claire, community)
    for (const who of [karim, sofia]) await answer(who, id, 'onSite')
    const introduced = async () => (await karim.get(`/api/v1/gatherings/${id}`)).body.introductions
    expect(await introduced()).toMatchObject([
      { member: { displayName: 'Sofia' }, subjects: ['cavitation', 'roulements'], languages: ['pt'] },
    ])
    expect((await claire.get(`/api/v1/gatherings/${id}`)).body.introductions).toEqual([])
    await sofia.put('/api/v1/me/gathering-preferences', {
      remindDay: true,
      remindHour: false,
      introductions: false,
    })
    expect(await introduced()).toEqual([])
    const ctx = t.systemContext()
    expect(await listReminderReceivers(ctx, id, 'day')).toEqual([karim.memberId, sofia.memberId].toSorted())
    expect(await listReminderReceivers(ctx, id, 'hour')).toEqual([karim.memberId])
    await t.db.read.run(`delete from gatherings.preference`)
  })
})

describe('being there', () => {
  test('the code of the screen opens for an hour around, changes, and is taken from whoever takes part', async () => {
    const id = await plan(claire, community, { seatsOnSite: 1 })
    for (const who of [karim, sofia]) await answer(who, id, 'onSite')
    expect((await claire.get(`/api/v1/gatherings/${id}/check-in-code`)).body.error.code).toBe('checkInClosed')
    t.setNow(new Date('2026-12-01T12:50:20Z'))
    expect((await karim.get(`/api/v1/gatherings/${id}/check-in-code`)).body.error.data.reason).toBe(
      'organisersOnly',
    )
    const shown = await claire.get(`/api/v1/gatherings/${id}/check-in-code`)
    expect(shown.body.svg).toContain('<svg')
    const token = shown.body.address.split('/').at(-1) as string
    const [forged, outsider] = [`${token.slice(0, -2)}AA`, await t.member()]
    expect((await karim.post(`/api/v1/check-ins/${forged}`)).status).toBe(404)
    expect((await t.anonymous.post(`/api/v1/check-ins/${token}`)).status).toBe(401)
    expect((await outsider.post(`/api/v1/check-ins/${token}`)).body.error.data.reason).toBe('joinFirst')
    expect((await karim.get(`/api/v1/check-ins/${token}`)).body).toMatchObject({ isPresent: false })
    for (let twice = 0; twice < 2; twice++)
      expect((await karim.post(`/api/v1/check-ins/${token}`)).status).toBe(204)
    t.setNow(new Date('2026-12-01T12:57:00Z'))
    expect((await sofia.post(`/api/v1/check-ins/${token}`)).body.error.code).toBe('codeExpired')
    expect((await claire.get(`/api/v1/gatherings/${id}/check-in-code`)).body.address).not.toContain(token)

    // By hand, for whoever has no telephone; the list is the organisers', and each look is logged.
    expect((await claire.put(`/api/v1/gatherings/${id}/presence/${sofia.memberId}`)).status).toBe(204)
    expect((await karim.get(`/api/v1/gatherings/${id}/presence`)).status).toBe(403)
    const present = await claire.get(`/api/v1/gatherings/${id}/presence`)
    expect(
      present.body.items.map((line: { member: { displayName: string }; presentAt: string | null }) => [
        line.member.displayName,
        line.presentAt !== null,
      ]),
    ).toEqual([
      ['Karim', true],
      ['Sofia', true],
    ])
    const log = await karim.get('/api/v1/me/access-log')
    expect(log.body.items[0]).toMatchObject({ screen: 'presence', viewerRole: 'organiser' })

    t.setNow(new Date('2028-02-01T03:00:00Z'))
    await t.db.read.run(`select graphile_worker.add_job('gatherings.forgetOldPresence', '{}')`)
    await t.settle()
    expect(await t.db.read.rows('select 1 from gatherings.presence')).toEqual([])
    t.setNow(monday)
  })
})

describe('minutes', () => {
  test('become a post with its sections; who was not there or asked is told, once', async () => {
    const lea = await t.member({ name: 'Léa' })
    await join(lea, claire, community)
    const id = await plan(claire, community, { title: 'Revue' })
    const path = `/api/v1/gatherings/${id}/minutes`
    const words = {
      notesMd: 'Bonne séance.',
      decisions: ['Acheter un laser', ' '],
      openQuestions: ['Qui forme ?'],
    }
    for (const who of [karim, sofia]) await answer(who, id, 'onSite')
    await answer(lea, id, 'no')
    expect((await claire.post(path, words)).body.error.code).toBe('gatheringNotBegun')
    t.setNow(new Date('2026-12-01T14:00:00Z'))
    await claire.put(`/api/v1/gatherings/${id}/presence/${karim.memberId}`)
    expect((await karim.post(path, words)).status).toBe(403)
    expect((await claire.post(path, { notesMd: ' ' })).body.error.code).toBe('minutesEmpty')
    const made = await claire.post(path, words)
    expect(made.status, made.text).toBe(200)
    expect((await claire.post(path, words)).body.error.code).toBe('minutesExist')
    const post = await karim.get(`/api/v1/posts/${made.body.postId}`)
    expect(post.text).toContain('Décisions')
    expect(post.text).toContain('Questions ouvertes')
    expect(post.text).toContain('mardi 1er décembre 2026')
    expect((await karim.get(`/api/v1/gatherings/${id}`)).body.minutesPostId).toBe(made.body.postId)
    // Karim was there; Sofia said she would come, Léa that she could not.
    expect(await listMinutesReceivers(t.systemContext(), id)).toEqual(
      [sofia.memberId, lea.memberId].toSorted(),
    )
    await lea.delete(`/api/v1/communities/${community.slug}/membership`)
    await claire.put(`/api/v1/communities/${community.slug}/visibility`, {
      visibility: 'closed',
      partnersAdmitted: false,
    })
    expect(await listMinutesReceivers(t.systemContext(), id)).toEqual([sofia.memberId])
    // A deleted post is no longer the minutes, and may be written anew.
    await claire.delete(`/api/v1/posts/${made.body.postId}`)
    expect((await karim.get(`/api/v1/gatherings/${id}`)).body.minutesPostId).toBeNull()
    expect((await claire.post(path, words)).status).toBe(200)
    t.setNow(monday)
  })
})
