import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { isQuietDay, listSlotsDue, seasonNote } from '#modules/editorial/public.ts'

let t: TestApp
let slug: string
let communityId: string
let siteId: string
const who = {} as Record<'claire' | 'karim' | 'helene' | 'sofia' | 'outsider' | 'admin', TestVisitor>

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const code = (answer: TestAnswer) => [answer.status, answer.body.error.code]
const at = (path: string) => `/api/v1/communities/${slug}${path}`
const add = async (more: object = {}) =>
  ok(await who.claire.post(at('/slots'), { on: '2026-11-26', title: 'Question de la semaine', ...more }))
const ask = (slotId: string, person: TestVisitor) =>
  who.claire.post(at(`/slots/${slotId}/asks`), {
    memberId: person.memberId,
    note: 'Vous connaissez le sujet.',
  })
const turnOf = async (person: TestVisitor, slotId: string) =>
  ok(await person.get('/api/v1/me/turns')).turns.find((turn: { slotId: string }) => turn.slotId === slotId)
const notices = async (person: TestVisitor): Promise<string[]> =>
  ok(await person.get('/api/v1/notifications')).items.map((one: { sentence: string }) =>
    one.sentence.replace(/[\u2068\u2069]/g, ''),
  )

beforeAll(async () => {
  t = await startTestApp()
  // A Monday.
  t.setNow(new Date('2026-11-23T08:00:00Z'))
  for (const name of ['claire', 'karim', 'helene', 'sofia', 'outsider'] as const)
    who[name] = await t.member({ name: `Nom ${name}` })
  who.admin = await t.member({ name: 'Nom admin', administrator: true })
  siteId = (await t.db.read.row<{ id: string }>(
    `insert into people.site (id, name, country, timezone) values (gen_random_uuid(), 'Mulhouse', 'FR', 'Europe/Paris') returning id`,
  ))!.id
  const made = ok(
    await who.claire.post('/api/v1/communities', {
      name: { fr: 'Maintenance' },
      purpose: { fr: 'S’entraider.' },
      kind: 'practice',
      visibility: 'open',
    }),
  )
  slug = made.slug
  communityId = made.id
  await t.db.read.run('update communities.community set site_id = $2 where id = $1', [communityId, siteId])
  for (const name of ['karim', 'helene', 'sofia'] as const) ok(await who[name].post(at('/membership'), {}))
})
afterAll(() => t.close())

test('the calendar is its managers’; a slot is put in, moved, said, skipped with a reason', async () => {
  expect(code(await who.karim.get(at('/calendar?from=2026-11-01&to=2026-11-30')))[0]).toBe(403)
  expect((await t.anonymous.get(at('/calendar?from=2026-11-01&to=2026-11-30'))).status).toBe(401)
  expect(code(await who.claire.get(at('/calendar?from=2026-01-01&to=2026-11-30')))).toEqual([
    400,
    'spanTooLong',
  ])
  const slot = await add()
  expect((await who.karim.put(at(`/slots/${slot.id}`), { on: '2026-11-27' })).status).toBe(403)
  expect(ok(await who.claire.put(at(`/slots/${slot.id}`), { on: '2026-11-27' }))).toMatchObject({
    on: '2026-11-27',
    state: 'idea',
  })
  expect(code(await who.claire.put(at(`/slots/${slot.id}`), { state: 'skipped' }))).toEqual([
    400,
    'skipReasonMissing',
  ])
  ok(await who.claire.put(at(`/slots/${slot.id}`), { state: 'skipped', skipReason: 'Atelier fermé' }))
  const { slots, today, bands } = ok(await who.claire.get(at('/calendar?from=2026-11-01&to=2026-11-30')))
  expect(slots).toMatchObject([{ id: slot.id, state: 'skipped', skipReason: 'Atelier fermé' }])
  expect(today).toBe('2026-11-23')
  expect(bands.map((band: { label: { fr: string } }) => band.label.fr)).toEqual([
    'Toussaint',
    'Armistice de 1918',
  ])
  expect(ok(await who.claire.put(at(`/slots/${slot.id}`), { state: 'drafted' })).skipReason).toBeNull()
  ok(await who.claire.delete(at(`/slots/${slot.id}`)))
  expect(code(await who.claire.delete(at(`/slots/${slot.id}`)))).toEqual([404, 'notFound'])
})

test('what comes back has its days four months ahead, and ends from a day on', async () => {
  const first = await add({ on: '2026-11-24', title: 'Récap', repeat: 'twoWeeks' })
  const read = async () =>
    ok(await who.claire.get(at('/calendar?from=2026-11-24&to=2027-01-31'))).slots.map(
      (slot: { on: string }) => slot.on,
    )
  expect(await read()).toEqual(['2026-11-24', '2026-12-08', '2026-12-22', '2027-01-05', '2027-01-19'])
  const third = (await t.db.read.row<{ id: string }>(
    `select id from editorial.slot where on_day = '2026-12-22' and title = 'Récap'`,
  ))!.id
  ok(await who.claire.delete(at(`/slots/${third}?following=true`)))
  expect(await read()).toEqual(['2026-11-24', '2026-12-08'])
  await t.db.read.run('delete from editorial.slot where title = $1', ['Récap'])
  expect(first.isRecurring).toBe(true)
})

test('a link says that it was published; what stands elsewhere cannot be linked', async () => {
  const slot = await add()
  const { card } = ok(
    await who.karim.post('/api/v1/posts', {
      communityId,
      bodyMd: 'Mon alignement en cinq étapes',
      title: 'Alignement',
    }),
  )
  expect(code(await who.claire.put(at(`/slots/${slot.id}`), { pageId: card.id }))).toEqual([
    409,
    'linkNotHere',
  ])
  const links = ok(await who.claire.get(at(`/slots/${slot.id}/links`)))
  expect(links.posts[0]).toMatchObject({ id: card.id })
  expect(ok(await who.claire.put(at(`/slots/${slot.id}`), { postId: card.id }))).toMatchObject({
    state: 'published',
    post: { id: card.id, title: 'Alignement' },
  })
})

test('nobody speaks twice until all who are willing had a turn; the person accepts, declines, changes', async () => {
  for (const name of ['karim', 'helene', 'sofia'] as const)
    ok(await who[name].put(at('/volunteer'), { subject: `Sujet ${name}` }))
  expect((await who.outsider.put(at('/volunteer'), {})).status).toBe(403)
  expect(ok(await who.karim.get(at('/volunteer')))).toEqual({ isVolunteer: true, subject: 'Sujet karim' })

  const one = await add({ on: '2026-12-03', title: 'Pompes' })
  expect(code(await ask(one.id, who.outsider))).toEqual([409, 'speakerNotMember'])
  expect(ok(await ask(one.id, who.karim))).toMatchObject({ state: 'asked', speaker: null })
  expect(code(await ask(one.id, who.helene))).toEqual([409, 'alreadyAsked'])
  await t.settle()
  expect(await notices(who.karim)).toContain('Nom claire vous propose de prendre la parole')
  const turn = await turnOf(who.karim, one.id)
  expect((await who.helene.post(`/api/v1/me/turns/${turn.id}`, { answer: 'accepted' })).status).toBe(404)
  ok(await who.karim.post(`/api/v1/me/turns/${turn.id}`, { answer: 'accepted' }))
  expect(code(await who.karim.post(`/api/v1/me/turns/${turn.id}`, { answer: 'accepted' }))).toEqual([
    409,
    'alreadyAnswered',
  ])
  await t.settle()
  expect(await notices(who.claire)).toContain('Nom karim prend la parole comme proposé')

  // Karim had his turn: Hélène and Sofia come first.
  const two = await add({ on: '2026-12-10', title: 'Vibrations' })
  expect(code(await ask(two.id, who.karim))).toEqual([409, 'notTheirTurn'])
  ok(await ask(two.id, who.helene))
  const hers = await turnOf(who.helene, two.id)
  expect(hers.swapWith.map((card: { id: string }) => card.id)).toEqual([
    who.sofia.memberId,
    who.karim.memberId,
  ])
  ok(await who.helene.post(`/api/v1/me/turns/${hers.id}`, { answer: 'declined' }))
  const voices = ok(await who.claire.get(at(`/voices?slot=${two.id}`)))
  expect(
    voices.volunteers.map((one: { member: { id: string }; isTheirTurn: boolean }) => [
      one.member.id,
      one.isTheirTurn,
    ]),
  ).toContainEqual([who.sofia.memberId, true])
  expect(voices.volunteers.filter((one: { isTheirTurn: boolean }) => one.isTheirTurn)).toHaveLength(1)
  ok(await ask(two.id, who.sofia))
  const sofias = await turnOf(who.sofia, two.id)
  ok(await who.sofia.post(`/api/v1/me/turns/${sofias.id}`, { answer: 'accepted' }))

  // A new round: Karim again, who would rather change with Hélène; nothing changes until she says yes.
  const three = await add({ on: '2026-12-17', title: 'Roulements' })
  ok(await ask(three.id, who.karim))
  const his = await turnOf(who.karim, three.id)
  ok(await who.karim.post(`/api/v1/me/turns/${his.id}`, { answer: 'accepted' }))
  ok(
    await who.karim.post(`/api/v1/me/turns/${his.id}`, { answer: 'swap', withMemberId: who.helene.memberId }),
  )
  expect(
    code(
      await who.karim.post(`/api/v1/me/turns/${his.id}`, {
        answer: 'swap',
        withMemberId: who.claire.memberId,
      }),
    ),
  ).toEqual([409, 'swapNotPossible'])
  const swap = await turnOf(who.helene, three.id)
  expect(swap).toMatchObject({ state: 'swapAsked', swapFrom: { id: who.karim.memberId } })
  ok(await who.helene.post(`/api/v1/me/turns/${swap.id}`, { answer: 'accepted' }))
  expect(
    (await t.db.read.row<{ speaker: string }>(
      'select speaker_id as speaker from editorial.slot where id = $1',
      [three.id],
    ))!.speaker,
  ).toBe(who.helene.memberId)
  const rounds = await t.db.read.rows<{ id: string; rounds: number }>(
    'select member_id as id, rounds from editorial.volunteer where community_id = $1',
    [communityId],
  )
  expect(Object.fromEntries(rounds.map(({ id, rounds: n }) => [id, n]))).toEqual({
    [who.karim.memberId]: 1,
    [who.helene.memberId]: 2,
    [who.sofia.memberId]: 1,
  })

  // The text is the speaker's: they say which post it was; nobody else's will do.
  const { card } = ok(
    await who.helene.post('/api/v1/posts', {
      communityId,
      bodyMd: 'Un roulement chante',
      title: 'Roulements',
    }),
  )
  const foreign = ok(await who.karim.post('/api/v1/posts', { communityId, bodyMd: 'Autre', title: 'Autre' }))
  expect(
    code(await who.helene.post(`/api/v1/me/turns/${swap.id}/publication`, { postId: foreign.card.id })),
  ).toEqual([409, 'postNotYours'])
  ok(await who.helene.post(`/api/v1/me/turns/${swap.id}/publication`, { postId: card.id }))
  expect((await turnOf(who.helene, three.id)).state).toBe('published')
})

test('somebody who is away on the day is not asked; a look at voices is logged with the people', async () => {
  const slot = await add({ on: '2026-12-21', title: 'Bilan' })
  ok(await who.sofia.delete(at('/volunteer')))
  await t.db.read.run(
    `insert into expertise.absence (member_id, starts_on, ends_on, said_at) values ($1, '2026-12-20', '2026-12-24', now())`,
    [who.sofia.memberId],
  )
  expect(code(await ask(slot.id, who.sofia))).toEqual([409, 'speakerAway'])
  ok(await who.claire.get(at(`/voices?slot=${slot.id}`)))
  const log = await t.db.read.rows(
    `select purpose from people.access_log where subject_id = $1 and screen = 'calendar'`,
    [who.karim.memberId],
  )
  expect(log).toEqual([{ purpose: 'letOthersSpeak' }])
})

test('entities that were not heard are named from five members on, never their people', async () => {
  const entity = async (name: string, members: number) => {
    const { id } = (await t.db.read.row<{ id: string }>(
      `insert into people.entity (id, name) values (gen_random_uuid(), $1) returning id`,
      [name],
    ))!
    for (let n = 0; n < members; n++) {
      const person = await t.member({ name: `${name} ${n}` })
      ok(await person.post(at('/membership'), {}))
      await t.db.read.run('update people.member set entity_id = $2 where id = $1', [person.memberId, id])
    }
    return id
  }
  const five = await entity('Logistique', 5)
  await entity('Achats', 4)
  const { entities } = ok(await who.claire.get(at('/voices')))
  expect(entities).toEqual([{ id: five, name: 'Logistique' }])
})

test('seven, three and one working days before, the speaker and the manager are reminded, each once', async () => {
  await t.db.read.run(`update editorial.slot set state = 'published' where state <> 'skipped'`)
  // Tuesday 5 January 2027: Christmas, New Year and weekends lie before. Seven working days back is 23 December.
  const slot = await add({ on: '2027-01-05', title: 'Vœux' })
  await t.db.read.run(`update editorial.slot set speaker_id = $2 where id = $1`, [
    slot.id,
    who.karim.memberId,
  ])
  const run = async (day: string) => {
    t.setNow(new Date(`${day}T05:20:00Z`))
    await t.db.read.run(`select graphile_worker.add_job('editorial.remindSlots', '{}'::json)`)
    await t.settle()
    return (
      await t.db.read.rows<{ lead: number; who: string[] }>(
        `select (payload->>'lead')::int as lead, payload->'memberIds' as who from platform.domain_event where name = 'slotReminded' order by id`,
      )
    ).map(({ lead }) => lead)
  }
  expect(await run('2026-12-22')).toEqual([])
  expect(await run('2026-12-23')).toEqual([7])
  expect(await run('2026-12-28')).toEqual([7])
  expect(await run('2026-12-30')).toEqual([7, 3])
  expect(await run('2027-01-04')).toEqual([7, 3, 1])
  expect(await run('2027-01-04')).toEqual([7, 3, 1])
  expect(await notices(who.karim)).toContain('Votre prise de parole est dans un jour ouvré')
  expect(await notices(who.claire)).toContain('Un rendez-vous du calendrier est dans un jour ouvré')
  t.setNow(new Date('2026-11-23T08:00:00Z'))
})

test('formats are the community’s copies; those of the company stay as they are', async () => {
  expect((await who.karim.get(at('/formats'))).status).toBe(403)
  const adopted = ok(await who.claire.post(at('/formats'), { key: 'portrait' }))
  expect(ok(await who.claire.post(at('/formats'), { key: 'portrait' })).id).toBe(adopted.id)
  const written = {
    name: { fr: 'Portrait d’atelier' },
    howTo: { fr: 'Trois questions.' },
    minutes: 30,
    rhythm: 'monthly',
  }
  expect(ok(await who.claire.put(at(`/formats/${adopted.id}`), written)).name.fr).toBe('Portrait d’atelier')
  expect(code(await who.claire.put(at(`/formats/${adopted.id}`), { ...written, name: {} }))).toEqual([
    400,
    'formatTextMissing',
  ])
  const { items, company } = ok(await who.claire.get(at('/formats')))
  expect(items).toHaveLength(1)
  expect(company.find((one: { key: string }) => one.key === 'portrait')).toMatchObject({
    isAdopted: true,
    name: { fr: 'Portrait d’un membre' },
  })
  const slot = await add({ formatId: adopted.id })
  ok(await who.claire.delete(at(`/formats/${adopted.id}`)))
  expect(
    code(await who.claire.post(at('/slots'), { on: '2026-11-26', title: 'X', formatId: adopted.id })),
  ).toEqual([404, 'notFound'])
  ok(await who.claire.delete(at(`/slots/${slot.id}`)))
})

test('the administrator chooses zones; a site follows the company, or its own calendar file', async () => {
  const put = (by: TestVisitor, body: object) => by.put('/api/v1/admin/site-calendars', body)
  expect((await put(who.claire, { siteId: null, zone: 'B', alsaceMoselle: false })).status).toBe(403)
  ok(await put(who.admin, { siteId: null, zone: 'C', alsaceMoselle: false }))
  const bandsIn = async (month: string) =>
    ok(await who.claire.get(at(`/calendar?from=${month}-01&to=${month}-28`))).bands.map(
      (band: { label: { fr: string }; from: string }) => `${band.from} ${band.label.fr}`,
    )
  expect(await bandsIn('2027-02')).toEqual(['2027-02-06 Vacances d’hiver'])
  ok(await put(who.admin, { siteId, zone: 'B', alsaceMoselle: true }))
  expect(await bandsIn('2027-02')).toEqual(['2027-02-20 Vacances d’hiver'])
  const ctx = t.systemContext()
  expect(await isQuietDay(ctx, communityId, '2027-03-26')).toBe(true)
  expect(await isQuietDay(ctx, communityId, '2027-03-25')).toBe(false)
  expect(await isQuietDay(ctx, communityId, '2027-02-24')).toBe(true)
  expect((await seasonNote(ctx, communityId, '2027-02'))?.fr).toContain('du 20 février au 7 mars')

  const text = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270215\nDTEND;VALUE=DATE:20270220\nSUMMARY:Carnaval\nEND:VEVENT\nEND:VCALENDAR`
  const file = { siteId, zone: 'file', alsaceMoselle: false }
  expect(code(await put(who.admin, file))).toEqual([400, 'calendarUnreadable'])
  expect(code(await put(who.admin, { ...file, file: { name: 'x.ics', text: 'bonjour' } }))).toEqual([
    400,
    'calendarUnreadable',
  ])
  expect(
    code(await put(who.admin, { ...file, file: { name: 'x.ics', text: 'BEGIN:VCALENDAR\nEND:VCALENDAR' } })),
  ).toEqual([400, 'calendarEmpty'])
  expect(ok(await put(who.admin, { ...file, file: { name: 'be.ics', text } })).file.periods).toEqual([
    { label: 'Carnaval', from: '2027-02-15', to: '2027-02-19' },
  ])
  expect(await bandsIn('2027-02')).toEqual(['2027-02-15 Carnaval'])
  expect((await put(who.admin, { siteId: communityId, zone: 'A', alsaceMoselle: false })).status).toBe(404)
})

test('relaunch weeks are there by themselves, and are edited', async () => {
  const read = async () => ok(await who.claire.get(at('/calendar?from=2027-01-01&to=2027-01-31'))).relaunches
  const [week] = await read()
  expect(week).toMatchObject({ key: '2027-january', startsOn: '2027-01-04', isDismissed: false })
  const put = (key: string, body: object) => who.claire.put(at(`/relaunches/${key}`), body)
  const items = [...week.items.slice(1), { key: null, text: 'Galette à Mulhouse', done: true }]
  ok(await put(week.key, { startsOn: '2027-01-11', items, isDismissed: false }))
  expect(await read()).toMatchObject([{ startsOn: '2027-01-11', items }])
  expect((await put('2027-october', { startsOn: '2027-10-11', items, isDismissed: false })).status).toBe(404)
  expect((await put(week.key, { startsOn: '2027-06-11', items, isDismissed: false })).status).toBe(404)
})

test('doors: what is due, the oldest first', async () => {
  const later = await add({ on: '2026-11-25', title: 'Mercredi' })
  const sooner = await add({ on: '2026-11-23', title: 'Lundi' })
  await add({ on: '2026-12-25', title: 'Plus tard' })
  const due = await listSlotsDue(t.systemContext(), communityId, '2026-11-25')
  expect(due.map(({ id }) => id)).toEqual([sooner.id, later.id])
})
