import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity } from '#modules/communities/fixtures.ts'
import { proposeExperts } from '../public.ts'

// The figures on a real history are those of tools/evaluate-experts.ts (a minute and more); here, on a small one of
// our own, what makes them mean something: the past is asked without the future, and subjects decide.
let t: TestApp
let claire: TestVisitor
let people: TestVisitor[]
const day = (n: number): Date => new Date(Date.UTC(2026, 0, 5 + n, 10))

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(day(0))
  claire = await t.member({ name: 'Claire Morvan' })
  people = await Promise.all(['Ada', 'Bo', 'Cléo', 'Dan', 'Eve', 'Fay'].map((name) => t.member({ name })))
})
afterAll(() => t.close())

test('whoever answers a subject is found for it, before those who answer most, and the future is not read', async () => {
  const [asker, pumps, welding, busy, busier, later] = people as [
    TestVisitor,
    TestVisitor,
    TestVisitor,
    TestVisitor,
    TestVisitor,
    TestVisitor,
  ]
  const community = await foundCommunity(claire)
  await bringIn(claire, community, ...people)
  const ask = async (title: string, tag: string, at: Date) => {
    t.setNow(at)
    const made = await asker.post('/api/v1/posts', {
      communityId: community.id,
      kind: 'question',
      title,
      bodyMd: 'Quelqu’un a-t-il connu ce cas ?',
      tags: [tag],
    })
    return made.body.card.id as string
  }
  const answer = (who: TestVisitor, postId: string) =>
    who.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'Voici comment.', isAnswer: true })
  for (let n = 0; n < 5; n++) {
    await answer(pumps, await ask(`La pompe ${n} cavite`, 'pompes', day(6 * n)))
    await answer(welding, await ask(`Le cordon ${n} fissure`, 'soudure', day(6 * n + 1)))
    for (const who of [busy, busier])
      await answer(who, await ask(`Un badge ${n} perdu`, 'badges', day(6 * n + 2)))
  }
  const pump = await ask('Une pompe cavite encore', 'pompes', day(40))
  const seam = await ask('Un cordon fissure encore', 'soudure', day(40))
  const propose = async () => {
    const found = await proposeExperts(
      { tx: t.db.read, now: day(40) },
      { communityId: community.id, postIds: [pump, seam] },
    )
    return [pump, seam].map((id) => found.get(id)!.map(({ member, reason }) => [member.id, reason]))
  }
  const before = await propose()
  expect(before.map((one) => one[0])).toEqual([
    [pumps.memberId, 'answeredTag'],
    [welding.memberId, 'answeredTag'],
  ])
  // Everything after that instant changes nothing of what was proposed at it.
  for (let n = 0; n < 4; n++) await answer(later, await ask(`La pompe du hall ${n}`, 'pompes', day(41 + n)))
  t.setNow(day(50))
  await answer(later, pump)
  expect(await propose()).toEqual(before)
})
