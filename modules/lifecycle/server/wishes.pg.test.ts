import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { foundCommunity } from '#modules/communities/fixtures.ts'
import { newId } from '#platform/ids.ts'

let t: TestApp
const who = {} as Record<'alice' | 'bruno' | 'chloe' | 'guest', TestVisitor>
const wishes = '/api/v1/community-wishes'
const ok = (answer: TestAnswer): TestAnswer['body'] => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const codeOf = (answer: TestAnswer): string => answer.body.error?.code ?? String(answer.status)

beforeAll(async () => {
  t = await startTestApp()
  who.alice = await t.member({ name: 'Alice' })
  who.bruno = await t.member({ name: 'Bruno' })
  who.chloe = await t.member({ name: 'Chloé' })
  who.guest = await t.member({ name: 'Jean', guest: true })
})
afterAll(() => t.close())

test('supporters are public, support is taken back, a partner reads nothing of it', async () => {
  const wish = ok(
    await who.alice.post(wishes, {
      subject: 'La réparation des séchoirs',
      problem: 'Trois ateliers la réinventent',
    }),
  )
  expect(wish).toMatchObject({
    by: { displayName: 'Alice' },
    supporterCount: 1,
    isMine: true,
    isSupported: true,
  })
  const support = `${wishes}/${wish.id}/support`
  ok(await who.bruno.put(support))
  expect(ok(await who.bruno.put(support)).supporterCount).toBe(2)
  expect(
    ok(await who.chloe.get(wishes)).items[0].supporters.map(
      (card: { displayName: string }) => card.displayName,
    ),
  ).toEqual(['Alice', 'Bruno'])
  expect(ok(await who.bruno.delete(support)).supporterCount).toBe(1)
  for (const asked of [
    who.guest.get(wishes),
    who.guest.post(wishes, { subject: 'Rien' }),
    who.guest.put(support),
    who.guest.get(`${wishes}/similar?q=sechoir`),
  ])
    expect((await asked).status).toBe(403)
  expect((await who.bruno.delete(`${wishes}/${wish.id}`)).status).toBe(404)
  expect((await who.alice.delete(`${wishes}/${wish.id}`)).status).toBe(204)
})

test('what is similar is found without accents, a secret community never', async () => {
  await foundCommunity(who.alice, { name: { fr: 'Sécheresse et séchoirs' }, purpose: { fr: 'Sécher mieux' } })
  await foundCommunity(who.alice, {
    name: { fr: 'Séchoirs confidentiels' },
    purpose: { fr: 'Rachat' },
    visibility: 'secret',
  })
  const wish = ok(await who.alice.post(wishes, { subject: 'Les séchoirs à bois' }))
  const found = ok(await who.bruno.get(`${wishes}/similar?q=sechoir`))
  expect(
    found.communities.map((one: { community: { name: { fr: string } } }) => one.community.name.fr),
  ).toEqual(['Sécheresse et séchoirs'])
  expect(found.wishes.map((one: { id: string }) => one.id)).toEqual([wish.id])
  expect(ok(await who.bruno.get(`${wishes}/similar?q=zygote`))).toEqual({ communities: [], wishes: [] })
  expect(ok(await who.bruno.get(`${wishes}/similar?q=%25_`))).toEqual({ communities: [], wishes: [] })
})

test('a wish becomes an opportunity: idea card, supporters invited, each accepts for themselves', async () => {
  const wish = ok(
    await who.alice.post(wishes, {
      subject: 'Le vélo',
      problem: 'Venir à vélo est dangereux',
      whoTalks: 'Le CSE de Lyon',
    }),
  )
  ok(await who.bruno.put(`${wishes}/${wish.id}/support`))
  const begin = {
    kind: 'interest',
    name: 'À vélo',
    purpose: 'Venir à vélo',
    visibility: 'open',
    language: 'fr',
  }
  const { slug, invited } = ok(await who.chloe.post(`${wishes}/${wish.id}/opportunity`, begin))
  expect(invited).toBe(2)
  const page = ok(await who.bruno.get(`/api/v1/communities/${slug}`))
  expect(page).toMatchObject({
    stage: 'opportunity',
    memberCount: 1,
    canvas: { problem: 'Venir à vélo est dangereux', whoSuffers: 'Le CSE de Lyon' },
    me: { isMember: false, invitedBy: { displayName: 'Chloé' } },
  })
  expect(codeOf(await who.chloe.post(`${wishes}/${wish.id}/opportunity`, begin))).toBe('wishSettled')
  expect(codeOf(await who.bruno.put(`${wishes}/${wish.id}/support`))).toBe('wishSettled')
  expect(ok(await who.bruno.get(`${wishes}?settled=true`)).items[0]).toMatchObject({
    outcome: 'opportunity',
    community: { slug },
  })
  await t.settle()
  expect(ok(await who.chloe.get(`/api/v1/communities/${slug}/life`)).history).toHaveLength(1)
})

test('“there is already…” is said by the wisher or a manager of that community, and told to supporters', async () => {
  const place = await foundCommunity(who.alice, { name: { fr: 'Photographie' } })
  const secret = await foundCommunity(who.alice, { visibility: 'secret' })
  const wish = ok(await who.bruno.post(wishes, { subject: 'La photo argentique' }))
  ok(await who.chloe.put(`${wishes}/${wish.id}/support`))
  const say = (by: TestVisitor, community: string) =>
    by.put(`${wishes}/${wish.id}/answer`, { community, word: 'Venez' })
  expect((await say(who.chloe, place.id)).status).toBe(403)
  expect((await say(who.bruno, secret.id)).status).toBe(404)
  expect((await say(who.alice, secret.id)).status).toBe(404)
  expect(ok(await say(who.alice, place.id))).toMatchObject({ outcome: 'exists', word: 'Venez' })
  await t.settle()
  expect(JSON.stringify(ok(await who.chloe.get('/api/v1/notifications')))).toContain('répond déjà')
  expect((await who.bruno.delete(`${wishes}/${wish.id}`)).status).toBe(404)
})

test('a wish made before supporters were public keeps its promise: no name, no invitation', async () => {
  const id = newId()
  await t.db.read.run(
    `insert into lifecycle.wish (id, member_id, subject, is_named) values ($1, $2, 'La fonte', false)`,
    [id, who.alice.memberId],
  )
  const seen = ok(await who.bruno.put(`${wishes}/${id}/support`))
  expect(seen.by).toBeNull()
  expect(JSON.stringify(seen)).not.toContain('Alice')
  const begin = { kind: 'interest', name: 'Fonte', purpose: 'Fondre', visibility: 'open', language: 'fr' }
  expect(ok(await who.chloe.post(`${wishes}/${id}/opportunity`, begin)).invited).toBe(1)
})
