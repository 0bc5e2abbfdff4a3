import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { answer, eventsOf, found, join, monday, plan } from './testing.ts'

let t: TestApp
let claire: TestVisitor
let karim: TestVisitor

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(monday)
  claire = await t.member({ name: 'Claire' })
  karim = await t.member({ name: 'Karim' })
})
afterAll(() => t.close())

const unfolded = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n')
const property = (text: string, name: string): string[] =>
  unfolded(text).filter((line) => line.startsWith(`${name}:`))

async function feedOf(who: TestVisitor, scope = 'mine'): Promise<{ id: string; path: string }> {
  const made = await who.post('/api/v1/me/calendar-feeds', { name: 'Téléphone', scope })
  expect(made.status, made.text).toBe(200)
  return { id: made.body.feed.id, path: new URL(made.body.address).pathname }
}
const titlesIn = async (path: string): Promise<string[]> => {
  const feed = await t.anonymous.get(path)
  expect(feed.status).toBe(200)
  return property(feed.text, 'SUMMARY').map((line) => line.slice(8))
}
const agendaOf = async (who: TestVisitor, scope = 'communities'): Promise<string[]> => {
  const found = await who.get(
    `/api/v1/me/agenda?from=2026-11-20T00:00:00Z&to=2027-01-20T00:00:00Z&scope=${scope}`,
  )
  expect(found.status, found.text).toBe(200)
  return found.body.items.map((item: { title: string }) => item.title)
}

describe('the calendar file', () => {
  test('is in UTC, keeps its UID, counts its revisions and says when it is cancelled', async () => {
    const community = await found(claire, 'Fichiers')
    const id = await plan(claire, community)
    const file = await claire.get(`/api/v1/gatherings/${id}/calendar-file`)
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(property(file.text, 'UID')).toEqual([`UID:${id}@localhost`])
    expect(property(file.text, 'DTSTART')).toEqual(['DTSTART:20261201T130000Z'])
    expect(property(file.text, 'DTEND')).toEqual(['DTEND:20261201T143000Z'])
    expect(property(file.text, 'SEQUENCE')).toEqual(['SEQUENCE:0'])
    await claire.patch(`/api/v1/gatherings/${id}`, { startsWall: '2026-12-01T15:00' })
    await claire.post(`/api/v1/gatherings/${id}/cancellation`, { word: 'Malade' })
    const after = await claire.get(`/api/v1/gatherings/${id}/calendar-file`)
    expect(property(after.text, 'UID')).toEqual(property(file.text, 'UID'))
    expect(property(after.text, 'SEQUENCE')).toEqual(['SEQUENCE:2'])
    expect(property(after.text, 'STATUS')).toEqual(['STATUS:CANCELLED'])
    expect(property(after.text, 'DTSTART')).toEqual(['DTSTART:20261201T140000Z'])
  })

  test('takes no order from a title, a place or a text (T47), and folds at 75 octets', async () => {
    const community = await found(claire, 'Hostile')
    const hostile = 'Réunion, « café »; fin\\\r\nEND:VEVENT\r\nATTENDEE:mailto:x@evil.test'
    const id = await plan(claire, community, {
      title: hostile,
      place: hostile,
      descriptionMd: `${'é🎈'.repeat(80)}\n\nBEGIN:VEVENT\u2028X:1`,
    })
    const { text } = await claire.get(`/api/v1/gatherings/${id}/calendar-file`)
    const lines = text.split('\r\n')
    expect(lines.filter((line: string) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n\u2028]/)
    expect(text).not.toContain('\uFFFD')
    for (const name of ['BEGIN:VEVENT', 'END:VEVENT'])
      expect(unfolded(text).filter((line) => line === name)).toHaveLength(1)
    expect(unfolded(text).filter((line) => /^(ATTENDEE|X)[:;]/.test(line))).toEqual([])
    expect(property(text, 'SUMMARY')[0]).toBe(
      'SUMMARY:Réunion\\, « café »\\; fin\\\\ END:VEVENT ATTENDEE:mailto:x@evil.test',
    )
    const refused = await claire.post(`/api/v1/communities/${community.slug}/gatherings`, {
      title: 'Lien',
      mode: 'remote',
      link: 'javascript:alert(1)',
      startsWall: '2026-12-01T14:00',
      timezone: 'Europe/Paris',
      durationMinutes: 60,
    })
    expect(refused.status).toBe(400)
  })

  test('keeps the link for those who come', async () => {
    const community = await found(claire, 'Liens')
    await join(karim, claire, community)
    const id = await plan(claire, community)
    const before = await karim.get(`/api/v1/gatherings/${id}`)
    expect([before.body.link, before.body.linkIsKept]).toEqual([null, true])
    expect((await karim.get(`/api/v1/gatherings/${id}/calendar-file`)).text).not.toContain('visio.exemple')
    await answer(karim, id, 'remote')
    expect((await karim.get(`/api/v1/gatherings/${id}`)).body.link).toBe('https://visio.exemple.test/atelier')
    expect(unfolded((await karim.get(`/api/v1/gatherings/${id}/calendar-file`)).text).join('\n')).toContain(
      'visio.exemple',
    )
    await answer(karim, id, 'no')
    expect((await karim.get(`/api/v1/gatherings/${id}`)).body.link).toBeNull()
  })
})

describe('the personal calendar', () => {
  test('is a secret address that is stored as a hash, renewed, revoked, and nobody else’s', async () => {
    const community = await found(claire, 'Adresses')
    await join(karim, claire, community)
    const id = await plan(claire, community, { title: 'Point du mois' })
    await plan(claire, community, { title: 'Sans moi' })
    await answer(karim, id, 'onSite')
    const feed = await feedOf(karim)
    const all = await feedOf(karim, 'communities')
    expect(await titlesIn(feed.path)).toEqual(['Point du mois'])
    expect(await titlesIn(all.path)).toEqual(expect.arrayContaining(['Point du mois', 'Sans moi']))
    const token = feed.path.split('/').at(-1)!.slice(0, -4)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const stored = await t.db.read.rows<{ row: string }>(
      `select f::text as row from gatherings.calendar_feed f`,
    )
    expect(stored.some(({ row }) => row.includes(token))).toBe(false)
    const list = await karim.get('/api/v1/me/calendar-feeds')
    expect(list.text).not.toContain(token)
    expect(list.body.items.map((item: { lastUsedOn: string }) => item.lastUsedOn)).toEqual([
      '2026-11-23',
      '2026-11-23',
    ])
    expect((await claire.delete(`/api/v1/me/calendar-feeds/${feed.id}`)).status).toBe(404)
    const renewed = await karim.post(`/api/v1/me/calendar-feeds/${feed.id}/renewal`, {})
    expect((await t.anonymous.get(feed.path)).status).toBe(404)
    expect(await titlesIn(new URL(renewed.body.address).pathname)).toEqual(['Point du mois'])
    await karim.delete(`/api/v1/me/calendar-feeds/${feed.id}`)
    const same = (text: string) => text.replace(/"requestId":"[^"]+"/, '')
    const revoked = await t.anonymous.get(new URL(renewed.body.address).pathname)
    const unknown = await t.anonymous.get(`/api/v1/calendar-feeds/${'A'.repeat(43)}.ics`)
    expect([revoked.status, same(revoked.text)]).toEqual([unknown.status, same(unknown.text)])
    expect(revoked.status).toBe(404)
    await karim.delete(`/api/v1/me/calendar-feeds/${all.id}`)
  })

  test('of somebody who is gone answers as if it had never been (T10, T40)', async () => {
    const person = await t.member()
    const feed = await feedOf(person)
    expect((await t.anonymous.get(feed.path)).status).toBe(200)
    const nadia = await t.member({ administrator: true })
    await nadia.post(`/api/v1/admin/members/${person.memberId}/deactivation`, {})
    expect((await t.anonymous.get(feed.path)).status).toBe(404)
  })
})

describe('when one may no longer read it (T10, T20)', () => {
  test.each(['left', 'removed', 'archived'] as const)(
    '%s: agenda, file, feed, page, list and reminder are gone at once',
    async (how) => {
      const lea = await t.member({ name: 'Léa' })
      const max = await t.member({ name: 'Max' })
      const community = await found(claire, `Fermée ${how}`, 'secret')
      for (const who of [lea, max]) await join(who, claire, community)
      const id = await plan(claire, community, { title: `Secret ${how}`, seatsOnSite: 1 })
      await answer(max, id, 'onSite')
      await answer(lea, id, 'onSite')
      await answer(lea, id, 'remote', { keepWaiting: true })
      const feed = await feedOf(lea)
      expect(await titlesIn(feed.path)).toEqual([`Secret ${how}`])
      expect(await agendaOf(lea, 'mine')).toEqual([`Secret ${how}`])

      if (how === 'left') await lea.delete(`/api/v1/communities/${community.slug}/membership`)
      if (how === 'removed')
        await claire.delete(`/api/v1/communities/${community.slug}/members/${lea.memberId}`)
      if (how === 'archived')
        await t.db.read.run(`update communities.community set stage = 'archived' where id = $1`, [
          community.id,
        ])

      // No job has run: what is asked now is answered with the rights of now.
      expect(await agendaOf(lea)).toEqual([])
      expect(await agendaOf(lea, 'mine')).toEqual([])
      expect(await titlesIn(feed.path)).toEqual([])
      if (how === 'archived') {
        expect((await answer(lea, id, 'onSite')).body.error.data.reason).toBe('archived')
      } else {
        const absent = await lea.get('/api/v1/gatherings/0197b5a0-0000-7000-8000-00000000dead')
        for (const path of ['', '/attendees', '/calendar-file'])
          expect((await lea.get(`/api/v1/gatherings/${id}${path}`)).body.error.code).toBe(
            absent.body.error.code,
          )
        expect((await answer(lea, id, 'remote')).status).toBe(404)
        await t.settle()
        await max.delete(`/api/v1/gatherings/${id}/answer`)
        expect(await t.db.read.rows(`select 1 from gatherings.answer where gathering_id = $1`, [id])).toEqual(
          [],
        )
      }
    },
  )

  test('an open community that becomes secret takes its gatherings with it', async () => {
    const lea = await t.member()
    const community = await found(claire, 'Bientôt secrète')
    const id = await plan(claire, community, { title: 'Avant' })
    expect((await lea.get(`/api/v1/gatherings/${id}`)).status).toBe(200)
    await claire.put(`/api/v1/communities/${community.slug}/visibility`, {
      visibility: 'secret',
      partnersAdmitted: false,
    })
    expect((await lea.get(`/api/v1/gatherings/${id}`)).status).toBe(404)
    expect((await lea.get(`/api/v1/communities/${community.slug}/gatherings`)).status).toBe(404)
  })
})

describe('reminders', () => {
  const remind = async (at: string) => {
    t.setNow(new Date(at))
    await t.db.read.run(`select graphile_worker.add_job('gatherings.remind', '{}')`)
    await t.settle()
  }
  const dueOf = async (id: string) =>
    (await eventsOf(t, 'gatheringReminderDue'))
      .filter((event) => event['gatheringId'] === id)
      .map((event) => [event['lead'], event['startsAt']])

  test('are due once, a wall-clock day and an hour before, across a change of clocks and of date', async () => {
    t.setNow(new Date('2027-03-20T09:00:00Z'))
    const community = await found(claire, 'Rappels')
    // Clocks go forward in the night before: nine on Saturday is 25 − 1 − 1 hours before nine on Sunday.
    const id = await plan(claire, community, { startsWall: '2027-03-28T09:00' })
    await remind('2027-03-27T07:59:00Z')
    expect(await dueOf(id)).toEqual([])
    await remind('2027-03-27T08:01:00Z')
    await remind('2027-03-27T08:06:00Z')
    expect(await dueOf(id)).toEqual([['day', '2027-03-28T07:00:00.000Z']])
    // Moved: what is due is reckoned anew, and nothing is owed for the moment that no longer is.
    await claire.patch(`/api/v1/gatherings/${id}`, { startsWall: '2027-03-29T09:00' })
    await remind('2027-03-28T06:10:00Z')
    expect(await dueOf(id)).toHaveLength(1)
    await remind('2027-03-28T07:02:00Z')
    await remind('2027-03-29T06:02:00Z')
    await remind('2027-03-29T06:07:00Z')
    expect(await dueOf(id)).toEqual([
      ['day', '2027-03-28T07:00:00.000Z'],
      ['day', '2027-03-29T07:00:00.000Z'],
      ['hour', '2027-03-29T07:00:00.000Z'],
    ])
  })

  test('are not owed for what was planned later than they were due, nor for what is cancelled', async () => {
    t.setNow(new Date('2027-05-03T09:00:00Z'))
    const community = await found(claire, 'Tard')
    const soon = await plan(claire, community, { startsWall: '2027-05-03T13:00' })
    const off = await plan(claire, community, { startsWall: '2027-05-03T13:30' })
    await claire.post(`/api/v1/gatherings/${off}/cancellation`, {})
    await remind('2027-05-03T09:05:00Z')
    expect(await dueOf(soon)).toEqual([])
    await remind('2027-05-03T10:31:00Z')
    expect(await dueOf(soon)).toEqual([['hour', '2027-05-03T11:00:00.000Z']])
    expect(await dueOf(off)).toEqual([])
    t.setNow(monday)
  })
})
