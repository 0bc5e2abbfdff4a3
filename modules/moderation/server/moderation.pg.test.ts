import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'

let t: TestApp
const who = {} as Record<
  | 'manager'
  | 'moderator'
  | 'third'
  | 'author'
  | 'reader'
  | 'peer'
  | 'mediator'
  | 'desk'
  | 'desk2'
  | 'elsewhere'
  | 'admin'
  | 'outsider',
  TestVisitor
>
let slug: string
let communityId: string
const start = new Date()

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const found = async (by: TestVisitor, more: object = {}) =>
  ok(
    await by.post('/api/v1/communities', {
      name: { fr: 'Atelier' },
      purpose: { fr: 'S’entraider.' },
      kind: 'practice',
      visibility: 'closed',
      ...more,
    }),
  )
const bring = async (person: TestVisitor, role?: string) => {
  await t.db.read.run(
    'insert into communities.membership (community_id, member_id) values ($1, $2) on conflict do nothing',
    [communityId, person.memberId],
  )
  if (role) ok(await who.manager.put(`/api/v1/communities/${slug}/members/${person.memberId}/roles/${role}`))
  await t.db.read.run(
    `insert into communities.charter_acceptance (community_id, member_id, version)
     select community_id, $2, version from communities.charter_version where community_id = $1 on conflict do nothing`,
    [communityId, person.memberId],
  )
}
const publish = async (by: TestVisitor, bodyMd = 'Vous êtes des incapables.'): Promise<string> =>
  ok(await by.post('/api/v1/posts', { communityId, bodyMd, title: 'Un titre' })).card.id
const report = (by: TestVisitor, postId: string, more: object = {}) =>
  by.post('/api/v1/reports', { postId, article: 1, words: 'Mots blessants', ...more })
/** The open case about this post, as the moderator finds it. */
const caseOf = async (postId: string, by = who.moderator): Promise<string> => {
  const { items } = ok(await by.get(`/api/v1/communities/${slug}/moderation`))
  return items.find((item: { postId: string }) => item.postId === postId).id
}
const act = (by: TestVisitor, caseId: string, what: string, body?: object) =>
  by.post(`/api/v1/moderation/cases/${caseId}/${what}`, body)
const decide = (by: TestVisitor, measureId: string, decision = 'confirmed') =>
  by.post(`/api/v1/moderation/measures/${measureId}/decision`, { decision })
const mine = async (by: TestVisitor) => ok(await by.get('/api/v1/me/moderation'))

beforeAll(async () => {
  t = await startTestApp()
  for (const name of [
    'manager',
    'moderator',
    'third',
    'author',
    'reader',
    'peer',
    'mediator',
    'desk',
    'desk2',
    'elsewhere',
    'outsider',
  ] as const)
    who[name] = await t.member({ name: `Nom ${name}` })
  who.admin = await t.member({ name: 'Nom admin', administrator: true })
  const made = await found(who.manager, { charter: 'template' })
  slug = made.slug
  communityId = made.id
  await bring(who.manager)
  await bring(who.moderator, 'moderator')
  await bring(who.third, 'moderator')
  for (const person of [who.author, who.reader, who.peer]) await bring(person)
  await found(who.elsewhere)
  ok(
    await who.admin.put('/api/v1/admin/mediators', {
      mediators: [who.mediator.memberId, who.third.memberId],
      legalDesk: [who.desk.memberId, who.desk2.memberId],
    }),
  )
})
afterAll(() => t.close())

test('a reader reports a text with an article; its author and everybody else know nothing of it', async () => {
  const postId = await publish(who.author)
  expect((await report(who.outsider, postId)).status).toBe(404)
  expect((await report(who.author, postId)).body.error.code).toBe('ownText')
  expect((await report(who.reader, postId, { article: 99 })).body.error.code).toBe('articleUnknown')
  expect((await report(who.reader, postId, { article: null, words: ' ' })).body.error.code).toBe(
    'reasonMissing',
  )
  const said = ok(await report(who.reader, postId))
  expect(said).toMatchObject({ route: 'community', article: { number: 1 }, closedAt: null })
  expect((await report(who.reader, postId)).body.error.code).toBe('alreadyReported')
  ok(await report(who.peer, postId, { article: null, words: 'Autre chose' }))

  const caseId = await caseOf(postId)
  const seen = await who.moderator.get(`/api/v1/moderation/cases/${caseId}`)
  expect(ok(seen)).toMatchObject({
    office: 'moderator',
    quoted: 'Vous êtes des incapables.',
    card: { reports: 2 },
  })
  // Who reported is nowhere in what moderators see.
  expect(seen.text).not.toContain(who.reader.memberId)
  expect(seen.text).not.toContain('Nom reader')
  // T28, T29, T31: neither the author, nor a moderator elsewhere, nor an administrator, nor a mediator, nor a reader.
  for (const person of [
    who.author,
    who.elsewhere,
    who.admin,
    who.mediator,
    who.desk,
    who.reader,
    who.outsider,
  ])
    expect((await person.get(`/api/v1/moderation/cases/${caseId}`)).status).toBe(404)
  expect((await who.reader.get(`/api/v1/communities/${slug}/moderation`)).status).toBe(403)
  expect((await who.elsewhere.get(`/api/v1/communities/${slug}/moderation`)).status).toBe(403)
  expect((await mine(who.author)).aboutMe).toEqual([])
  // The author finds in their access log that somebody looked.
  const log = await who.author.get('/api/v1/me/access-log')
  expect(log.text).toContain('moderation')

  // Removed from the community, nothing is left of the right (T28).
  await t.db.read.run('delete from communities.community_role where member_id = $1', [who.third.memberId])
  expect((await who.third.get(`/api/v1/moderation/cases/${caseId}`)).status).toBe(404)
  await bring(who.third, 'moderator')

  const closed = ok(
    await act(who.moderator, caseId, 'closing', { outcome: 'unfounded', word: 'Un mot vif, sans plus.' }),
  )
  expect(closed.card).toMatchObject({ outcome: 'unfounded', waiting: null })
  expect((await mine(who.reader)).reports[0]).toMatchObject({
    outcome: 'unfounded',
    closingWord: 'Un mot vif, sans plus.',
  })
  expect((await act(who.moderator, caseId, 'closing', { outcome: 'talked' })).body.error.code).toBe(
    'caseClosed',
  )
  const history = ok(await who.moderator.get(`/api/v1/communities/${slug}/moderation/history`))
  expect(history.items.map((item: { id: string }) => item.id)).toContain(caseId)
})

test('the ladder: a peer writes, the moderation writes, the author corrects', async () => {
  const postId = await publish(who.author)
  ok(await report(who.reader, postId))
  const caseId = await caseOf(postId)
  // A peer is a member who is neither the author nor somebody who reported, nobody says which.
  for (const person of [who.author, who.reader, who.outsider])
    expect(
      (await act(who.moderator, caseId, 'steps', { step: 'peer', toMemberId: person.memberId })).body.error
        .code,
    ).toBe('peerNotAvailable')
  ok(
    await act(who.moderator, caseId, 'steps', {
      step: 'peer',
      toMemberId: who.peer.memberId,
      text: 'Un mot ?',
    }),
  )
  const [asked] = (await mine(who.peer)).peerRequests
  expect(asked).toMatchObject({ author: { id: who.author.memberId }, about: 'Un titre' })
  expect((await who.reader.post(`/api/v1/peer-requests/${asked.id}`, { text: 'x' })).status).toBe(404)
  ok(await who.peer.post(`/api/v1/peer-requests/${asked.id}`, { text: 'Entre nous : un peu rude, non ?' }))
  expect((await who.peer.post(`/api/v1/peer-requests/${asked.id}`, {})).status).toBe(404)
  // What the peer wrote stays between two people.
  const afterPeer = await who.moderator.get(`/api/v1/moderation/cases/${caseId}`)
  expect(afterPeer.body.steps[0]).toMatchObject({ step: 'peer', answer: 'wrote' })
  expect(afterPeer.text).not.toContain('un peu rude')
  expect((await mine(who.author)).threads[0].notes[0].text).toContain('un peu rude')

  ok(await act(who.moderator, caseId, 'steps', { step: 'message', article: 1, text: 'Notre charte dit…' }))
  // Nothing is hidden before the author could correct.
  const hide = { kind: 'hide', article: 1, reason: 'Vise une personne' }
  expect((await act(who.moderator, caseId, 'measures', hide)).body.error.code).toBe('correctionFirst')
  ok(
    await act(who.moderator, caseId, 'steps', {
      step: 'correction',
      article: 1,
      text: 'Pourriez-vous…',
      hours: 24,
    }),
  )
  expect((await act(who.moderator, caseId, 'measures', hide)).body.error.code).toBe('correctionFirst')
  const [about] = (await mine(who.author)).aboutMe
  expect(about).toMatchObject({
    caseId,
    messages: [{ step: 'message', article: { number: 1 } }, { step: 'correction' }],
  })
  expect(JSON.stringify(about)).not.toContain(who.reader.memberId)

  ok(await who.author.patch(`/api/v1/posts/${postId}`, { bodyMd: 'Je ne suis pas d’accord.' }))
  await t.settle()
  const corrected = ok(await who.moderator.get(`/api/v1/moderation/cases/${caseId}`))
  expect(corrected.correctedAt).not.toBeNull()
  expect(corrected).toMatchObject({
    quoted: 'Vous êtes des incapables.',
    current: 'Je ne suis pas d’accord.',
  })
  ok(await act(who.moderator, caseId, 'closing', { outcome: 'corrected' }))
  expect((await mine(who.reader)).reports[0].outcome).toBe('corrected')
})

test('two people hide, the author reads why, somebody else restores', async () => {
  const postId = await publish(who.author, 'Texte hermine')
  ok(await report(who.reader, postId))
  ok(await report(who.third, postId))
  const caseId = await caseOf(postId)
  ok(
    await act(who.moderator, caseId, 'steps', {
      step: 'correction',
      article: 1,
      text: 'Pourriez-vous…',
      hours: 1,
    }),
  )
  // The time given to the author is over.
  await t.db.read.run(
    `update moderation.case_file set correct_by = now() - interval '1 minute' where id = $1`,
    [caseId],
  )
  const proposed = ok(
    await act(who.moderator, caseId, 'measures', {
      kind: 'hide',
      article: 1,
      reason: 'Vise une personne',
      note: 'Masqué à deux.',
    }),
  )
  const [measure] = proposed.measures
  expect(measure.can.decide).toBe(false)
  expect((await who.reader.get(`/api/v1/posts/${postId}`)).text).toContain('hermine')
  // Neither the proposer, nor somebody who reported, nor whoever has no part.
  expect((await decide(who.moderator, measure.id)).body.error.code).toBe('someoneElse')
  expect((await decide(who.third, measure.id)).body.error.code).toBe('someoneElse')
  for (const person of [who.elsewhere, who.author, who.mediator, who.admin])
    expect((await decide(person, measure.id)).status).toBe(404)
  const done = ok(await decide(who.manager, measure.id))
  expect(done.card).toMatchObject({ outcome: 'hidden' })
  expect((await decide(who.manager, measure.id)).body.error.code).toBe('alreadyDecided')
  const place = await who.reader.get(`/api/v1/posts/${postId}`)
  expect(place.text).not.toContain('hermine')
  expect(place.body.hidden).toMatchObject({ article: 1, note: 'Masqué à deux.' })

  const [about] = (await mine(who.author)).aboutMe
  expect(about).toMatchObject({ measures: [{ reason: 'Vise une personne', canAppeal: true }] })
  expect(about.hiddenText).toContain('Texte hermine')
  const appeal = (by: TestVisitor) =>
    by.post(`/api/v1/moderation/measures/${measure.id}/appeal`, { words: 'Je visais l’idée.' })
  expect((await appeal(who.reader)).status).toBe(404)
  ok(await appeal(who.author))
  expect((await appeal(who.author)).body.error.code).toBe('appealTaken')
  const answer = (by: TestVisitor) =>
    by.post(`/api/v1/moderation/measures/${measure.id}/appeal-decision`, {
      decision: 'overturned',
      reasons: 'L’idée, en effet.',
    })
  // Of the three who run the community two decided and one reported: a mediator is asked, and sees the case now.
  for (const person of [who.moderator, who.manager, who.third])
    expect((await answer(person)).body.error.code).toBe('someoneElse')
  const asked = ok(await who.mediator.get('/api/v1/mediation')).items
  expect(asked.map((item: { id: string }) => item.id)).toEqual([caseId])
  const sight = await who.mediator.get(`/api/v1/moderation/cases/${caseId}`)
  expect(ok(sight)).toMatchObject({ office: 'mediator', quoted: 'Texte hermine', current: null })
  expect((await who.mediator.get(`/api/v1/posts/${postId}`)).status).toBe(404)
  ok(await answer(who.mediator))
  expect((await who.mediator.get(`/api/v1/moderation/cases/${caseId}`)).status).toBe(404)
  expect((await who.reader.get(`/api/v1/posts/${postId}`)).text).toContain('hermine')
  expect((await mine(who.author)).aboutMe[0]).toMatchObject({
    hiddenText: null,
    measures: [{ appeal: { decision: 'overturned', reasons: 'L’idée, en effet.' } }],
  })
})

test('a pause: two people, reading stays, it ends by itself and may be lifted', async () => {
  const postId = await publish(who.author)
  ok(await report(who.reader, postId))
  const caseId = await caseOf(postId)
  const pause = { kind: 'pause', article: 1, reason: 'Le temps de souffler', days: 3 }
  expect((await act(who.moderator, caseId, 'measures', pause)).body.error.code).toBe('correctionFirst')
  ok(await act(who.moderator, caseId, 'steps', { step: 'message', article: 1, text: 'Notre charte…' }))
  const { measures } = ok(await act(who.moderator, caseId, 'measures', pause))
  ok(await decide(who.manager, measures[0].id))
  const write = () => who.author.post('/api/v1/posts', { communityId, bodyMd: 'Encore moi' })
  expect((await write()).body.error.data.reason).toBe('paused')
  expect(
    (await who.author.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'x' })).body.error.data.reason,
  ).toBe('paused')
  expect((await who.author.put(`/api/v1/posts/${postId}/reactions/like`)).status).toBe(403)
  const read = await who.author.get(`/api/v1/posts/${postId}`)
  expect(ok(read).can).toMatchObject({ comment: 'paused', react: 'paused' })
  // It ends by itself: no job, no act.
  await t.db.read.run(
    `update communities.pause set ends_at = now() - interval '1 second' where member_id = $1`,
    [who.author.memberId],
  )
  ok(await write())
  await t.db.read.run(
    `update communities.pause set ends_at = now() + interval '1 day' where member_id = $1`,
    [who.author.memberId],
  )
  expect((await write()).status).toBe(403)
  ok(await who.third.post(`/api/v1/moderation/measures/${measures[0].id}/lift`, {}))
  ok(await write())
})

test('a way around the moderators: the mediators see what was reported and nothing else', async () => {
  const postId = await publish(who.moderator, 'Texte de la modération')
  ok(await report(who.reader, postId))
  const other = await publish(who.author, 'Autre texte')
  ok(await report(who.reader, other, { around: true }))
  const open = ok(await who.manager.get(`/api/v1/communities/${slug}/moderation`))
  expect(JSON.stringify(open)).not.toContain(postId)
  expect(JSON.stringify(open)).not.toContain(other)
  const { items } = ok(await who.mediator.get('/api/v1/mediation'))
  expect(items.map((item: { postId: string }) => item.postId).sort()).toEqual([postId, other].sort())
  for (const person of [who.reader, who.elsewhere, who.desk])
    expect((await person.get('/api/v1/mediation')).status).toBe(person === who.desk ? 200 : 403)
  expect(ok(await who.desk.get('/api/v1/mediation')).items).toEqual([])
  const file = items.find((item: { postId: string }) => item.postId === postId)
  expect((await who.manager.get(`/api/v1/moderation/cases/${file.id}`)).status).toBe(404)
  const { measures } = ok(
    await act(who.mediator, file.id, 'measures', {
      kind: 'hide',
      article: 1,
      reason: 'Urgent',
      urgent: true,
    }),
  )
  ok(await decide(who.third, measures[0].id))
  expect((await who.reader.get(`/api/v1/posts/${postId}`)).body.hidden.article).toBe(1)
  // A secret community is not named to a mediator outside it.
  await t.db.read.run(`update communities.community set visibility = 'secret' where id = $1`, [communityId])
  const rest = ok(await who.mediator.get('/api/v1/mediation')).items
  expect(rest).toMatchObject([{ postId: other, community: null }])
  await t.db.read.run(`update communities.community set visibility = 'closed' where id = $1`, [communityId])
})

test('against the law: a signed notice to the desk, acknowledged, taken down by two people, on record', async () => {
  const postId = await publish(who.author, 'Contenu illicite hermine')
  expect((await report(who.reader, postId, { law: true, words: '' })).body.error.code).toBe('reasonMissing')
  ok(await report(who.reader, postId, { law: true, words: 'Diffamation : mon nom y est.' }))
  expect(JSON.stringify(ok(await who.manager.get(`/api/v1/communities/${slug}/moderation`)))).not.toContain(
    postId,
  )
  const [file] = ok(await who.desk.get('/api/v1/mediation')).items
  const notice = ok(await who.desk.get(`/api/v1/moderation/cases/${file.id}`))
  expect(notice).toMatchObject({ office: 'legalDesk', reports: [{ reporter: { id: who.reader.memberId } }] })
  ok(await act(who.desk, file.id, 'acknowledgement'))
  expect((await mine(who.reader)).reports[0].acknowledgedAt).not.toBeNull()
  const { measures } = ok(
    await act(who.desk, file.id, 'measures', { kind: 'takedown', reason: 'Diffamation' }),
  )
  expect((await decide(who.desk, measures[0].id)).body.error.code).toBe('someoneElse')
  ok(await decide(who.desk2, measures[0].id))
  expect((await who.reader.get(`/api/v1/posts/${postId}`)).body.hidden).toMatchObject({ article: null })
  // The record outlives the author’s own deletion and the twelve months.
  await t.db.read.run(
    `update moderation.case_file set closed_at = closed_at - interval '20 months' where id = $1`,
    [file.id],
  )
  await runNight()
  expect(await t.db.read.row('select 1 from moderation.case_file where id = $1', [file.id])).toBeDefined()
})

const runNight = async () => {
  await t.db.read.run(`select graphile_worker.add_job('moderation.forgetCases', '{}'::json)`)
  await t.settle()
}

test('a note between two people: ten in all, two in a row, nobody else', async () => {
  const postId = await publish(who.author)
  const { id } = ok(await who.reader.post('/api/v1/notes', { postId, text: 'Je crois que ce mot blesse.' }))
  expect((await who.outsider.post('/api/v1/notes', { postId, text: 'x' })).status).toBe(404)
  expect((await who.author.post('/api/v1/notes', { postId, text: 'x' })).body.error.code).toBe('ownText')
  const say = (by: TestVisitor) => by.post(`/api/v1/notes/${id}`, { text: 'Encore' })
  expect((await say(who.moderator)).status).toBe(404)
  ok(await say(who.reader))
  expect((await say(who.reader)).body.error.code).toBe('tooManyNotes')
  for (const by of ['author', 'reader', 'author', 'reader', 'author', 'reader', 'author', 'reader'] as const)
    ok(await say(who[by]))
  expect((await say(who.author)).body.error.code).toBe('tooManyNotes')
  for (const person of [who.manager, who.admin, who.mediator])
    expect((await mine(person)).threads.map((thread: { id: string }) => thread.id)).not.toContain(id)
  // T07: whoever can no longer read the text is not told its words.
  await t.db.read.run('delete from communities.membership where member_id = $1 and community_id = $2', [
    who.reader.memberId,
    communityId,
  ])
  const thread = (await mine(who.reader)).threads.find((one: { id: string }) => one.id === id)
  expect(thread.about).toBeNull()
  expect((await mine(who.reader)).reports.every((one: { about: string | null }) => one.about === null)).toBe(
    true,
  )
  await bring(who.reader)
})

test('the author takes the text back: the copies go, the case is over', async () => {
  const postId = await publish(who.author, 'Texte retiré hermine')
  ok(await report(who.reader, postId))
  const caseId = await caseOf(postId)
  ok(await who.author.delete(`/api/v1/posts/${postId}`))
  await t.settle()
  const seen = await who.moderator.get(`/api/v1/moderation/cases/${caseId}`)
  expect(ok(seen).card.outcome).toBe('withdrawn')
  expect(seen.text).not.toContain('hermine')
})

test('a moved text takes its case along: the moderators it left see nothing more (T14)', async () => {
  const postId = await publish(who.author, 'Texte déplacé')
  ok(await report(who.reader, postId))
  const caseId = await caseOf(postId)
  const there = await found(who.author)
  ok(await who.author.put(`/api/v1/posts/${postId}/community`, { communityId: there.id }))
  expect((await who.moderator.get(`/api/v1/moderation/cases/${caseId}`)).status).toBe(404)
})

test('after twelve months only counts are left, and the yearly figures still stand', async () => {
  const year = start.getUTCFullYear()
  const figures = async () =>
    ok(await who.reader.get(`/api/v1/communities/${slug}/moderation-report?year=${year}`)).community
  const before = await figures()
  expect(before.cases).toBeGreaterThanOrEqual(5)
  await t.db.read.run(
    `update moderation.case_file set closed_at = closed_at - interval '13 months' where closed_at is not null and route <> 'law'`,
  )
  await runNight()
  expect(
    await t.db.read.row(
      `select 1 from moderation.case_file where closed_at < now() - interval '12 months' and route <> 'law'`,
    ),
  ).toBeUndefined()
  const after = await figures()
  expect(after.cases).toBe(before.cases)
  expect(after.reports).toBe(before.reports)
  expect((await who.outsider.get(`/api/v1/communities/${slug}/moderation-report`)).status).toBe(403)
  expect(ok(await who.outsider.get('/api/v1/moderation-report')).community).toBeNull()
})

test('texts of each step are the community’s own; cases without names stand beside the charter', async () => {
  const path = `/api/v1/communities/${slug}/moderation/templates`
  expect(ok(await who.moderator.get(path)).items).toHaveLength(6)
  ok(await who.moderator.put(`${path}/message`, { text: { fr: 'Bonjour {name}' } }))
  const own = ok(await who.moderator.get(path)).items.find((one: { step: string }) => one.step === 'message')
  expect(own).toMatchObject({ isOurs: false, text: { fr: 'Bonjour {name}' } })
  ok(await who.moderator.put(`${path}/message`, { text: {} }))
  expect((await who.reader.get(path)).status).toBe(403)

  const examples = `/api/v1/communities/${slug}/charter/examples`
  const made = ok(
    await who.moderator.post(examples, {
      article: 1,
      situation: { fr: 'Un mot de trop.' },
      lesson: { fr: 'On reformule.' },
    }),
  )
  expect(
    (await who.reader.post(examples, { article: 1, situation: { fr: 'x' }, lesson: { fr: 'y' } })).status,
  ).toBe(403)
  expect(ok(await who.reader.get(examples))).toMatchObject({ items: [{ article: 1 }], canWrite: false })
  expect((await who.outsider.get(examples)).status).toBe(403)
  ok(await who.moderator.delete(`${examples}/${made.id}`))
  expect((await who.moderator.delete(`${examples}/${made.id}`)).status).toBe(404)
})

test('once a year the managers are reminded of the charter, until they have read it again', async () => {
  await t.db.read.run(
    `update communities.charter_version set published_at = published_at - interval '13 months' where community_id = $1`,
    [communityId],
  )
  const remind = async () => {
    await t.db.read.run(`select graphile_worker.add_job('moderation.remindReviews', '{}'::json)`)
    await t.settle()
    return (await t.db.read.row<{ n: number }>(
      `select count(*)::int as n from platform.domain_event where name = 'charterReviewDue' and community_id = $1`,
      [communityId],
    ))!.n
  }
  expect(await remind()).toBe(1)
  expect(await remind()).toBe(1)
  const queue = () => who.manager.get(`/api/v1/communities/${slug}/moderation`)
  expect(ok(await queue()).charterToReview).toBe(true)
  expect((await who.moderator.put(`/api/v1/communities/${slug}/charter/review`)).status).toBe(403)
  ok(await who.manager.put(`/api/v1/communities/${slug}/charter/review`))
  expect(ok(await queue()).charterToReview).toBe(false)
})

test('only employees hold an office; while fewer than two are named, administrators stand in', async () => {
  const guest = await t.member({ name: 'Partenaire', guest: true })
  const name = (mediators: string[], legalDesk: string[] = []) =>
    who.admin.put('/api/v1/admin/mediators', { mediators, legalDesk })
  expect((await name([guest.memberId])).body.error.code).toBe('officeNeedsEmployees')
  expect((await who.manager.put('/api/v1/admin/mediators', { mediators: [], legalDesk: [] })).status).toBe(
    403,
  )
  expect((await who.admin.get('/api/v1/mediation')).status).toBe(403)
  ok(await name([who.mediator.memberId]))
  expect((await who.admin.get('/api/v1/mediation')).status).toBe(200)
})
