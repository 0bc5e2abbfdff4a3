import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { comment, join, leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'
import { pagePublished, pageReviewDue } from '#modules/knowledge/events.ts'
import { pollClosed } from '#modules/polls/events.ts'
import { emit } from '#platform/events/events.ts'

let t: TestApp
let alice: TestVisitor
let bob: TestVisitor
let carol: TestVisitor
let place: TestCommunity

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(new Date('2026-11-24T10:00:00Z'))
  alice = await t.member({ name: 'Alice' })
  bob = await t.member({ name: 'Bob' })
  carol = await t.member({ name: 'Carol', language: 'en' })
})
afterAll(() => t.close())
beforeEach(async () => {
  place = await makeCommunity(t, { visibility: 'closed', members: [alice, bob, carol] })
})

const listOf = async (who: TestVisitor, path: string) => {
  await t.settle()
  const found = await who.get('/api/v1/notifications')
  return (
    found.body.items as { path: string; title: string; sentence: string; count: number; reason: string }[]
  ).filter((one) => one.path === path)
}
const say = (event: Parameters<typeof emit>[1]) =>
  t.db.transaction((tx) => emit({ ...t.systemContext(), tx }, event))

test('a page whose date has come waits for its owner, once, until they have said that it is true', async () => {
  const { body: page } = await alice.post('/api/v1/pages', {
    communityId: place.id,
    title: 'Aligner une pompe',
    bodyMd: 'Au laser.',
    reviewOn: '2026-11-26',
  })
  const path = `/pages/${page.id}`
  t.setNow(new Date('2026-11-26T10:00:00Z'))
  await say(pageReviewDue(place.id, { pageId: page.id, ownerId: alice.memberId }))
  expect(await listOf(alice, path)).toMatchObject([
    {
      title: 'Aligner une pompe',
      sentence: 'Est-ce toujours vrai\u202f? Vous répondez de cette fiche, et sa date de révision est venue',
      count: 1,
      reason: 'needsYou',
    },
  ])
  expect(await listOf(bob, path)).toEqual([])
  await leave(t, place.id, alice)
  expect(await listOf(alice, path)).toEqual([])
  await join(t, place.id, alice)
  expect(await listOf(alice, path)).toHaveLength(1)
  expect((await alice.post(`/api/v1${path}/review`, {})).status).toBeLessThan(300)
  expect(await listOf(alice, path)).toEqual([])
})

test('whose answer became a page is told, where they hear all of its community', async () => {
  for (const who of [bob, carol])
    await who.put(`/api/v1/communities/${place.id}/notifications`, { level: 'all' })
  const postId = await publish(alice, place.id, { kind: 'question', title: 'Une pompe vibre', bodyMd: '?' })
  const commentId = await comment(carol, postId, { bodyMd: 'À froid, puis à chaud.', isAnswer: true })
  const { body: page } = await alice.post('/api/v1/pages', {
    communityId: place.id,
    title: 'Pompe qui vibre',
    bodyMd: 'À froid, puis à chaud.',
    source: { postId, commentIds: [commentId] },
  })
  const path = `/pages/${page.id}`
  await say(pagePublished(place.id, { pageId: page.id, authorId: alice.memberId, postIds: [postId] }))
  expect(await listOf(carol, path)).toMatchObject([
    { title: 'Pompe qui vibre', sentence: 'A page was made of your answer, with your name', count: 1 },
  ])
  // Neither who made it, nor who only reads along.
  expect(await listOf(alice, path)).toEqual([])
  expect(await listOf(bob, path)).toEqual([])
  await alice.delete(`/api/v1${path}`)
  expect(await listOf(carol, path)).toEqual([])
})

test.each(['open', 'visible', 'secret'] as const)(
  'the end of a vote (%s) is told once to its author, and to voters unless it is secret',
  async (ballot) => {
    const asked = await alice.post('/api/v1/polls', {
      communityId: place.id,
      question: 'Quel créneau ?',
      kind: 'single',
      ballot,
      options: [{ label: 'Le mardi' }, { label: 'Le jeudi' }],
    })
    expect(asked.status, asked.text).toBe(200)
    const { postId, pollId } = asked.body
    const path = `/posts/${postId}`
    const { body } = await bob.get(`/api/v1/posts/${postId}/poll`)
    await bob.put(`/api/v1/polls/${pollId}/vote`, { choices: [{ optionId: body.poll.options[1].id }] })
    const manager = await t.member({ name: `Maud ${ballot}` })
    await join(t, place.id, manager, 'manager')
    expect((await manager.put(`/api/v1/polls/${pollId}/closure`, {})).status).toBe(200)
    await say(pollClosed(place.id, { postId, pollId, authorId: alice.memberId }))
    expect(await listOf(alice, path)).toMatchObject([
      { title: 'Quel créneau ?', sentence: 'Le vote est clos', count: 1 },
    ])
    const told = await listOf(bob, path)
    expect(told.map(({ sentence }) => sentence)).toEqual(ballot === 'secret' ? [] : ['Le vote est clos'])
    expect(JSON.stringify([told, await listOf(alice, path)])).not.toMatch(/jeudi|mardi/)
    expect(await listOf(carol, path)).toEqual([])
    expect(await listOf(manager, path)).toEqual([])
    await leave(t, place.id, bob)
    expect(await listOf(bob, path)).toEqual([])
  },
)
