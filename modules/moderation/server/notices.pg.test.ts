import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'

let t: TestApp
let manager: TestVisitor
let moderator: TestVisitor
let author: TestVisitor
let reader: TestVisitor
let peer: TestVisitor
let community: { id: string; slug: string }

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}

beforeAll(async () => {
  t = await startTestApp()
  manager = await t.member({ name: 'Claire Morvan' })
  moderator = await t.member({ name: 'Nadia Berrada' })
  author = await t.member({ name: 'Marc Delorme', language: 'en' })
  reader = await t.member({ name: 'Zibeline Rapporteur' })
  peer = await t.member({ name: 'Paul Girard' })
  community = await foundCommunity(manager, { visibility: 'closed', charter: 'template' })
  await bringIn(manager, community, moderator, author, reader, peer)
  await giveRole(manager, community, moderator, 'moderator')
})
afterAll(() => t.close())
beforeEach(async () => {
  await t.settle()
  await t.db.read.run('delete from notifications.notice')
})

interface Notice {
  title: string
  sentence: string
  path: string
  reason: string
}
/** What the bell of this person says now, as it reads. */
const bell = async (person: TestVisitor): Promise<Notice[]> => {
  await t.settle()
  return ok(await person.get('/api/v1/notifications')).items
}
const sentences = async (person: TestVisitor): Promise<string[]> =>
  (await bell(person)).map(({ sentence }) => sentence.replace(/[\u2068\u2069]/g, ''))

const reported = async (
  bodyMd = 'Vous êtes des incapables.',
): Promise<{ postId: string; caseId: string }> => {
  const made = ok(
    await author.post('/api/v1/posts', { communityId: community.id, title: 'Un titre', bodyMd }),
  )
  const postId = made.card.id
  await t.settle()
  await t.db.read.run('delete from notifications.notice')
  ok(await reader.post('/api/v1/reports', { postId, article: 1, words: 'Mots blessants' }))
  const { items } = ok(await moderator.get(`/api/v1/communities/${community.slug}/moderation`))
  return { postId, caseId: items.find((one: { postId: string }) => one.postId === postId).id }
}
const act = async (by: TestVisitor, caseId: string, what: string, body: object) =>
  ok(await by.post(`/api/v1/moderation/cases/${caseId}/${what}`, body))

test('those who decide are told of a report, never of who made it; its author is told nothing', async () => {
  const { postId, caseId } = await reported()
  for (const person of [manager, moderator]) {
    const notices = await bell(person)
    expect(notices).toMatchObject([
      {
        sentence: 'Un texte a été signalé et attend un regard',
        path: `/communities/${community.slug}/workbench/moderation/${caseId}`,
        reason: 'needsYou',
      },
    ])
    expect(JSON.stringify(notices)).not.toContain('Zibeline')
    expect(JSON.stringify(notices)).not.toContain(reader.memberId)
  }
  for (const person of [author, reader, peer]) expect(await bell(person)).toEqual([])
  // A second report of the same text is no second notice.
  ok(await peer.post('/api/v1/reports', { postId, words: 'Moi aussi' }))
  expect(await sentences(moderator)).toHaveLength(1)
  expect(JSON.stringify(t.mails)).not.toContain('Zibeline')
})

test('the author is told in their language, whoever reported learns the outcome, each at their own page', async () => {
  const { postId, caseId } = await reported()
  await act(moderator, caseId, 'steps', { step: 'message', article: 1, text: 'Notre charte…' })
  await act(moderator, caseId, 'steps', { step: 'correction', article: 1, text: 'Pourriez-vous…', hours: 24 })
  const told = await bell(author)
  expect(told.map(({ sentence }) => sentence).toSorted()).toEqual([
    'A word from the moderators about one of your texts',
    'You are asked to correct one of your texts',
  ])
  expect(told.every(({ path }) => path === '/me/notes')).toBe(true)
  ok(await author.patch(`/api/v1/posts/${postId}`, { bodyMd: 'Je ne suis pas d’accord.' }))
  expect(await sentences(moderator)).toContain('Un texte signalé a été corrigé par son auteur')
  await act(moderator, caseId, 'closing', { outcome: 'corrected' })
  expect(await bell(reader)).toMatchObject([
    { sentence: 'La suite donnée à votre signalement est à lire', path: '/me/notes' },
  ])
  for (const person of [author, manager, moderator])
    expect(JSON.stringify(await bell(person))).not.toContain('Zibeline')
})

test('a proposal is told to the second person, the decision to the author, the appeal to somebody else', async () => {
  const { caseId } = await reported()
  const { measures } = await act(moderator, caseId, 'measures', {
    kind: 'hide',
    article: 1,
    reason: 'Vise une personne',
    urgent: true,
  })
  expect(await sentences(manager)).toContain('Une proposition attend une deuxième personne')
  expect(await sentences(moderator)).not.toContain('Une proposition attend une deuxième personne')
  ok(await manager.post(`/api/v1/moderation/measures/${measures[0].id}/decision`, { decision: 'confirmed' }))
  expect(await sentences(author)).toEqual(['Something was decided about one of your texts'])
  // Decided without waiting for a correction: said apart in the figures of the year.
  const year = new Date().getUTCFullYear()
  const { community: figures } = ok(
    await reader.get(`/api/v1/communities/${community.slug}/moderation-report?year=${year}`),
  )
  expect(figures).toHaveProperty('urgent', null)
})

test('a note names the one who wrote it; a peer is asked once', async () => {
  const { postId, caseId } = await reported()
  ok(await peer.post('/api/v1/notes', { postId, text: 'Je crois que ce mot blesse.' }))
  expect(await sentences(author)).toEqual(['Paul Girard wrote to you about a text, between the two of you'])
  await act(moderator, caseId, 'steps', { step: 'peer', toMemberId: peer.memberId, text: 'Un mot ?' })
  const asked = 'On vous demande d’écrire à un collègue, comme pair'
  expect(await sentences(peer)).toContain(asked)
  const [request] = ok(await peer.get('/api/v1/me/moderation')).peerRequests
  ok(await peer.post(`/api/v1/peer-requests/${request.id}`, {}))
  // Answered, it no longer waits.
  expect(await sentences(peer)).not.toContain(asked)
  expect(await sentences(moderator)).toContain('Le pair sollicité a répondu')
})

test('a notice says nothing once its case is no longer theirs (T28)', async () => {
  await reported()
  const waits = 'Un texte a été signalé et attend un regard'
  expect(await sentences(moderator)).toEqual([waits])
  await t.db.read.run('delete from communities.community_role where member_id = $1', [moderator.memberId])
  expect(await bell(moderator)).toEqual([])
  await giveRole(manager, community, moderator, 'moderator')
  expect(await sentences(moderator)).toContain(waits)
})

test('the author of a hidden text takes it back: no words are left, and nothing brings it back', async () => {
  const { postId, caseId } = await reported('Texte martre')
  const { measures } = await act(moderator, caseId, 'measures', {
    kind: 'hide',
    article: 1,
    reason: 'Vise une personne',
    urgent: true,
  })
  ok(await manager.post(`/api/v1/moderation/measures/${measures[0].id}/decision`, { decision: 'confirmed' }))
  expect((await reader.delete(`/api/v1/posts/${postId}`)).status).toBe(403)
  expect((await moderator.delete(`/api/v1/posts/${postId}`)).status).toBe(403)
  ok(await author.delete(`/api/v1/posts/${postId}`))
  await t.settle()
  expect((await author.delete(`/api/v1/posts/${postId}`)).status).toBeGreaterThanOrEqual(400)
  expect(await t.db.read.row('select 1 from discussions.hiding where post_id = $1', [postId])).toBeUndefined()
  for (const person of [author, moderator])
    expect((await person.get(`/api/v1/moderation/cases/${caseId}`)).text).not.toContain('martre')
  expect((await author.get('/api/v1/me/moderation')).text).not.toContain('martre')
  ok(await moderator.post(`/api/v1/moderation/measures/${measures[0].id}/lift`, {}))
  expect((await reader.get(`/api/v1/posts/${postId}`)).status).toBe(404)
})
