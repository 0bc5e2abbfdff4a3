import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestAnswer, TestApp, TestVisitor } from '#apps/server/testing.ts'
import { comment, join, leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'
import { listMentionedMembers, listTranslations } from '#modules/discussions/public.ts'
import { systemActor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'

let t: TestApp
let alice: TestVisitor
let bob: TestVisitor
let manager: TestVisitor
let expert: TestVisitor
let outsider: TestVisitor
let open: TestCommunity
let closed: TestCommunity
let secret: TestCommunity
let target: TestCommunity

beforeAll(async () => {
  t = await startTestApp()
  alice = await t.member({ name: 'Alice' })
  bob = await t.member({ name: 'Bob' })
  manager = await t.member({ name: 'Manon' })
  expert = await t.member({ name: 'Édith' })
  outsider = await t.member({ name: 'Odile' })
  open = await makeCommunity(t, { members: [alice, bob] })
  closed = await makeCommunity(t, { visibility: 'closed', members: [alice, bob] })
  secret = await makeCommunity(t, { visibility: 'secret', members: [alice, bob] })
  target = await makeCommunity(t, { members: [alice, outsider] })
  for (const community of [open, closed, secret]) {
    await join(t, community.id, manager, 'manager')
    await join(t, community.id, expert, 'expert')
  }
})
afterAll(() => t.close())

const reasonOf = (answer: TestAnswer) => [answer.status, answer.body.error?.data?.reason]
const codeOf = (answer: TestAnswer) => [answer.status, answer.body.error?.code]
const read = (who: TestVisitor, postId: string) => who.get(`/api/v1/posts/${postId}`)
const system = () => ({ actor: systemActor('test'), tx: t.db.read, now: new Date() })
const named = async (postId: string, commentId: string | null = null) =>
  (await listMentionedMembers(system(), postId, commentId)).map(({ memberId, group }) => [memberId, group])

describe('tags', () => {
  test('are kept once whatever their case and accents, at most five, and may be changed later', async () => {
    const post = await publish(alice, open.id, { tags: ['#Sécurité', 'securite', 'Ligne  3'] })
    expect((await read(bob, post)).body.tags).toEqual(['securite', 'ligne 3'])
    const tags = ['a1', 'b2', 'c3', 'd4', 'e5']
    expect((await alice.patch(`/api/v1/posts/${post}`, { tags })).status).toBe(200)
    expect((await read(bob, post)).body).toMatchObject({ tags, editedAt: null })
    const tooMany = await alice.patch(`/api/v1/posts/${post}`, { tags: [...tags, 'f6'] })
    expect(codeOf(tooMany)).toEqual([400, 'invalidInput'])
    expect((await bob.patch(`/api/v1/posts/${post}`, { tags: [] })).status).toBe(403)
  })
})

describe('groups named in a text', () => {
  test('are offered to who takes part: those that are somebody, everyone only to managers (T08)', async () => {
    const groups = (who: TestVisitor, { id }: TestCommunity) =>
      who.get(`/api/v1/communities/${id}/mention-groups`)
    expect((await groups(alice, closed)).body.items).toEqual([
      { name: 'managers', people: 1 },
      { name: 'experts', people: 1 },
    ])
    expect((await groups(manager, closed)).body.items).toEqual([
      { name: 'experts', people: 1 },
      { name: 'everyone', people: 3 },
    ])
    expect((await groups(outsider, open)).body.items).toEqual([])
    expect((await groups(outsider, closed)).status).toBe(403)
    expect((await groups(outsider, secret)).status).toBe(404)
  })

  test('are told by role at the moment of telling, each person once, never the author', async () => {
    const post = await publish(expert, closed.id, {
      bodyMd: `[@Animation](group:managers) [@Experts](group:experts) [@Manon](member:${manager.memberId})`,
    })
    expect(await named(post)).toEqual([[manager.memberId, null]])
    await join(t, closed.id, bob, 'expert')
    expect(await named(post)).toEqual(
      expect.arrayContaining([
        [manager.memberId, null],
        [bob.memberId, 'experts'],
      ]),
    )
    await t.db.read.run(`delete from communities.community_role where community_id = $1 and member_id = $2`, [
      closed.id,
      bob.memberId,
    ])
    await leave(t, closed.id, manager)
    expect(await named(post)).toEqual([])
    await join(t, closed.id, manager)
    const [event] = await t.db.read.rows<{ payload: { groups?: string[] } }>(
      `select payload from platform.domain_event where payload ->> 'postId' = $1 and name = 'postPublished'`,
      [post],
    )
    expect(event?.payload.groups).toEqual(['managers', 'experts'])
  })

  test('hear of it as if they were named themselves, and the others do not', async () => {
    const post = await publish(alice, open.id, { bodyMd: '[@Animation](group:managers), une salle lundi ?' })
    await t.settle()
    const told = async (who: TestVisitor) =>
      (await who.get('/api/v1/notifications')).body.items.filter(
        ({ path, reason }: { path: string; reason: string }) =>
          path === `/posts/${post}` && reason === 'mention',
      ).length
    expect([await told(manager), await told(expert), await told(alice)]).toEqual([1, 0, 0])
  })

  test('everyone: by a manager who has confirmed how many, nobody else; nothing is kept of a refusal', async () => {
    const everyone = { communityId: secret.id, bodyMd: '[@Tous](group:everyone) Fermeture lundi.' }
    expect(reasonOf(await alice.post('/api/v1/posts', everyone))).toEqual([403, 'managersNameEveryone'])
    const key = { 'idempotency-key': newId() }
    const asked = await manager.post('/api/v1/posts', everyone, key)
    expect([...codeOf(asked), asked.body.error.data.people]).toEqual([409, 'reachToConfirm', 3])
    const done = await manager.post('/api/v1/posts', { ...everyone, reachConfirmed: true }, key)
    expect(done.status).toBe(200)
    expect((await named(done.body.card.id)).map(([, group]) => group)).toEqual([
      'everyone',
      'everyone',
      'everyone',
    ])
    const reply = await comment(alice, done.body.card.id)
    const edited = await alice.patch(`/api/v1/comments/${reply}`, {
      bodyMd: '[@Tous](group:everyone)',
      reachConfirmed: true,
    })
    expect(reasonOf(edited)).toEqual([403, 'managersNameEveryone'])
  })
})

describe('bookmarks', () => {
  test('are one’s own, with a note; the text goes when it may no longer be read, the note stays (T03)', async () => {
    const post = await publish(bob, closed.id, { bodyMd: 'CANARI-GARDE' })
    const url = `/api/v1/me/bookmarks/${post}`
    expect((await outsider.put(url, {})).status).toBe(404)
    expect((await alice.put(url, { note: ' Pour mardi ' })).status).toBe(204)
    expect((await alice.put(url, {})).status).toBe(204)
    const mine = (await alice.get('/api/v1/me/bookmarks')).body.items
    expect(mine).toMatchObject([
      { postId: post, note: 'Pour mardi', item: { card: { excerpt: 'CANARI-GARDE' } } },
    ])
    expect((await read(alice, post)).body.isBookmarked).toBe(true)
    expect((await read(bob, post)).body.isBookmarked).toBe(false)
    expect((await bob.get('/api/v1/me/bookmarks')).body.items).toEqual([])
    await leave(t, closed.id, alice)
    const gone = await alice.get('/api/v1/me/bookmarks')
    expect(gone.body.items).toMatchObject([{ postId: post, note: 'Pour mardi', item: null }])
    expect(gone.text).not.toContain('CANARI')
    await join(t, closed.id, alice)
    await bob.delete(`/api/v1/posts/${post}`)
    expect((await alice.get('/api/v1/me/bookmarks')).body.items).toMatchObject([{ item: null }])
    expect([(await alice.delete(url)).status, (await alice.delete(url)).status]).toEqual([204, 204])
    expect((await alice.get('/api/v1/me/bookmarks')).body.items).toEqual([])
  })

  test('come by pages, newest first', async () => {
    const posts = [await publish(bob, open.id), await publish(bob, open.id), await publish(bob, open.id)]
    for (const post of posts) await bob.put(`/api/v1/me/bookmarks/${post}`, {})
    const first = (await bob.get('/api/v1/me/bookmarks?limit=2')).body
    const second = (await bob.get(`/api/v1/me/bookmarks?limit=2&cursor=${encodeURIComponent(first.next)}`))
      .body
    const ids = [...first.items, ...second.items].map(({ postId }: { postId: string }) => postId)
    expect([ids, second.next]).toEqual([posts.toReversed(), null])
  })
})

describe('sharing into another community', () => {
  const share = (who: TestVisitor, postId: string, communityId = target.id) =>
    who.post(`/api/v1/posts/${postId}/shares`, { communityId, bodyMd: 'À lire ici aussi.' })

  test('needs to read here and to write there; the quote is for who may read it (T07)', async () => {
    const post = await publish(bob, open.id, { title: 'CANARI-TITRE', bodyMd: 'CANARI-SOURCE' })
    expect(reasonOf(await share(bob, post))).toEqual([403, 'joinFirst'])
    expect(codeOf(await share(alice, post, open.id))).toEqual([400, 'sameCommunity'])
    const done = await share(alice, post)
    expect(done.body.card).toMatchObject({
      isShare: true,
      excerpt: 'À lire ici aussi.',
      communityId: target.id,
    })
    const id = done.body.card.id
    const seen = await read(outsider, id)
    expect(seen.body.shared.source).toMatchObject({
      id: post,
      title: 'CANARI-TITRE',
      community: { id: open.id },
    })
    expect((await outsider.get(`/api/v1/posts/${id}/shared`)).body).toEqual(seen.body.shared)
    expect((await read(bob, post)).body.sharedIn).toMatchObject([
      { postId: id, by: { displayName: 'Alice' } },
    ])
    // The source becomes closed: at once the share says nothing of it to those outside.
    await t.db.read.run(`update communities.community set visibility = 'closed' where id = $1`, [open.id])
    const blind = await read(outsider, id)
    expect(blind.body.shared).toEqual({ source: null })
    expect(blind.text).not.toContain('CANARI')
    expect((await outsider.get(`/api/v1/communities/${target.id}/feed`)).text).not.toContain('CANARI')
    expect((await read(alice, id)).body.shared.source.id).toBe(post)
    await t.db.read.run(`update communities.community set visibility = 'open' where id = $1`, [open.id])
    await bob.delete(`/api/v1/posts/${post}`)
    expect((await read(alice, id)).body.shared).toEqual({ source: null })
    expect((await outsider.get(`/api/v1/posts/${post}/shared`)).status).toBe(404)
  })

  test('a closed community decides, no without a decision; a secret one never', async () => {
    const post = await publish(alice, closed.id)
    const hidden = await publish(alice, secret.id)
    expect((await read(alice, post)).body.can.share).toBe('notShareable')
    expect(reasonOf(await share(alice, post))).toEqual([403, 'notShareable'])
    expect(reasonOf(await share(alice, hidden))).toEqual([403, 'notShareable'])
    expect((await share(outsider, hidden)).status).toBe(404)
    const url = (community: TestCommunity) => `/api/v1/communities/${community.id}/sharing`
    expect((await alice.put(url(closed), { isAllowed: true })).status).toBe(403)
    expect((await outsider.put(url(secret), { isAllowed: true })).status).toBe(404)
    expect((await manager.put(url(secret), { isAllowed: true })).status).toBe(403)
    await join(t, closed.id, expert, 'manager')
    expect((await expert.put(url(closed), { isAllowed: true })).status).toBe(204)
    expect((await alice.get(url(closed))).body).toEqual({ isAllowed: true, isDecidable: true })
    expect((await alice.get(url(secret))).body).toEqual({ isAllowed: false, isDecidable: false })
    expect((await read(alice, post)).body.can.share).toBe(true)
    const done = await share(alice, post)
    expect(done.status).toBe(200)
    // The way back is shown to who may read the place it leads to.
    await t.db.read.run(`update communities.community set visibility = 'secret' where id = $1`, [target.id])
    expect((await read(bob, post)).body.sharedIn).toBeUndefined()
    expect((await read(alice, post)).body.sharedIn).toHaveLength(1)
    await t.db.read.run(`update communities.community set visibility = 'open' where id = $1`, [target.id])
  })
})

describe('a second language', () => {
  test('by the author, side by side; says when the original changed; goes with the text', async () => {
    const post = await publish(alice, open.id, { title: 'Bonjour', bodyMd: 'Le texte.', language: 'fr' })
    const url = `/api/v1/posts/${post}/translation`
    const english = { language: 'en', title: 'Hello', bodyMd: 'The **text**.' }
    expect(reasonOf(await bob.put(url, english))).toEqual([403, 'authorOnly'])
    expect(codeOf(await alice.put(url, { ...english, language: 'fr' }))).toEqual([400, 'sameLanguage'])
    const done = await alice.put(url, english)
    expect(done.body.card.otherLanguage).toEqual({ language: 'en', title: 'Hello', excerpt: 'The text.' })
    const seen = (await read(bob, post)).body.translation
    expect(seen).toMatchObject({
      language: 'en',
      bodyHtml: '<p>The <strong>text</strong>.</p>\n',
      bodyMd: null,
      isOutdated: false,
    })
    expect((await read(alice, post)).body.translation.bodyMd).toBe('The **text**.')
    expect(await listTranslations(t.db.read, [post])).toMatchObject([{ language: 'en', title: 'Hello' }])
    await alice.patch(`/api/v1/posts/${post}`, { bodyMd: 'Le texte, changé.' })
    expect((await read(bob, post)).body.translation.isOutdated).toBe(true)
    await alice.put(url, { ...english, bodyMd: 'The changed text.' })
    expect((await read(bob, post)).body.translation.isOutdated).toBe(false)
    expect((await bob.delete(`${url}/en`)).status).toBe(403)
    expect((await alice.delete(`${url}/en`)).status).toBe(204)
    expect((await alice.delete(`${url}/en`)).status).toBe(404)
    expect((await read(bob, post)).body.translation).toBeUndefined()
    await alice.put(url, english)
    await comment(bob, post)
    await alice.delete(`/api/v1/posts/${post}`)
    expect((await read(bob, post)).text).not.toContain('text')
  })
})

describe('what is rare costs nothing where it is not', () => {
  test('a conversation takes two statements, a reply six, the feed one', async () => {
    const post = await publish(alice, open.id, { kind: 'question' })
    expect((await read(bob, post)).statements).toBe(2)
    const reply = await bob.post(`/api/v1/posts/${post}/comments`, { bodyMd: 'Voilà.' })
    expect(reply.statements).toBeLessThanOrEqual(6)
    expect((await bob.get('/api/v1/feed')).statements).toBe(1)
    expect((await read(bob, post)).body).not.toHaveProperty('translation')
    await alice.put(`/api/v1/posts/${post}/translation`, { language: 'en', bodyMd: 'A question.' })
    expect((await read(bob, post)).statements).toBe(3)
  })
})
