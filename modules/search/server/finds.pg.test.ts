import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { comment, join, leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'
import { hideText, showTextAgain } from '#modules/discussions/public.ts'
import type { SearchAnswer } from '#modules/search/contract.ts'
import { publishMisses } from './queries/missed.ts'
import { reindexStep } from './operations/reindex.ts'

let t: TestApp
let alice: TestVisitor
let bob: TestVisitor
let admin: TestVisitor
let guest: TestVisitor
let open: TestCommunity
let secret: TestCommunity

beforeAll(async () => {
  t = await startTestApp()
  alice = await t.member({ name: 'Alice Lefèvre' })
  bob = await t.member({ name: 'Bob Martin' })
  admin = await t.member({ name: 'Ada Admin', administrator: true })
  guest = await t.member({ name: 'Gaston Partenaire', guest: true })
  open = await makeCommunity(t, { members: [alice, bob] })
  secret = await makeCommunity(t, { visibility: 'secret', members: [alice] })
  await join(t, open.id, alice, 'manager')
})
afterAll(() => t.close())

const search = async (
  who: TestVisitor,
  q: string,
  more: Record<string, string> = {},
): Promise<SearchAnswer> => {
  const answer = await who.get(`/api/v1/search?${new URLSearchParams({ q, ...more }).toString()}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}
const ids = (answer: SearchAnswer) => answer.items.map((item) => item.id)

describe('what was meant', () => {
  test('slips are corrected, in names too, and the answer says that it came near', async () => {
    const id = await publish(alice, open.id, { bodyMd: 'Le convoyeur de la fonderie vibre.' })
    await t.settle()
    for (const q of ['convoyuer', 'convoyeurr', 'fondreie', 'cnvoyeur fonderie']) {
      const answer = await search(bob, q)
      expect([q, answer.match, ids(answer)]).toEqual([q, 'near', [id]])
    }
    expect((await search(bob, 'convoyeur')).match).toBe('all')
    expect((await search(bob, 'convoy', { typing: 'true' })).items[0]?.id).toBe(id)
    expect((await search(bob, 'Lefevrre')).people[0]?.displayName).toBe('Alice Lefèvre')
    // A code is not misspelt: another one is another one.
    await publish(alice, open.id, { bodyMd: 'Pièce rf77120' })
    await t.settle()
    expect((await search(bob, 'rf77121')).items).toEqual([])
  })

  test('where no text has every word, those with the rare ones come first; a missing article harms nobody', async () => {
    const both = await publish(alice, open.id, { bodyMd: 'Étalonnage du spectromètre' })
    const one = await publish(alice, open.id, { bodyMd: 'Le spectromètre est arrivé' })
    await t.settle()
    expect(await search(bob, 'les spectromètres et l’étalonnage')).toMatchObject({ match: 'all' })
    expect(ids(await search(bob, 'étalonnage spectromètre'))).toEqual([both, one])
    const some = await search(bob, 'spectromètre étalonnage baobab')
    expect([some.match, ids(some)[0]]).toEqual(['some', both])
    expect((await search(bob, 'spectromètre -arrivé')).items.map((item) => item.id)).toEqual([both])
    expect((await search(bob, 'spectromètre', { sort: 'newest' })).items[0]?.id).toBe(one)
    expect((await bob.get('/api/v1/search?q=x&sort=salary')).status).toBe(400)
  })

  test('a word of a secret community neither corrects nor keeps another from being corrected (T13, T33)', async () => {
    await publish(alice, open.id, { bodyMd: 'Un ornithorynque au zoo' })
    await t.settle()
    const before = await search(bob, 'ornithorynqe')
    // In the secret community: the misspelt word itself, and words that lie nearer than the right one.
    await publish(alice, secret.id, { bodyMd: 'ornithorynqe ornithorynqes ornithorynqee zibeline' })
    await t.settle()
    const after = await search(bob, 'ornithorynqe')
    expect(after).toEqual({ ...before, next: null })
    expect(after.match).toBe('near')
    expect(await search(bob, 'zibelin')).toEqual(await search(bob, 'zobelinx'))
    expect((await search(alice, 'zibelinne')).items).toHaveLength(1)
  })
})

describe('the index follows', () => {
  test('pages: found, marked when withdrawn, gone when deleted or no longer readable (T02, T27)', async () => {
    const page = await alice.post('/api/v1/pages', {
      communityId: open.id,
      title: 'Consigner un four à induction',
      bodyMd: 'Couper le sectionneur avant tout.',
      language: 'fr',
    })
    expect(page.status, page.text).toBe(200)
    const pageId = page.body.id ?? page.body.page?.id
    const post = await publish(bob, open.id, { bodyMd: 'Le sectionneur du four' })
    await t.settle()
    expect(ids(await search(bob, 'sectionneur', { kind: 'page' }))).toEqual([pageId])
    expect(ids(await search(bob, 'sectionneur four'))[0]).toBe(pageId)
    expect((await search(guest, 'sectionneur')).items).toEqual([])
    await join(t, open.id, guest)
    expect((await search(guest, 'sectionneur')).items).toHaveLength(2)
    await leave(t, open.id, guest)
    expect((await search(guest, 'sectionneur')).items).toEqual([])
    const withdrawn = await alice.put(`/api/v1/pages/${pageId}/withdrawal`, { reason: 'Un autre four' })
    expect(withdrawn.status, withdrawn.text).toBeLessThan(300)
    await t.settle()
    const marked = await search(bob, 'sectionneur four')
    expect(marked.items.map((item) => [item.id, item.isObsolete])).toEqual([
      [post, false],
      [pageId, true],
    ])
    await alice.delete(`/api/v1/pages/${pageId}`)
    // No job has run yet: the page itself is asked.
    expect(ids(await search(bob, 'sectionneur four'))).toEqual([post])
  })

  test('a hidden text is gone at once, and back when it is shown again', async () => {
    const postId = await publish(bob, open.id, { bodyMd: 'Un hippocampe' })
    const commentId = await comment(bob, postId, { bodyMd: 'Une salamandre' })
    await t.settle()
    expect(ids(await search(alice, 'salamandre'))).toEqual([commentId])
    const hide = (comment: string | null) =>
      t.db.transaction((tx) =>
        hideText(
          { ...t.systemContext(), tx },
          { postId, commentId: comment, article: null, articleTitle: null, note: null },
        ),
      )
    await hide(commentId)
    expect(ids(await search(alice, 'salamandre'))).toEqual([])
    await hide(null)
    expect(ids(await search(alice, 'hippocampe'))).toEqual([])
    await t.settle()
    for (const comment of [null, commentId])
      await t.db.transaction((tx) =>
        showTextAgain({ ...t.systemContext(), tx }, { postId, commentId: comment }),
      )
    await t.settle()
    expect(ids(await search(alice, 'hippocampe'))).toEqual([postId])
    expect(ids(await search(alice, 'salamandre'))).toEqual([commentId])
  })

  test('a reindexing that is broken off continues, and ends with the same answers', async () => {
    const before = ids(await search(bob, 'convoyeur'))
    await t.db.read.run('delete from search.doc')
    const step = (size: number) => t.db.transaction((tx) => reindexStep({ ...t.systemContext(), tx }, size))
    expect((await step(1)).isComplete).toBe(false)
    const { done } = await step(1)
    expect(done).toBe(2)
    for (;;) if ((await step(2)).isComplete) break
    expect(ids(await search(bob, 'convoyeur'))).toEqual(before)
    expect(ids(await search(bob, 'convoyuer'))).toEqual(before)
    expect((await t.db.read.row('select 1 from search.reindex')) ?? null).toBeNull()
  })
})

describe('searched and not found', () => {
  const note = (who: TestVisitor, q: string, community?: string) =>
    who.post('/api/v1/search/misses', { q, ...(community && { community }) })
  const publishNow = (now = new Date()) => t.db.transaction((tx) => publishMisses(tx, now))
  const everywhere = async () => (await admin.get('/api/v1/admin/missed-searches')).body.items
  const here = async (who = alice) => who.get(`/api/v1/communities/${open.slug}/workbench/missed-searches`)

  test('four people are nobody, five are five, once each, without a name', async () => {
    const people = await Promise.all([...Array(5)].map((_, i) => t.member({ name: `Personne ${i}` })))
    for (const who of people.slice(0, 4))
      for (const q of ['télépherique', 'Le TÉLÉPHÉRIQUE ?']) expect((await note(who, q)).status).toBe(204)
    await publishNow()
    expect(await everywhere()).toEqual([])
    await note(people[4]!, 'telepherique')
    expect(await everywhere()).toEqual([])
    await publishNow()
    const month = new Date().toISOString().slice(0, 7)
    expect(await everywhere()).toEqual([{ query: 'telepherique', month, people: 5 }])
    // Inside a community it is another count, for its managers alone.
    expect((await here()).body.items).toEqual([])
    for (const who of people) await note(who, 'funiculaire', open.slug)
    await publishNow()
    expect((await here()).body.items).toEqual([{ query: 'funiculaire', month, people: 5 }])
    expect((await everywhere()).map((item: { query: string }) => item.query)).toEqual(['telepherique'])
    // A sixth person does not show.
    await note(bob, 'telepherique')
    await publishNow()
    expect((await everywhere())[0].people).toBe(5)
    await expect(
      t.db.read.run(`insert into search.missed (starts_on, query, people) values (now(), 'x', 4)`),
    ).rejects.toThrow(/check/)
    const stored = JSON.stringify(await t.db.read.rows('select * from search.miss'))
    for (const who of people) expect(stored).not.toContain(who.memberId)
  })

  test('what is found is not counted, and a secret place gives nothing away (T33)', async () => {
    const count = async () =>
      (await t.db.read.row<{ n: number }>('select count(*)::int as n from search.miss'))!.n
    const before = await count()
    await note(bob, 'convoyeur')
    await note(bob, 'convoyuer')
    await note(bob, 'Lefèvre')
    await note(bob, 'catamaran', secret.slug)
    await note(bob, 'catamaran', 'nowhere')
    await note(bob, '?')
    expect(await count()).toBe(before)
    await note(bob, 'catamaran')
    expect(await count()).toBe(before + 1)
    const seen = await bob.get('/api/v1/me/seen')
    expect(seen.text).toContain('catamaran')
    expect((await alice.get('/api/v1/me/seen')).text).not.toContain('catamaran')
    expect((await here(bob)).status).toBe(403)
    expect((await bob.get('/api/v1/admin/missed-searches')).status).toBe(403)
    expect((await alice.get(`/api/v1/communities/${secret.slug}/workbench/missed-searches`)).status).toBe(403)
    expect((await bob.get(`/api/v1/communities/${secret.slug}/workbench/missed-searches`)).status).toBe(404)
  })

  test('when the month is over its hashes are destroyed, and after a year its counts', async () => {
    const after = (months: number) => {
      const now = new Date()
      return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 2))
    }
    await publishNow(after(1))
    expect(
      await t.db.read.rows('select 1 from search.miss union all select 1 from search.miss_window'),
    ).toEqual([])
    expect(await everywhere()).toHaveLength(1)
    await publishNow(after(14))
    expect(await t.db.read.rows('select 1 from search.missed')).toEqual([])
  })
})
