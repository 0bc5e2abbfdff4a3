import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity } from '#modules/communities/fixtures.ts'
import { comment, join, leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'
import { charterPublished } from '#modules/communities/events.ts'
import { commentAdded } from '#modules/discussions/events.ts'
import { memberAsked } from '#modules/workbench/events.ts'
import { emit } from '#platform/events/events.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { deliverDue } from './deliver-due.ts'
import { forgetOldNotices } from './jobs.ts'
import { listAllLevelMembers } from './queries/receivers.ts'
import { tell } from './tell.ts'

/** A Tuesday at eleven in Paris: nobody's quiet hours. */
const tuesday = new Date('2026-11-24T10:00:00Z')

let t: TestApp
let alice: TestVisitor
let bob: TestVisitor
let carol: TestVisitor
let open: TestCommunity
let closed: TestCommunity

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(tuesday)
  alice = await t.member({ name: 'Alice' })
  bob = await t.member({ name: 'Bob' })
  carol = await t.member({ name: 'Carol', language: 'en' })
})
afterAll(() => t.close())
beforeEach(async () => {
  t.setNow(tuesday)
  open = await makeCommunity(t, { members: [alice, bob, carol] })
  closed = await makeCommunity(t, { visibility: 'closed', members: [alice, bob, carol] })
  await t.settle()
  await t.db.read.run('delete from notifications.notice')
  await t.db.read.run('delete from notifications.delivery')
  t.mails.length = 0
})

const listOf = async (person: TestVisitor, query = '') =>
  (await person.get(`/api/v1/notifications${query}`)).body.items as {
    id: string
    title: string
    sentence: string
    count: number
    reason: string
    isRead: boolean
    path: string
  }[]
const countOf = async (person: TestVisitor): Promise<number> =>
  (await person.get('/api/v1/notifications/count')).body.unread
const rows = async (text: string): Promise<number> =>
  (await t.db.read.row<{ n: number }>(`select count(*)::int as n from ${text}`))!.n
/** Isolation marks around names are for mixed scripts; they are not read here. */
const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '')
const ask = (person: TestVisitor, community: TestCommunity, title = 'Quelle colle pour l’inox ?') =>
  publish(person, community.id, { kind: 'question', title, bodyMd: 'Elle ne tient pas.' })
const answer = (person: TestVisitor, postId: string, bodyMd = 'Une époxy à deux composants.') =>
  person.post(`/api/v1/posts/${postId}/comments`, { bodyMd, isAnswer: true })
/** The round of the next minute, at any time of the application's clock. */
const nextRound = async (): Promise<void> => {
  await t.db.transaction((tx) => enqueue({ ...t.systemContext(), tx }, deliverDue, {}))
  await t.settle()
}

test('three answers to a question are one entry, said once, in the words of its reader', async () => {
  const postId = await ask(alice, open)
  await answer(bob, postId)
  t.setNow(new Date(tuesday.getTime() + 1_000))
  await answer(carol, postId)
  t.setNow(new Date(tuesday.getTime() + 2_000))
  await answer(bob, postId, 'Ou une cyanoacrylate.')
  await t.settle()
  const [entry, ...others] = await listOf(alice)
  expect(others).toEqual([])
  expect(entry).toMatchObject({
    title: 'Quelle colle pour l’inox ?',
    count: 3,
    reason: 'answer',
    isRead: false,
  })
  expect(plain(entry!.sentence)).toBe('3 réponses à votre question, par Bob et Carol')
  expect(await countOf(alice)).toBe(1)
  // Bob and Carol wrote in it: each follows it, and is not told of their own words.
  expect((await listOf(carol)).map((one) => plain(one.sentence))).toEqual([
    'Bob wrote in a conversation you follow',
  ])
  // Read, then a fourth answer: a new entry.
  await alice.post('/api/v1/notifications/read', { ids: [entry!.id] })
  expect(await countOf(alice)).toBe(0)
  t.setNow(new Date(tuesday.getTime() + 3_000))
  await answer(bob, postId, 'Et un dégraissage avant.')
  await t.settle()
  expect((await listOf(alice)).map((one) => [one.count, one.isRead])).toEqual([
    [1, false],
    [3, true],
  ])
})

test('the same thing told again changes nothing, whatever is tried again', async () => {
  const postId = await ask(alice, open)
  const commentId = (await answer(bob, postId)).body.id as string
  await t.settle()
  const payload = { postId, commentId, authorId: bob.memberId, parentId: null, isAnswer: true, mentioned: [] }
  for (let again = 0; again < 3; again++)
    await t.db.transaction((tx) => emit({ ...t.systemContext(), tx }, commentAdded(open.id, payload)))
  await t.settle()
  expect((await listOf(alice)).map((one) => one.count)).toEqual([1])
  expect(
    await rows(`notifications.delivery where member_id = '${alice.memberId}' and channel = 'inApp'`),
  ).toBe(1)
  // Concerned twice by one comment: told once, for the stronger reason.
  const mention = await bob.post(`/api/v1/posts/${postId}/comments`, {
    bodyMd: `Qu’en pense [@Alice](member:${alice.memberId}) ?`,
  })
  expect(mention.status).toBe(200)
  await t.settle()
  expect((await listOf(alice)).map((one) => one.reason).toSorted()).toEqual(['answer', 'mention'])
})

test('what needs somebody is mailed after ten minutes, once, and not at all when it was seen', async () => {
  const seen = await ask(alice, open, 'Vue ici')
  const unseen = await ask(alice, open, 'Pas encore vue')
  await answer(bob, seen)
  await answer(bob, unseen)
  await t.settle()
  expect(t.mails).toHaveLength(0)
  await alice.post('/api/v1/notifications/read', { postId: seen })
  t.setNow(new Date(tuesday.getTime() + 11 * 60_000))
  await nextRound()
  await nextRound()
  expect(t.mails.map((mail) => plain(mail.subject))).toEqual([
    'Bob a répondu à votre question · Pas encore vue',
  ])
  const [mail] = t.mails
  expect(mail!.text).toContain('Une époxy à deux composants.')
  expect(mail!.text).toContain(`http://localhost:3000/posts/${unseen}`)
  expect(mail!.html).not.toMatch(/<img|<script/)
  expect(mail!.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
  expect(mail!.headers!['List-Unsubscribe']).toMatch(
    /^<http:\/\/localhost:3000\/api\/v1\/unsubscribe\/[\w-]+>$/,
  )
  // Bob, whose comment was only liked to be followed, is owed nothing by mail.
  expect(t.mails.every(({ to }) => to.name === 'Alice')).toBe(true)
})

test('nothing leaves at night: it is held until eight, together, and read again before it goes', async () => {
  t.setNow(new Date('2026-11-24T21:00:00Z'))
  const first = await ask(alice, open, 'Première')
  const second = await ask(alice, open, 'Seconde')
  await answer(bob, first)
  await answer(carol, second)
  await t.settle()
  await nextRound()
  expect(t.mails).toHaveLength(0)
  t.setNow(new Date('2026-11-25T06:59:00Z'))
  await nextRound()
  expect(t.mails).toHaveLength(0)
  t.setNow(new Date('2026-11-25T07:00:30Z'))
  await nextRound()
  expect(t.mails.map((mail) => mail.subject)).toEqual(['2 nouvelles pour vous'])
})

test('T03 T05: out of the community, deleted or deactivated, the words are gone from list, badge and queued mail', async () => {
  const asked = await ask(bob, closed, 'CANARI du titre')
  await answer(alice, asked, 'CANARI de la réponse')
  const deleted = await ask(carol, closed, 'CANARI supprimé')
  const gone = (await answer(alice, deleted, 'CANARI de la réponse supprimée')).body.id as string
  await t.settle()
  expect([await countOf(bob), await countOf(carol)]).toEqual([1, 1])
  await leave(t, closed.id, bob)
  expect((await alice.delete(`/api/v1/comments/${gone}`)).status).toBeLessThan(300)
  for (const person of [bob, carol]) {
    const list = await person.get('/api/v1/notifications')
    expect([list.body.items, await countOf(person)]).toEqual([[], 0])
    expect(list.text).not.toContain('CANARI')
  }
  t.setNow(new Date(tuesday.getTime() + 11 * 60_000))
  await nextRound()
  expect(t.mails).toEqual([])
  expect(await rows(`notifications.delivery where channel = 'mail' and state = 'withheld'`)).toBe(2)

  const dave = await t.member({ name: 'Dave' })
  await join(t, closed.id, dave)
  const his = await ask(dave, closed, 'La sienne')
  await answer(alice, his)
  await t.settle()
  await t.db.read.run(`update people.member set state = 'deactivated' where id = $1`, [dave.memberId])
  t.setNow(new Date(tuesday.getTime() + 25 * 60_000))
  await nextRound()
  expect(t.mails).toEqual([])
  expect((await dave.get('/api/v1/notifications')).status).toBe(401)
})

test('joining a community of 500 posts tells nobody anything', async () => {
  const author = await t.member({ name: 'Prolix' })
  await join(t, open.id, author)
  await t.db.read.run(
    `insert into discussions.post (id, community_id, seq, kind, author_id, body_md, body_html, excerpt, created_at, last_activity_at)
     select platform.new_id(), $1, n, 'discussion', $2, 'x', 'x', 'x', $3::timestamptz - n * interval '1 minute', $3
       from generate_series(1, 500) n`,
    [open.id, author.memberId, tuesday],
  )
  const newcomer = await t.member({ name: 'Nouvelle' })
  expect(
    (await newcomer.post(`/api/v1/communities/${open.id}/membership`, { charterVersion: null })).status,
  ).toBe(200)
  await t.settle()
  expect([await countOf(newcomer), (await listOf(newcomer)).length]).toEqual([0, 0])
  expect(await rows(`notifications.delivery where member_id = '${newcomer.memberId}'`)).toBe(0)
})

test('levels: everything, essentials, nothing; a muted conversation is silent unless one is named', async () => {
  await alice.put(`/api/v1/communities/${open.id}/notifications`, { level: 'all' })
  await carol.put(`/api/v1/communities/${open.id}/notifications`, { level: 'nothing' })
  const postId = await publish(bob, open.id, { title: 'Pour tous', bodyMd: 'Bonjour' })
  await t.settle()
  expect((await listOf(alice)).map((one) => [one.title, plain(one.sentence)])).toEqual([
    ['Pour tous', 'Bob a publié'],
  ])
  expect(await countOf(carol)).toBe(0)
  expect((await bob.get(`/api/v1/posts/${postId}/following`)).body).toMatchObject({
    state: 'follow',
    isAutomatic: true,
  })
  await bob.put(`/api/v1/posts/${postId}/following`, { state: 'mute' })
  await comment(alice, postId)
  await t.settle()
  expect(await countOf(bob)).toBe(0)
  await alice.post(`/api/v1/posts/${postId}/comments`, { bodyMd: `[@Bob](member:${bob.memberId}) ?` })
  await t.settle()
  expect((await listOf(bob)).map((one) => one.reason)).toEqual(['mention'])
  // A choice about what one may not read is a choice about nothing.
  const outsider = await t.member({ name: 'Dehors' })
  const hidden = await publish(alice, closed.id)
  expect((await outsider.put(`/api/v1/posts/${hidden}/following`, { state: 'follow' })).status).toBe(404)
  expect(
    (await outsider.put(`/api/v1/communities/${closed.id}/notifications`, { level: 'all' })).status,
  ).toBe(403)
})

test('coming in, roles and charter: who decides is asked, who waits is told', async () => {
  const owner = await t.member({ name: 'Odile' })
  const applicant = await t.member({ name: 'Paul' })
  const community = await foundCommunity(owner, { visibility: 'closed', name: { fr: 'Fonderie' } })
  await bringIn(owner, community, alice)
  await t.settle()
  await t.db.read.run('delete from notifications.notice')
  expect(
    (
      await applicant.post(`/api/v1/communities/${community.id}/join-request`, {
        message: 'Bonjour',
        charterVersion:
          (await applicant.get(`/api/v1/communities/${community.id}/charter`)).body.charter?.version ?? null,
      })
    ).status,
  ).toBeLessThan(300)
  await t.settle()
  expect((await listOf(owner)).map((one) => plain(one.sentence))).toEqual(['Paul demande à entrer'])
  await owner.post(`/api/v1/communities/${community.id}/join-requests/${applicant.memberId}/approval`)
  await owner.put(`/api/v1/communities/${community.id}/members/${alice.memberId}/roles/moderator`)
  await t.settle()
  // Nobody waits any more: the manager has nothing to do.
  expect(await listOf(owner)).toEqual([])
  expect((await listOf(alice)).map((one) => one.sentence)).toEqual([
    'Vous modérez désormais cette communauté',
  ])

  // T20: an invitation is told as long as it stands.
  expect(
    (await owner.post(`/api/v1/communities/${community.id}/invitations`, { memberIds: [carol.memberId] }))
      .status,
  ).toBe(200)
  await t.settle()
  expect((await listOf(carol)).map((one) => plain(one.sentence))).toEqual(['Odile invites you to join'])
  await t.db.read.run(`delete from communities.community_invitation where member_id = $1`, [carol.memberId])
  expect([await listOf(carol), await countOf(carol)]).toEqual([[], 0])

  // What changes for everybody is told to those inside, once.
  await t.db.transaction(async (tx) => {
    const ctx = { ...t.systemContext(), tx }
    for (let again = 0; again < 2; again++) await emit(ctx, charterPublished(community.id, { version: 2 }))
  })
  await t.settle()
  expect((await listOf(applicant)).map((one) => one.sentence)).toContain(
    'La charte a changé : à relire et à accepter pour continuer à écrire',
  )
  expect((await listOf(applicant)).filter((one) => one.sentence.startsWith('La charte'))).toHaveLength(1)
})

test('who is asked by name hears of it, as long as they may read the question', async () => {
  const postId = await ask(alice, closed)
  await t.db.transaction((tx) =>
    emit({ ...t.systemContext(), tx }, memberAsked(closed.id, { memberId: bob.memberId, postId })),
  )
  await t.settle()
  expect((await listOf(bob)).map((one) => [one.reason, one.sentence, one.title])).toEqual([
    ['asked', 'On compte sur vous pour cette question', 'Quelle colle pour l’inox ?'],
  ])
  await leave(t, closed.id, bob)
  expect(await listOf(bob)).toEqual([])
})

test('a post in a community of 3,000 adds rows for those concerned only, in a fixed number of statements', async () => {
  await t.db.read.run(
    `with people as (
       insert into people.member (id, state, email, display_name)
       select platform.new_id(), 'active', 'crowd' || n || '@example.test', 'Crowd ' || n from generate_series(1, 3000) n returning id)
     insert into communities.membership (community_id, member_id) select $1, id from people`,
    [open.id],
  )
  await publish(bob, open.id, { title: 'Pour la foule', bodyMd: 'Bonjour' })
  await t.settle()
  expect(await rows('notifications.delivery')).toBe(0)
  // Even where everybody chose to hear all, it is five statements for each thousand, and a lock.
  await t.db.read.run(
    `insert into notifications.community_level (member_id, community_id, level)
     select member_id, community_id, 'all' from communities.membership where community_id = $1`,
    [open.id],
  )
  const postId = await publish(bob, open.id, { title: 'Encore', bodyMd: 'Bonjour' })
  const statements = await t.db.transaction(async (tx) => {
    const ctx = { ...t.systemContext(), tx }
    await tell(ctx, 'discussions', {
      key: `post:${postId}`,
      group: `post:${postId}`,
      communityId: open.id,
      subject: { postId },
      actorId: bob.memberId,
      receivers: (await listAllLevelMembers(tx, open.id)).map((memberId) => ({ memberId, reason: 'news' })),
    })
    return tx.statements
  })
  expect(statements).toBeLessThanOrEqual(2 + 4 * 3)
  expect(await rows(`notifications.delivery where item_key = 'post:${postId}'`)).toBe(3002)
  await t.settle()
  expect(await rows(`notifications.delivery where item_key = 'post:${postId}'`)).toBe(3002)
}, 60_000)

test('the list costs a handful of statements whatever is on it; pages follow each other', async () => {
  for (let n = 0; n < 6; n++) {
    const postId = await ask(alice, open, `Question ${n}`)
    await answer(bob, postId)
  }
  await t.settle()
  const first = await alice.get('/api/v1/notifications?limit=4')
  expect(first.body.items).toHaveLength(4)
  expect(first.statements).toBeLessThanOrEqual(4)
  const rest = await alice.get(`/api/v1/notifications?limit=4&cursor=${first.body.next}`)
  expect([rest.body.items.length, rest.body.next]).toEqual([2, null])
  expect((await alice.get('/api/v1/notifications/count')).statements).toBeLessThanOrEqual(4)
  expect((await alice.get('/api/v1/notifications?cursor=xx')).status).toBe(400)
  await alice.post('/api/v1/notifications/read', { all: true })
  expect([await countOf(alice), (await listOf(alice, '?show=unread')).length]).toEqual([0, 0])
  // Somebody else's notices are nobody's.
  await bob.post('/api/v1/notifications/read', { ids: [first.body.items[0].id], isRead: false })
  expect(await countOf(alice)).toBe(0)
  await alice.post('/api/v1/notifications/read', { ids: [first.body.items[0].id], isRead: false })
  expect(await countOf(alice)).toBe(1)
})

test('ninety days, then thirteen months: notices go, the proof stays without content, then goes', async () => {
  const postId = await ask(alice, open)
  await answer(bob, postId)
  await t.settle()
  const after = async (days: number) => {
    t.setNow(new Date(tuesday.getTime() + days * 86_400_000))
    await t.db.transaction((tx) => enqueue({ ...t.systemContext(), tx }, forgetOldNotices, {}))
    await t.settle()
    return [
      await rows('notifications.notice'),
      await rows('notifications.delivery'),
      await rows('notifications.delivery where subject is not null'),
    ]
  }
  const kept = await rows('notifications.delivery')
  expect(kept).toBeGreaterThan(0)
  expect(await after(89)).toEqual([1, kept, kept])
  expect((await after(91)).slice(0, 2)).toEqual([0, kept])
  expect(await rows(`notifications.delivery where channel = 'inApp' and subject is not null`)).toBe(0)
  expect(await after(410)).toEqual([0, 0, 0])
})
