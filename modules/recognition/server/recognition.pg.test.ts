import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity, giveRole } from '#modules/communities/fixtures.ts'
import { listPeopleToThank, noteQuietWork } from '#modules/recognition/public.ts'

let t: TestApp
let claire: TestVisitor
let nadia: TestVisitor
let alice: TestVisitor
let bruno: TestVisitor
let chloe: TestVisitor
let stranger: TestVisitor
let place: { id: string; slug: string }
let postId: string
let answerId: string

const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const refused = (answer: TestAnswer, status: number, code: string) => {
  const { error } = answer.body
  const said = status === 404 ? code : (error?.data?.reason ?? error?.code)
  expect([answer.status, said], answer.text).toEqual([status, code])
}

beforeAll(async () => {
  t = await startTestApp()
  claire = await t.member({ name: 'Claire Morvan' })
  nadia = await t.member({ name: 'Nadia Berrada' })
  alice = await t.member({ name: 'Alice Roux' })
  bruno = await t.member({ name: 'Bruno Sarr' })
  chloe = await t.member({ name: 'Chloé Vidal' })
  stranger = await t.member({ name: 'Zoé Outremer' })
  place = await foundCommunity(claire, { visibility: 'closed' })
  await bringIn(claire, place, nadia, alice, bruno, chloe)
  await giveRole(claire, place, nadia, 'moderator')
  postId = ok(
    await alice.post('/api/v1/posts', {
      communityId: place.id,
      kind: 'question',
      title: 'Quelle clé',
      bodyMd: 'Laquelle ?',
    }),
  ).card.id
  answerId = ok(
    await bruno.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'La douze.', isAnswer: true }),
  ).id
  ok(await alice.put(`/api/v1/posts/${postId}/accepted-answer`, { commentId: answerId }))
})
afterAll(() => t.close())

const thanksUrl = () => `/api/v1/communities/${place.slug}/thanks`
const give = (by: TestVisitor, more: object = {}) =>
  by.post(thanksUrl(), {
    toMemberId: bruno.memberId,
    text: 'Merci, canari-mots',
    act: 'answer',
    postId,
    commentId: answerId,
    ...more,
  })
const under = async (by: TestVisitor) => ok(await by.get(`/api/v1/posts/${postId}/thanks`)).items
const wall = async (by: TestVisitor) => ok(await by.get(thanksUrl())).items
const toThank = async (by = claire) => ok(await by.get(`${thanksUrl()}/people`)).items

test('people with a concrete act and no public word are suggested: logged, without those who opted out', async () => {
  expect(await toThank()).toMatchObject([
    {
      member: { displayName: 'Bruno Sarr' },
      for: { kind: 'answer', postId, title: 'Quelle clé' },
      sinceDays: 0,
    },
  ])
  for (const person of [nadia, alice]) expect((await person.get(`${thanksUrl()}/people`)).status).toBe(403)
  expect((await stranger.get(`${thanksUrl()}/people`)).status).toBe(403)
  expect(ok(await bruno.get('/api/v1/me/access-log')).items).toContainEqual(
    expect.objectContaining({ screen: 'thanks', purpose: 'thank' }),
  )
  ok(await bruno.put('/api/v1/me/thanks-suggestions', { isOptedOut: true }))
  expect(await toThank()).toEqual([])
  ok(await bruno.put('/api/v1/me/thanks-suggestions', { isOptedOut: false }))
  await noteQuietWork({ ...t.systemContext(), now: new Date() }, place.id, chloe.memberId, 'buddy')
  expect((await toThank()).map((one: { for: { kind: string } }) => one.for.kind)).toEqual(['answer', 'buddy'])
  // A private word of somebody else says nothing to the manager; her own does.
  ok(await give(alice, { isPrivate: true }))
  expect(await toThank()).toHaveLength(2)
  ok(await give(claire, { isPrivate: true }))
  expect(await toThank()).toHaveLength(1)
  expect(await listPeopleToThank(t.systemContext(), place.id, 9)).toHaveLength(2)
  await t.db.read.run('delete from recognition.thanks')
  // Ninety days are ninety days; the first word to somebody who had just arrived is an act of its own.
  const kinds = async () => (await toThank()).map((one: { for: { kind: string } }) => one.for.kind)
  await t.db.read.run(
    `update discussions.acceptance set at = now() - interval '91 days' where post_id = $1`,
    [postId],
  )
  expect(await kinds()).toEqual(['welcome', 'buddy'])
  await t.db.read.run(`update communities.membership set joined_at = now() - interval '200 days'`)
  expect(await kinds()).toEqual(['buddy'])
  await t.db.read.run(
    `update discussions.acceptance set at = now() - interval '89 days' where post_id = $1`,
    [postId],
  )
  expect(await kinds()).toEqual(['answer', 'buddy'])
})

test('thanks are for somebody else who is here, for something of theirs', async () => {
  refused(await give(bruno), 409, 'ownThanks')
  refused(await give(alice, { toMemberId: stranger.memberId }), 409, 'receiverNotHere')
  refused(await give(alice, { toMemberId: chloe.memberId }), 404, 'objectNotHere')
  refused(await give(alice, { text: '   ' }), 400, 'invalidInput')
  expect((await give(stranger)).status).toBe(403)
  expect((await t.anonymous.post(thanksUrl(), {})).status).toBe(401)
})

test('a public word stands where it was said until the receiver declines; the wall takes their yes', async () => {
  const thanks = ok(await give(alice))
  await t.settle()
  expect(ok(await bruno.get('/api/v1/notifications')).items[0].sentence.replace(/[\u2068\u2069]/gu, '')).toBe(
    'Alice Roux vous remercie',
  )
  expect((await under(chloe)).map(({ id }: { id: string }) => id)).toEqual([thanks.id])
  expect(await wall(chloe)).toEqual([])
  const show = (by: TestVisitor, showing: string) =>
    by.put(`/api/v1/thanks/${thanks.id}/showing`, { showing })
  refused(await show(alice, 'wall'), 403, 'notYourThanks')
  refused(await show(claire, 'wall'), 403, 'notYourThanks')
  ok(await show(bruno, 'wall'))
  expect(await wall(chloe)).toMatchObject([{ text: 'Merci, canari-mots', showing: 'wall' }])
  // Other words are not what was agreed to.
  refused(await bruno.patch(`/api/v1/thanks/${thanks.id}`, { text: 'Merci à moi' }), 403, 'notYourThanks')
  ok(await alice.patch(`/api/v1/thanks/${thanks.id}`, { text: 'Merci encore' }))
  expect(await wall(chloe)).toEqual([])
  ok(await show(bruno, 'nowhere'))
  expect(await under(chloe)).toEqual([])
  expect(await under(bruno)).toHaveLength(1)
  refused(await chloe.post(`/api/v1/thanks/${thanks.id}/report`, {}), 404, 'thanksNotFound')
  ok(await show(bruno, 'wall'))
  expect((await stranger.get(thanksUrl())).status).toBe(403)
  expect((await stranger.get(`/api/v1/posts/${postId}/thanks`)).status).toBe(404)
  expect(ok(await chloe.get(`${thanksUrl()}?month=2020-01`))).toMatchObject({ items: [], before: null })
  refused(await chloe.delete(`/api/v1/thanks/${thanks.id}`), 403, 'notYourThanks')
  ok(await alice.delete(`/api/v1/thanks/${thanks.id}`))
  expect(await wall(chloe)).toEqual([])
  expect(ok(await bruno.get('/api/v1/me/thanks')).items).toEqual([])
})

test('private words are seen by the two and by nobody else, manager included', async () => {
  const thanks = ok(await give(alice, { isPrivate: true }))
  for (const person of [claire, nadia, chloe]) {
    expect((await person.get(`/api/v1/posts/${postId}/thanks`)).text).not.toContain('canari-mots')
    expect((await person.get(thanksUrl())).text).not.toContain('canari-mots')
    refused(await person.post(`/api/v1/thanks/${thanks.id}/report`, {}), 404, 'thanksNotFound')
  }
  refused(await bruno.put(`/api/v1/thanks/${thanks.id}/showing`, { showing: 'wall' }), 403, 'privateThanks')
  expect(ok(await alice.get('/api/v1/me/thanks?part=given')).items).toHaveLength(1)
  ok(await alice.delete(`/api/v1/thanks/${thanks.id}`))
})

test('reported thanks are decided by somebody who took no part; who reported stays unnamed', async () => {
  const thanks = ok(await give(alice))
  refused(await alice.post(`/api/v1/thanks/${thanks.id}/report`, {}), 409, 'ownThanks')
  ok(await nadia.post(`/api/v1/thanks/${thanks.id}/report`, { words: 'Ironique' }))
  refused(await nadia.post(`/api/v1/thanks/${thanks.id}/report`, {}), 409, 'alreadyReported')
  expect((await chloe.get(`${thanksUrl()}/reports`)).status).toBe(403)
  expect(ok(await claire.get(`${thanksUrl()}/reports`)).items).toMatchObject([
    { words: ['Ironique'], canDecide: true },
  ])
  expect((await claire.get(`${thanksUrl()}/reports`)).text).not.toContain('Nadia')
  expect(ok(await nadia.get(`${thanksUrl()}/reports`)).items).toMatchObject([{ canDecide: false }])
  const decide = (by: TestVisitor, body: object) => by.post(`/api/v1/thanks/${thanks.id}/decision`, body)
  refused(await decide(nadia, { decision: 'keep' }), 403, 'someoneElse')
  refused(await decide(chloe, { decision: 'keep' }), 404, 'thanksNotFound')
  refused(await decide(claire, { decision: 'hide' }), 400, 'hideReasonMissing')
  ok(await decide(claire, { decision: 'hide', reason: 'Article 2' }))
  expect(await under(chloe)).toEqual([])
  expect(ok(await alice.get('/api/v1/me/thanks?part=given')).items).toMatchObject([
    { hiddenReason: 'Article 2' },
  ])
  refused(await decide(claire, { decision: 'keep' }), 404, 'thanksNotFound')
})

test('what it is about takes its title along when it goes, and who leaves sees nothing more', async () => {
  const thanks = ok(await give(alice, { text: 'Merci du mur' }))
  ok(await bruno.put(`/api/v1/thanks/${thanks.id}/showing`, { showing: 'wall' }))
  ok(await bruno.delete(`/api/v1/comments/${answerId}`))
  expect(await under(chloe)).toEqual([])
  expect(await wall(chloe)).toMatchObject([{ text: 'Merci du mur', commentId: null }])
  ok(await alice.delete(`/api/v1/posts/${postId}`))
  expect(JSON.stringify(await wall(chloe))).not.toContain('Quelle clé')
  ok(await bruno.delete(`/api/v1/communities/${place.id}/membership`))
  expect(ok(await bruno.get('/api/v1/me/thanks')).items).toEqual([])
})
