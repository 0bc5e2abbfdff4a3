import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { emptyTexts } from './fixtures.ts'

let t: TestApp
let claire: TestVisitor
let karim: TestVisitor
let sofia: TestVisitor
let marc: TestVisitor
let outsider: TestVisitor
let guest: TestVisitor
let id: string
let slug: string
let postId: string
let answerId: string

const now = new Date('2026-11-04T09:00:00Z')
const at = (day: string) => `/api/v1/communities/${slug}/${day}`

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(now)
  claire = await t.member({ name: 'Claire Morvan' })
  karim = await t.member({ name: 'Karim Benali' })
  sofia = await t.member({ name: 'Sofia Almeida', language: 'en' })
  marc = await t.member({ name: 'Marc Delorme' })
  outsider = await t.member({ name: 'Ousmane' })
  guest = await t.member({ name: 'Jean Vasseur', guest: true })
  const made = await claire.post('/api/v1/communities', {
    name: { fr: 'Maintenance', en: 'Maintenance' },
    purpose: { fr: 'S’entraider.', en: 'Helping.' },
    kind: 'practice',
    visibility: 'open',
    partnersAdmitted: true,
  })
  expect(made.status, made.text).toBe(200)
  ;({ id, slug } = made.body)
  const { db } = t
  await db.read.run(
    `update communities.community set stage = 'growing', created_at = '2026-01-10' where id = $1`,
    [id],
  )
  for (const who of [karim, sofia, marc, guest])
    await db.read.run('insert into communities.membership (community_id, member_id) values ($1, $2)', [
      id,
      who.memberId,
    ])
  await db.read.run(
    `insert into communities.community_role (community_id, member_id, role) values ($1, $2, 'sponsor')`,
    [id, marc.memberId],
  )
  // October: a question and its answer.
  t.setNow(new Date('2026-10-12T08:00:00Z'))
  const post = await karim.post('/api/v1/posts', {
    communityId: id,
    kind: 'question',
    title: 'Quelle graisse pour le palier 6203 ?',
    bodyMd: 'La notice est **perdue**.\n\nMerci d’avance.',
  })
  expect(post.status, post.text).toBe(200)
  postId = post.body.card.id
  t.setNow(new Date('2026-10-12T10:00:00Z'))
  const answer = await sofia.post(`/api/v1/posts/${postId}/comments`, {
    bodyMd: 'Prenez une graisse au lithium, deux coups par mois.',
    isAnswer: true,
  })
  expect(answer.status, answer.text).toBe(200)
  answerId = answer.body.id
  t.setNow(now)
  await t.settle()
})
afterAll(() => t.close())

test('the product drafts the closed month, once; members see nothing before it is published', async () => {
  expect((await claire.post(at('reports'), { month: '2026-11' })).body.error.code).toBe('monthNotClosed')
  expect((await karim.post(at('reports'), { month: '2026-10' })).status).toBe(403)
  const drafted = await claire.post(at('reports'), { month: '2026-10' })
  expect(drafted.status, drafted.text).toBe(200)
  expect(drafted.body).toMatchObject({ month: '2026-10', status: 'draft', version: 1, publishedAt: null })
  expect(drafted.body.facts).toHaveLength(3)
  for (const fact of drafted.body.facts) expect(fact.basis).toMatch(/^n = \d/)
  expect(drafted.body.health.map((row: { id: string }) => row.id)).toEqual([
    'M02',
    'M09',
    'M13',
    'M14',
    'M20',
  ])
  expect(drafted.body.unknown.map((one: { key: string }) => one.key)).toContain('noProblem')
  // Counts only below twenty cases.
  expect(drafted.body.health[2].value).toMatch(/^1 sur 1$/)

  const again = await claire.post(at('reports'), { month: '2026-10' })
  expect(again.body.id).toBe(drafted.body.id)
  expect((await karim.get(at('reports'))).body).toEqual({ items: [], missing: [], can: { edit: false } })
  expect((await karim.get(at('reports/2026-10'))).status).toBe(404)
  expect((await outsider.get(at('reports'))).status).toBe(403)
  expect((await guest.get(at('reports'))).body.error.data.reason).toBe('guestsSeeNoReports')
})

test('texts are edited in versions, figures never; a stale save is refused', async () => {
  const texts = { ...emptyTexts, problem: 'Les arrêts reculent, un palier à la fois.' }
  const saved = await claire.put(at('reports/2026-10'), { base: 1, texts })
  expect(saved.status, saved.text).toBe(200)
  expect(saved.body).toMatchObject({ version: 2, texts })
  // The same again is nothing new; an older base is somebody else's save.
  expect((await claire.put(at('reports/2026-10'), { base: 2, texts })).body.version).toBe(2)
  const stale = await claire.put(at('reports/2026-10'), { base: 1, texts })
  expect(stale.status).toBe(409)
  expect(stale.body.error).toMatchObject({ code: 'versionStale', data: { version: 2 } })
  expect((await claire.put(at('reports/2026-10'), { base: 2, texts, facts: [] })).status).toBe(400)
  const versions = await claire.get(at('reports/2026-10/versions'))
  expect(
    versions.body.items.map(({ number, by }: { number: number; by: unknown }) => [number, by !== null]),
  ).toEqual([
    [2, true],
    [1, false],
  ])
  expect((await karim.get(at('reports/2026-10/versions'))).status).toBe(403)
})

test('nobody is quoted without agreeing, and agreement can be taken back', async () => {
  const quotable = await claire.get(at('reports/2026-10/quotable'))
  expect(quotable.body.items.map(({ text }: { text: string }) => text)).toContain(
    'Prenez une graisse au lithium, deux coups par mois.',
  )
  const log = await sofia.get('/api/v1/me/access-log')
  expect(log.body.items[0]).toMatchObject({ screen: 'report' })

  const invented = await claire.post(at('reports/2026-10/voices'), {
    postId,
    commentId: answerId,
    quote: 'Cette communauté est formidable.',
  })
  expect(invented.body.error.code).toBe('quoteNotInText')
  const ask = (quote: string, commentId: string | null) =>
    claire.post(at('reports/2026-10/voices'), { postId, commentId, quote })
  expect((await ask('deux coups par mois', answerId)).body.voices).toMatchObject([{ state: 'pending' }])
  // Voices stand in the order in which they were asked for.
  t.setNow(new Date(now.getTime() + 1000))
  expect((await ask('La notice est perdue.', null)).body.voices).toHaveLength(2)
  t.setNow(now)
  // A second click asks nobody twice.
  expect((await ask('deux coups par mois', answerId)).body.voices).toHaveLength(2)
  await t.settle()
  const asked = await sofia.get('/api/v1/me/voices')
  expect(asked.body.items).toMatchObject([
    { kind: 'voice', month: '2026-10', text: 'deux coups par mois', state: 'pending', isPublished: false },
  ])
  const notices = await sofia.get('/api/v1/notifications')
  expect(JSON.stringify(notices.body)).toContain('/me/voices')
  const voiceId = asked.body.items[0].id
  expect((await karim.put(`/api/v1/me/voices/${voiceId}`, { answer: 'named' })).status).toBe(404)
  expect((await sofia.put(`/api/v1/me/voices/${voiceId}`, { answer: 'named' })).body.state).toBe('yes')
  const mine = (await karim.get('/api/v1/me/voices')).body.items[0].id
  expect((await karim.put(`/api/v1/me/voices/${mine}`, { answer: 'anonymous' })).body).toMatchObject({
    state: 'yes',
    shownAs: 'anonymous',
  })
})

test('decisions stay until they are answered', async () => {
  expect((await karim.post(at('asked-decisions'), { text: 'X', ownerId: null, due: null })).status).toBe(403)
  expect(
    (await claire.post(at('asked-decisions'), { text: 'X', ownerId: outsider.memberId, due: null })).body
      .error.code,
  ).toBe('storyPeopleOutside')
  const asked = await claire.post(at('asked-decisions'), {
    text: 'Deux heures par semaine pour les experts',
    ownerId: marc.memberId,
    due: '2026-10-31',
  })
  expect(asked.body.items).toMatchObject([
    { kind: 'own', isLate: true, owner: { displayName: 'Marc Delorme' } },
  ])
  const draft = await claire.get(at('reports/2026-10?draft=true'))
  expect(draft.body.decisions).toHaveLength(1)
})

test('published once, readable by members as page, Markdown and PDF; the sponsor is told', async () => {
  expect((await karim.post(at('reports/2026-10/publication'), { base: 2 })).status).toBe(403)
  const published = await claire.post(at('reports/2026-10/publication'), { base: 2 })
  expect(published.status, published.text).toBe(200)
  expect((await claire.post(at('reports/2026-10/publication'), { base: 2 })).body.error.code).toBe(
    'nothingToPublish',
  )
  await t.settle()
  expect(JSON.stringify((await marc.get('/api/v1/notifications')).body)).toContain(
    `/communities/${slug}/reports/2026-10`,
  )
  const page = await karim.get(at('reports/2026-10'))
  expect(page.status, page.text).toBe(200)
  expect(page.body.voices).toMatchObject([
    { quote: 'deux coups par mois', author: { displayName: 'Sofia Almeida' }, postId },
    { quote: 'La notice est perdue.', author: null, postId: null },
  ])
  const markdown = await karim.get(at('reports/2026-10/file?format=md'))
  expect(markdown.status).toBe(200)
  for (const words of [
    'Les arrêts reculent, un palier à la fois.',
    'deux coups par mois',
    'Sofia Almeida',
    'Deux heures par semaine pour les experts',
    page.body.facts[0].text,
    page.body.unknown[0].text,
  ])
    expect(markdown.text).toContain(words)
  expect(markdown.text).not.toContain('Karim Benali')
  // In the reader's language; what people wrote stays as they wrote it.
  const english = await sofia.get(at('reports/2026-10'))
  expect(english.body).toMatchObject({
    language: 'en',
    textLanguage: 'fr',
    headings: { facts: 'Three facts' },
  })
  expect(english.body.texts.problem).toBe('Les arrêts reculent, un palier à la fois.')
  expect((await outsider.get(at('reports/2026-10/file?format=md'))).status).toBe(403)
  expect((await guest.get(at('reports/2026-10/file?format=pdf'))).status).toBe(403)
})

test('a withdrawn voice leaves the page and every later file; so does a deleted text', async () => {
  const { items } = (await sofia.get('/api/v1/me/voices')).body
  expect(items[0].isPublished).toBe(true)
  expect((await sofia.put(`/api/v1/me/voices/${items[0].id}`, { answer: 'no' })).body.state).toBe('withdrawn')
  const page = await karim.get(at('reports/2026-10'))
  expect(page.body.voices.map(({ quote }: { quote: string }) => quote)).toEqual(['La notice est perdue.'])
  const markdown = await karim.get(at('reports/2026-10/file?format=md'))
  expect(markdown.text).not.toContain('deux coups par mois')
  expect(markdown.text).not.toContain('Sofia')
  await t.db.read.run('update discussions.post set deleted_at = now() where id = $1', [postId])
  expect((await karim.get(at('reports/2026-10'))).body.voices).toEqual([])
  await t.db.read.run('update discussions.post set deleted_at = null where id = $1', [postId])
})

test('a correction is a new version with a note; the old one stays readable', async () => {
  const texts = { ...emptyTexts, problem: 'Les arrêts reculent de peu.' }
  expect((await claire.put(at('reports/2026-10'), { base: 2, texts })).body).toMatchObject({
    version: 3,
    status: 'correcting',
  })
  // Members read what is published, and nobody tells them that it is being corrected.
  expect((await karim.get(at('reports/2026-10'))).body).toMatchObject({ version: 2, status: 'correcting' })
  expect((await claire.post(at('reports/2026-10/publication'), { base: 3 })).body.error.code).toBe(
    'noteMissing',
  )
  const note = 'Un arrêt était compté deux fois.'
  expect((await claire.post(at('reports/2026-10/publication'), { base: 3, note })).status).toBe(200)
  expect((await karim.get(at('reports/2026-10'))).body).toMatchObject({
    version: 3,
    note,
    isSuperseded: false,
  })
  const old = await karim.get(at('reports/2026-10?version=2'))
  expect(old.body).toMatchObject({ version: 2, isSuperseded: true, note: null })
  expect(old.body.texts.problem).toBe('Les arrêts reculent, un palier à la fois.')
  expect((await karim.get(at('reports/2026-10?version=1'))).status).toBe(404)
  expect((await karim.get(at('reports'))).body.items).toMatchObject([{ status: 'published', corrections: 1 }])
  // Answered: said once in what follows, and no longer waiting.
  const { items } = (await claire.get(at('asked-decisions'))).body
  const answered = await claire.put(at(`asked-decisions/${items[0].id}`), { answer: 'Oui, dès janvier.' })
  expect(answered.body.items).toEqual([])
})

test('on the fourth every living community has its draft, and managers are told', async () => {
  await t.db.read.run(`delete from reports.report where community_id = $1`, [id])
  const { draftReports } = await import('./server/jobs.ts')
  const { systemActor } = await import('#platform/context.ts')
  await t.db.transaction((tx) =>
    draftReports.run({ actor: systemActor('test'), tx, now }, undefined as never, t.services),
  )
  await t.settle()
  expect((await claire.get(at('reports'))).body.items).toMatchObject([{ month: '2026-10', status: 'draft' }])
  expect(JSON.stringify((await claire.get('/api/v1/notifications')).body)).toContain('workbench/report')
})

test('value stories are shared once everybody named agrees', async () => {
  const story = {
    cycle: 'realized',
    what: 'Le palier de Porto n’est plus tombé depuis le conseil de Sofia.',
    language: 'fr',
    evidenceUrl: `/posts/${postId}`,
    hours: 12,
    indicator: null,
    happenedOn: '2026-10-20',
    people: [sofia.memberId],
  }
  const url = at('value-stories')
  expect((await claire.post(url, { ...story, people: [outsider.memberId] })).body.error.code).toBe(
    'storyPeopleOutside',
  )
  expect((await claire.post(url, { ...story, evidenceUrl: 'javascript:alert(1)' })).body.error.code).toBe(
    'evidenceUnusable',
  )
  const told = await claire.post(url, story)
  expect(told.status, told.text).toBe(200)
  expect(told.body).toMatchObject({ quarter: '2026-Q4', isShared: false, people: [{ state: 'pending' }] })
  expect((await karim.get(url)).body.items).toEqual([])
  const asked = (await sofia.get('/api/v1/me/voices')).body.items.find(
    (one: { kind: string }) => one.kind === 'story',
  )
  await sofia.put(`/api/v1/me/voices/${asked.id}`, { answer: 'anonymous' })
  expect((await karim.get(url)).body.items).toMatchObject([{ isShared: true, people: [{ member: null }] }])
  const draft = await claire.get(at('reports/2026-10?draft=true'))
  expect(draft.body.annex.stories).toHaveLength(1)
  await sofia.put(`/api/v1/me/voices/${asked.id}`, { answer: 'no' })
  expect((await karim.get(url)).body.items).toEqual([])
  expect((await guest.get(url)).status).toBe(403)
})

test('the return is hours first, in a range, with every assumption on the page', async () => {
  const first = await karim.get(at('return'))
  expect(first.status, first.text).toBe(200)
  // Nobody declared anything: nothing is made up.
  expect(first.body).toMatchObject({ cases: null, declared: null, costHours: null, helpsMonth: null })
  const given = {
    managerHoursMonth: 20,
    otherHoursMonth: null,
    lowMinutes: null,
    baseMinutes: 15,
    highMinutes: null,
    hourlyCost: null,
    currency: null,
    reason: 'Entretiens avec dix techniciens',
  }
  expect((await karim.put(at('return'), given)).status).toBe(403)
  expect((await claire.put(at('return'), { ...given, lowMinutes: 30 })).body.error.code).toBe(
    'rangeUnordered',
  )
  const set = await claire.put(at('return'), given)
  expect(set.body.assumptions).toMatchObject({
    reason: 'Entretiens avec dix techniciens',
    changedBy: { displayName: 'Claire Morvan' },
  })
  expect(set.body.cases).toMatchObject({
    low: { minutes: 5, from: 'entered', money: null },
    base: { minutes: 15, from: 'entered' },
    high: { minutes: 60 },
  })
  expect(set.body.costHours).toBe(240)
  expect((await claire.put(at('return'), { ...given, hourlyCost: 40 })).body.cases.base.money).not.toBeNull()
})

test('maturity: eight levels with their evidence, and two actions', async () => {
  const { competencies } = await import('./words.ts')
  const levels = Object.fromEntries(
    competencies.map((key) => [key, { level: 1, why: '', evidence: [] as { label: string; url: string }[] }]),
  )
  const actions = ['Nommer un second animateur', 'Revoir la charte']
  const url = at('maturity')
  expect((await claire.post(url, { levels, actions: ['Une seule'] })).status).toBe(400)
  const bare = { ...levels, culture: { level: 3, why: 'On s’y dit merci.', evidence: [] } }
  const refused = await claire.post(url, { levels: bare, actions })
  expect(refused.body.error).toMatchObject({ code: 'evidenceMissing', data: { competency: 'culture' } })
  const proven = {
    ...levels,
    culture: {
      level: 3,
      why: 'On s’y dit merci.',
      evidence: [{ label: 'Fil des mercis', url: `/posts/${postId}` }],
    },
  }
  const made = await claire.post(url, { levels: proven, actions })
  expect(made.status, made.text).toBe(200)
  expect(made.body).toMatchObject({ half: '2026-H2', assessor: { displayName: 'Claire Morvan' }, actions })
  expect((await karim.get(url)).body).toMatchObject({
    isDue: false,
    half: '2026-H2',
    items: [{ id: made.body.id }],
  })
  expect((await outsider.get(url)).status).toBe(403)
  expect((await karim.post(url, { levels: proven, actions })).status).toBe(403)
})

test('what somebody lent is theirs: seen by them, gone with them', async () => {
  const seen = await karim.get('/api/v1/me/seen')
  expect(seen.status, seen.text).toBe(200)
  const quote = seen.body.fields.find(
    (one: { entity: string; field: string }) => one.entity === 'reportVoice' && one.field === 'quote',
  )
  expect(quote).toMatchObject({ class: 'P', label: 'Vos mots, dans un rapport mensuel' })
})
