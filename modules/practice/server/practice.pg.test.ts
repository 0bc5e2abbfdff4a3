import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { isOnLeave, listCoveringManagers } from '#modules/practice/public.ts'

let t: TestApp
let slug: string
let communityId: string
const who = {} as Record<'claire' | 'nadia' | 'ines' | 'karim' | 'sponsor' | 'other', TestVisitor>

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const code = (answer: TestAnswer) => [answer.status, answer.body.error.code]
const at = (path: string) => `/api/v1/communities/${slug}${path}`
const notices = async (person: TestVisitor): Promise<string[]> => {
  await t.settle()
  return ok(await person.get('/api/v1/notifications')).items.map((one: { sentence: string }) =>
    one.sentence.replace(/[\u2068\u2069]/g, ''),
  )
}
const found = async (by: TestVisitor, name: string) =>
  ok(
    await by.post('/api/v1/communities', {
      name: { fr: name },
      purpose: { fr: 'S’entraider.' },
      kind: 'practice',
      visibility: 'open',
    }),
  )

beforeAll(async () => {
  t = await startTestApp()
  // A Wednesday.
  t.setNow(new Date('2026-11-25T09:00:00Z'))
  for (const name of ['claire', 'nadia', 'ines', 'karim', 'sponsor', 'other'] as const)
    who[name] = await t.member({ name: `Nom ${name}` })
  const made = await found(who.claire, 'Maintenance')
  slug = made.slug
  communityId = made.id
  for (const name of ['nadia', 'ines', 'karim', 'sponsor'] as const)
    ok(await who[name].post(at('/membership'), {}))
  for (const name of ['nadia', 'ines'] as const)
    ok(await who.claire.put(at(`/members/${who[name].memberId}/roles/manager`)))
  ok(await who.claire.put(at(`/members/${who.sponsor.memberId}/roles/sponsor`)))
  await found(who.other, 'Achats')
})
afterAll(() => t.close())

test('the sheet is the manager’s own: hours are declared, a budget compared, nobody else reads it', async () => {
  for (const person of [who.karim, who.sponsor, who.other])
    expect((await person.get(at('/my-practice'))).status).toBe(403)
  ok(await who.claire.put(at('/my-practice/budget'), { minutes: 240 }))
  const week = (day: string, minutes: number | null) =>
    who.claire.put(at(`/my-practice/weeks/${day}`), { minutes, note: 'Audit' })
  for (const [day, minutes] of [
    ['2026-11-16', 300],
    ['2026-11-09', 310],
    ['2026-11-02', 290],
    ['2026-10-26', 100],
  ] as const)
    ok(await week(day, minutes))
  expect(code(await week('2026-11-17', 60))).toEqual([400, 'weekUnusable'])
  expect(code(await week('2026-11-30', 60))).toEqual([400, 'weekUnusable'])
  expect(code(await week('2020-11-30', 60))).toEqual([400, 'weekUnusable'])
  ok(await who.claire.post(at('/my-practice/held-back'), { text: 'J’ai laissé Mulhouse répondre.' }))
  const { sheet } = ok(await who.claire.get(at('/my-practice')))
  expect(sheet).toMatchObject({
    budget: 240,
    weeksAbove: 3,
    heldBack: [{ on: '2026-11-25', text: 'J’ai laissé Mulhouse répondre.' }],
  })
  expect(sheet.weeks).toHaveLength(8)
  // Another manager of the same community has a sheet of their own, and sees nothing of this one.
  expect(ok(await who.nadia.get(at('/my-practice'))).sheet).toMatchObject({ budget: null, heldBack: [] })
  const id = sheet.heldBack[0].id
  expect((await who.nadia.delete(`/api/v1/me/practice/held-back/${id}`)).status).toBe(404)
})

test('first answers: mine, the other managers’, and the community’s', async () => {
  const question = async (title: string, by: TestVisitor, ...answers: TestVisitor[]) => {
    const { card } = ok(
      await by.post('/api/v1/posts', { communityId, kind: 'question', title, bodyMd: 'Comment faire ?' }),
    )
    for (const person of answers)
      ok(await person.post(`/api/v1/posts/${card.id}/comments`, { bodyMd: 'Ainsi.', isAnswer: true }))
  }
  await question('Un', who.karim, who.claire)
  await question('Deux', who.karim, who.sponsor, who.claire)
  await question('Trois', who.karim, who.nadia)
  await question('Quatre', who.karim)
  const { sheet } = ok(await who.claire.get(at('/my-practice')))
  const answered = sheet.months.reduce((sum: number, one: { answered: number }) => sum + one.answered, 0)
  const mine = sheet.months.reduce((sum: number, one: { mine: number }) => sum + one.mine, 0)
  const managers = sheet.months.reduce((sum: number, one: { managers: number }) => sum + one.managers, 0)
  expect([answered, mine, managers]).toEqual([3, 1, 1])
})

test('the sponsor sees a sheet only while its manager shares it', async () => {
  const shared = async (by: TestVisitor) => ok(await by.get('/api/v1/me/practice/shared')).items
  expect(await shared(who.sponsor)).toEqual([])
  expect(code(await who.claire.put(at(`/my-practice/shares/${who.karim.memberId}`)))).toEqual([
    409,
    'readerUnsuitable',
  ])
  ok(await who.claire.put(at(`/my-practice/shares/${who.sponsor.memberId}`)))
  expect(await shared(who.sponsor)).toMatchObject([
    { writer: { id: who.claire.memberId }, sheet: { budget: 240 } },
  ])
  expect(await shared(who.nadia)).toEqual([])
  expect(await notices(who.sponsor)).toContain('Nom claire partage sa fiche d’animation avec vous')
  ok(await who.claire.delete(at(`/my-practice/shares/${who.sponsor.memberId}`)))
  expect(await shared(who.sponsor)).toEqual([])
  expect(await notices(who.sponsor)).not.toContain('Nom claire partage sa fiche d’animation avec vous')
  ok(await who.claire.put(at(`/my-practice/shares/${who.sponsor.memberId}`)))
  ok(await who.claire.delete(at('/my-practice')))
  expect(await shared(who.sponsor)).toEqual([])
  expect(ok(await who.claire.get(at('/my-practice'))).sheet).toMatchObject({
    budget: null,
    weeksAbove: 0,
    heldBack: [],
  })
})

test('leave: another manager is asked, agrees, receives the sheet, and tells back', async () => {
  const say = (by: TestVisitor, more: object = {}) =>
    by.post(at('/leaves'), { from: '2026-11-30', to: '2026-12-04', ...more })
  expect((await say(who.karim)).status).toBe(403)
  expect(code(await say(who.claire, { standInId: who.karim.memberId }))).toEqual([409, 'standInNotManager'])
  expect(code(await say(who.claire, { to: '2026-11-29' }))).toEqual([400, 'leaveInPast'])
  const leave = ok(await say(who.claire, { standInId: who.nadia.memberId }))
  expect(code(await say(who.claire, { from: '2026-12-04', to: '2026-12-05' }))).toEqual([
    409,
    'leaveOverlaps',
  ])
  expect(await notices(who.nadia)).toContain(
    'Nom claire vous demande de prendre le relais pendant son absence',
  )

  const of = (what: string) => `/api/v1/me/leaves/${leave.id}/${what}`
  // Until somebody agrees, nothing is given, and nobody else may answer or read.
  expect(code(await who.claire.put(of('handover'), { parts: [], give: true }))).toEqual([
    409,
    'nobodyToGiveTo',
  ])
  expect((await who.ines.post(of('answer'), { accepted: true })).status).toBe(404)
  expect((await who.nadia.get(of('handover'))).status).toBe(404)
  ok(await who.nadia.post(of('answer'), { accepted: true }))
  expect(code(await who.nadia.post(of('answer'), { accepted: false }))).toEqual([409, 'alreadyAnswered'])
  expect(await notices(who.claire)).toContain('Nom nadia prend le relais pendant votre absence')

  // Drafted from what is open: a question, a slot; of moderation only how much.
  ok(await who.claire.post(at('/slots'), { on: '2026-12-02', title: 'Portrait de Karim' }))
  const draft = ok(await who.claire.get(of('handover')))
  expect(draft).toMatchObject({ isDraft: true, can: { write: true } })
  const lines = (sheet: { parts: { key: string; lines: string[] }[] }, key: string) =>
    sheet.parts.find((part) => part.key === key)!.lines
  expect(lines(draft, 'questions')).toEqual(['Quatre'])
  expect(lines(draft, 'slots')).toEqual(['2 décembre\u00a0: Portrait de Karim, sans voix pour l’instant'])
  expect((await who.nadia.get(of('handover'))).status).toBe(404)
  const parts = [{ key: 'other', lines: ['La clé de la salle est chez Karim.', ' '] }]
  ok(await who.claire.put(of('handover'), { word: 'Merci Nadia.', parts, give: true }))
  const given = ok(await who.nadia.get(of('handover')))
  expect(given).toMatchObject({ word: 'Merci Nadia.', can: { write: false, tellBack: true } })
  expect(lines(given, 'other')).toEqual(['La clé de la salle est chez Karim.'])
  expect((await who.ines.get(of('handover'))).status).toBe(404)
  expect(await notices(who.nadia)).toContain('Nom claire vous remet sa fiche de passation')

  // Doors: away on those days only, with whoever stands in; nobody stands in for two at the same time away.
  const ctx = t.systemContext()
  expect(await isOnLeave(ctx, communityId, who.claire.memberId, '2026-11-29')).toBe(false)
  expect(await isOnLeave(ctx, communityId, who.claire.memberId, '2026-11-30')).toBe(true)
  expect(await isOnLeave(ctx, communityId, who.claire.memberId, '2026-12-05')).toBe(false)
  expect(await listCoveringManagers(ctx, communityId, '2026-12-01')).toMatchObject([
    { away: { id: who.claire.memberId }, standIn: { id: who.nadia.memberId } },
  ])
  expect(code(await say(who.ines, { standInId: who.claire.memberId }))).toEqual([409, 'standInAway'])

  t.setNow(new Date('2026-12-03T09:00:00Z'))
  ok(await who.nadia.put(of('handover/return-word'), { word: 'Deux questions, toutes deux répondues.' }))
  ok(await who.claire.post(of('return')))
  expect(ok(await who.claire.get(of('handover'))).returnWord).toBe('Deux questions, toutes deux répondues.')
  expect(await isOnLeave(ctx, communityId, who.claire.memberId, '2026-12-03')).toBe(false)
  expect(await listCoveringManagers(ctx, communityId, '2026-12-03')).toEqual([])
  t.setNow(new Date('2026-11-25T09:00:00Z'))
})

test('a stand-in who declines can be replaced; a leave that has not begun does not take place', async () => {
  const leave = ok(
    await who.nadia.post(at('/leaves'), {
      from: '2027-01-11',
      to: '2027-01-15',
      standInId: who.ines.memberId,
    }),
  )
  const of = (what: string) => `/api/v1/me/leaves/${leave.id}/${what}`
  ok(await who.ines.post(of('answer'), { accepted: false }))
  expect((await who.claire.put(of('stand-in'), { memberId: who.claire.memberId })).status).toBe(404)
  expect(ok(await who.nadia.put(of('stand-in'), { memberId: who.claire.memberId }))).toMatchObject({
    answer: null,
    standIn: { id: who.claire.memberId },
  })
  expect(ok(await who.claire.get('/api/v1/me/practice/stand-ins')).asked).toMatchObject([{ id: leave.id }])
  ok(await who.nadia.post(of('return')))
  expect((await who.nadia.get(of('handover'))).status).toBe(404)
  expect(ok(await who.claire.get('/api/v1/me/practice/stand-ins')).asked).toEqual([])
})

test('a circle is small, for managers, and what is said in it stays in it, without names', async () => {
  expect(code(await who.karim.get('/api/v1/managers/circles'))).toEqual([403, 'notPermitted'])
  const circle = ok(
    await who.claire.post('/api/v1/managers/circles', { name: 'Cercle des lundis', seats: 3 }),
  )
  const of = (what: string) => `/api/v1/managers/circles/${circle.id}${what}`
  expect((await who.other.get(of(''))).status).toBe(404)
  ok(await who.other.put(of('/membership')))
  ok(await who.other.put(of('/membership')))
  ok(await who.nadia.put(of('/membership')))
  expect(code(await who.ines.put(of('/membership')))).toEqual([409, 'circleFull'])
  const named = await who.claire.post(of('/entries'), {
    kind: 'difficulty',
    text: 'nom KARIM coupe la parole.',
  })
  expect([...code(named), named.body.error.data.names]).toEqual([409, 'namesInText', ['Nom karim']])
  const entry = ok(
    await who.claire.post(of('/entries'), { kind: 'difficulty', text: 'Quelqu’un coupe la parole à tous.' }),
  )
  ok(
    await who.other.post(`/api/v1/managers/entries/${entry.id}/replies`, {
      text: 'Un tour de table a aidé.',
    }),
  )
  expect((await who.ines.post(`/api/v1/managers/entries/${entry.id}/replies`, { text: 'Non.' })).status).toBe(
    404,
  )
  expect(ok(await who.nadia.get(of(''))).items).toMatchObject([
    { text: 'Quelqu’un coupe la parole à tous.', replies: [{ text: 'Un tour de table a aidé.' }] },
  ])
  expect(await notices(who.nadia)).toContain('Du nouveau dans votre cercle, par Nom other et Nom claire')
  expect(
    code(await who.claire.post(of('/meetings'), { startsAt: '2026-11-20T10:00:00.000Z', place: 'Ici' })),
  ).toEqual([400, 'meetingInPast'])
  ok(await who.claire.post(of('/meetings'), { startsAt: '2026-12-07T12:00:00.000Z', place: 'Salle Loire' }))
  expect(ok(await who.other.get(of(''))).meetings).toMatchObject([{ place: 'Salle Loire' }])
  expect((await who.other.delete(`/api/v1/managers/entries/${entry.id}`)).status).toBe(404)
  ok(await who.claire.delete(`/api/v1/managers/entries/${entry.id}`))
  for (const person of [who.claire, who.other, who.nadia]) ok(await person.delete(of('/membership')))
  expect((await who.ines.put(of('/membership'))).status).toBe(404)
})

test('templates: published by managers, copied with their credit, versions kept', async () => {
  const publish = (by: TestVisitor, more: object = {}) =>
    by.post('/api/v1/managers/templates', {
      kind: 'welcome',
      title: 'Bienvenue à l’atelier',
      body: 'Bonjour {prénom}.',
      language: 'fr',
      ...more,
    })
  expect((await publish(who.karim)).status).toBe(403)
  const template = ok(await publish(who.other))
  const of = (what: string) => `/api/v1/managers/templates/${template.id}${what}`
  expect((await who.claire.put(of(''), { title: 'X', body: 'Y' })).status).toBe(404)
  expect((await who.claire.post(of('/copies'), { community: 'achats' })).status).toBe(403)
  const copy = ok(await who.claire.post(of('/copies'), { community: slug }))
  expect(copy).toMatchObject({ credit: { id: who.other.memberId }, version: 1, isOutdated: false })
  ok(
    await who.claire.put(at(`/template-copies/${copy.id}`), { title: 'Bienvenue chez nous', body: 'Salut.' }),
  )
  expect(
    ok(await who.other.put(of(''), { title: 'Bienvenue', body: 'Bonjour.', whatChanged: 'Plus court' })),
  ).toMatchObject({ version: 2, copies: 1 })
  expect(
    ok(await who.claire.get(of('/versions'))).items.map((one: { version: number }) => one.version),
  ).toEqual([2, 1])
  // The copy is the community's own: it is told of the new version, and stays as it was adapted.
  expect(ok(await who.nadia.get(at('/template-copies'))).items).toMatchObject([
    { title: 'Bienvenue chez nous', isOutdated: true },
  ])
  expect((await who.other.get(at('/template-copies'))).status).toBe(403)
  // What grew from a copy says whose it was.
  expect(ok(await publish(who.claire, { title: 'Le nôtre', copyId: copy.id })).credit).toMatchObject({
    id: who.other.memberId,
  })
  expect(code(await publish(who.other, { copyId: copy.id }))[0]).toBe(404)
  const page = ok(await who.ines.get('/api/v1/managers/templates?kind=welcome&limit=1'))
  expect(page.items).toHaveLength(1)
  expect(
    ok(await who.ines.get(`/api/v1/managers/templates?kind=welcome&limit=1&cursor=${page.next}`)).items[0].id,
  ).not.toBe(page.items[0].id)
  ok(await who.other.delete(of('')))
  expect((await who.claire.get(of('/versions'))).status).toBe(404)
  expect(ok(await who.nadia.get(at('/template-copies'))).items).toHaveLength(1)
})

test('a format that is copied comes into the community’s calendar, once', async () => {
  const { id } = ok(
    await who.other.post('/api/v1/managers/templates', {
      kind: 'format',
      title: 'Café du mardi',
      body: 'Quinze minutes.',
      language: 'fr',
    }),
  )
  for (let n = 0; n < 2; n++)
    ok(await who.claire.post(`/api/v1/managers/templates/${id}/copies`, { community: slug }))
  expect(
    ok(await who.claire.get(at('/formats'))).items.map((one: { name: { fr: string } }) => one.name.fr),
  ).toEqual(['Café du mardi'])
})

test('the portfolio goes by what is due, and compares in words from five communities on', async () => {
  expect((await who.karim.get('/api/v1/managers/portfolio')).status).toBe(403)
  const second = await found(who.claire, 'Énergie')
  ok(await who.claire.post(`/api/v1/communities/${second.slug}/slots`, { on: '2026-11-26', title: 'Café' }))
  const read = async () => ok(await who.claire.get('/api/v1/managers/portfolio')).items
  const [first, other] = await read()
  expect(first).toMatchObject({
    community: { slug: second.slug },
    nextSlot: { title: 'Café' },
    comparison: null,
  })
  expect(other).toMatchObject({ community: { slug }, queues: { questions: 1 } })
  // Five communities of the kind and age, which answer most of their questions.
  for (let n = 0; n < 5; n++) {
    const made = await found(who.other, `Autre ${n}`)
    await t.db.read.run(
      `with p as (
         insert into discussions.post (id, community_id, seq, kind, author_id, title, body_md, body_html, excerpt, created_at, last_activity_at)
         select gen_random_uuid(), $1, 100 + n, 'question', $2, 'Q', 'q', 'q', 'q', $4::timestamptz - interval '20 days', $4::timestamptz - interval '20 days'
           from generate_series(1, 5) n returning id, community_id)
       insert into discussions.comment (id, post_id, community_id, author_id, is_answer, body_md, body_html, created_at)
       select gen_random_uuid(), id, community_id, $3, true, 'r', 'r', $4::timestamptz - interval '19 days' from p`,
      [made.id, who.other.memberId, who.karim.memberId, new Date('2026-11-25T09:00:00Z')],
    )
  }
  expect((await read())[0].comparison).toEqual({ n: 5, age: 'young', theirs: 'most', here: null })
})
