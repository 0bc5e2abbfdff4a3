import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { comment, join, leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'
import { indexPosts } from '#modules/search/public.ts'
import type { SearchHit } from '#modules/search/contract.ts'

let t: TestApp
let alice: TestVisitor
let bob: TestVisitor
let outsider: TestVisitor
let guest: TestVisitor
let open: TestCommunity
let closed: TestCommunity
let secret: TestCommunity

beforeAll(async () => {
  t = await startTestApp()
  alice = await t.member({ name: 'Alice Lefèvre' })
  bob = await t.member({ name: 'Bob Martin' })
  outsider = await t.member({ name: 'Olga Petit' })
  guest = await t.member({ name: 'Gaston Partenaire', guest: true })
  open = await makeCommunity(t, { members: [alice, bob] })
  closed = await makeCommunity(t, { visibility: 'closed', members: [alice, bob] })
  secret = await makeCommunity(t, { visibility: 'secret', members: [alice] })
})
afterAll(() => t.close())

const url = (q: string, more: Record<string, string> = {}) =>
  `/api/v1/search?${new URLSearchParams({ q, ...more }).toString()}`
const idsOf = (answer: { body: { items: SearchHit[] } }) => answer.body.items.map((hit) => hit.id)
const search = async (who: TestVisitor, q: string, more: Record<string, string> = {}) =>
  idsOf(await who.get(url(q, more)))

describe('words', () => {
  test('are found whatever the accent, the number, the elision or the language', async () => {
    const french = await publish(alice, open.id, {
      bodyMd: "Les développeurs attendent l’entreprise de Créteil ; la pédagogie d'abord.",
    })
    const english = await publish(alice, open.id, {
      bodyMd: 'Rotating the bearings of a conveyor',
      language: 'en',
    })
    await t.settle()
    for (const q of [
      'developpeur',
      'développeurs',
      'DÉVELOPPEUR',
      'entreprise',
      "l'entreprise",
      'l’entreprises',
      'creteil',
      'pedagogies',
    ])
      expect([q, await search(bob, q)]).toEqual([q, [french]])
    for (const q of ['bearing', 'rotate bearings', 'conveyors'])
      expect([q, await search(bob, q)]).toEqual([q, [english]])
    expect(await search(bob, 'developpeur -creteil')).toEqual([])
    expect(await search(bob, '"entreprise de creteil"')).toEqual([french])
    expect(await search(bob, 'bearings or pédagogie')).toHaveLength(2)
  })

  test('are shown in their place, as text', async () => {
    const id = await publish(alice, open.id, {
      title: 'Réglage de la <b>presse</b> & co',
      bodyMd:
        'Avant de régler la **presse** <script>alert(1)</script>, lire [la notice](https://exemple.test/notice).',
    })
    await t.settle()
    const hit = (await bob.get(url('presse'))).body.items[0]
    expect(hit.postId).toBe(id)
    expect(hit.title.find((piece: { hit: boolean }) => piece.hit).text).toBe('presse')
    expect(
      hit.excerpt.filter((piece: { hit: boolean }) => piece.hit).map((piece: { text: string }) => piece.text),
    ).toEqual(['presse'])
    const text = hit.excerpt.map((piece: { text: string }) => piece.text).join('')
    expect(text).toContain('la notice')
    expect(text).not.toContain('exemple.test')
  })

  test('follow a change and a deletion at once', async () => {
    const id = await publish(alice, open.id, { bodyMd: 'zanzibar' })
    const c = await comment(bob, id, { bodyMd: 'madagascar' })
    await t.settle()
    expect(await search(alice, 'madagascar')).toEqual([c])
    await alice.patch(`/api/v1/posts/${id}`, { bodyMd: 'tanzanie' })
    await t.settle()
    expect(await search(bob, 'zanzibar')).toEqual([])
    expect(await search(bob, 'tanzanie')).toEqual([id])
    await alice.delete(`/api/v1/posts/${id}`)
    // No job has run yet: the text itself is asked.
    expect(await search(bob, 'tanzanie')).toEqual([])
    expect(await search(bob, 'madagascar')).toEqual([])
    await t.settle()
    expect(await t.db.read.rows('select 1 from search.doc where post_id = $1', [id])).toEqual([])
  })
})

describe('whatever is typed', () => {
  test('answers, in a bounded number of statements', async () => {
    await publish(alice, open.id, { bodyMd: '100% des cas_limites' })
    await t.settle()
    const strange = [
      '%',
      '_',
      '\\',
      "'",
      '"',
      '&',
      '|',
      '!',
      '()',
      ':*',
      'a & | b',
      '<->',
      'foo:*',
      '-',
      '--',
      '-rien',
      'le la les',
      'the of',
      '\u0000',
      'or',
      '"""',
      '🙂',
      'é'.repeat(200),
    ]
    for (const q of strange) {
      const answer = await alice.get(url(q))
      expect([q, answer.status === 200 || (q === '\u0000' && answer.status === 400)]).toEqual([q, true])
      expect(answer.statements).toBeLessThanOrEqual(6)
    }
    expect((await alice.get(url('%'))).body).toMatchObject({ people: [], items: [] })
    expect((await alice.get(url('-rien'))).body.items).toEqual([])
  })

  test('is refused beyond its length and outside its parameters (T34)', async () => {
    expect((await alice.get(url('x'.repeat(401)))).status).toBe(400)
    expect((await alice.get(url('x'.repeat(10_000)))).status).toBe(400)
    expect((await alice.get('/api/v1/search?q=')).status).toBe(400)
    expect((await alice.get(url('x', { kind: 'password' }))).status).toBe(400)
    expect((await alice.get(url('x', { from: 'hier' }))).status).toBe(400)
    expect((await alice.get(url('x', { cursor: 'bm9uc2Vuc2U' }))).status).toBe(400)
    expect((await t.anonymous.get(url('x'))).status).toBe(401)
  })
})

describe('what may be found (T02, T13, T27, T33)', () => {
  test('is what may be read, and stops with the right to read', async () => {
    const ids: Record<string, string> = {}
    for (const [name, community] of Object.entries({ open, closed, secret }))
      ids[name] = await publish(alice, community.id, { bodyMd: 'kangourou' })
    await t.settle()
    expect((await search(alice, 'kangourou')).sort()).toEqual(Object.values(ids).sort())
    expect((await search(bob, 'kangourou')).sort()).toEqual([ids['open']!, ids['closed']!].sort())
    expect(await search(outsider, 'kangourou')).toEqual([ids['open']])
    expect(await search(guest, 'kangourou')).toEqual([])
    await join(t, closed.id, guest)
    expect(await search(guest, 'kangourou')).toEqual([ids['closed']])
    await leave(t, closed.id, guest)
    expect(await search(guest, 'kangourou')).toEqual([])
    for (const community of [secret.slug, secret.id, 'nowhere'])
      expect((await bob.get(url('kangourou', { community }))).body).toEqual({
        communities: [],
        people: [],
        items: [],
        next: null,
        match: 'none',
      })
    expect(await search(alice, 'kangourou', { community: secret.slug })).toEqual([ids['secret']])
  })

  test('a moved thread is not found where it was, even before the index knows', async () => {
    const id = await publish(alice, open.id, { bodyMd: 'ornithorynque' })
    await t.settle()
    await alice.put(`/api/v1/posts/${id}/community`, { communityId: secret.id })
    expect(await search(bob, 'ornithorynque')).toEqual([])
    await t.settle()
    expect(await search(bob, 'ornithorynque')).toEqual([])
    expect(await search(alice, 'ornithorynque')).toEqual([id])
  })

  test('communities and people by name come first, within what may be seen', async () => {
    await t.db.read.run(`update communities.community set name = $2 where id = $1`, [
      secret.id,
      JSON.stringify({ fr: 'Soudure à l’étain' }),
    ])
    await t.db.read.run(`update communities.community set name = $2 where id = $1`, [
      closed.id,
      JSON.stringify({ fr: 'Soudure électrique' }),
    ])
    const names = (answer: { body: { communities: { id: string }[] } }) =>
      answer.body.communities.map((c) => c.id).sort()
    expect(names(await alice.get(url('soudure')))).toEqual([secret.id, closed.id].sort())
    expect(names(await outsider.get(url('soudure')))).toEqual([closed.id])
    expect(names(await guest.get(url('soudure')))).toEqual([])
    const people = (answer: { body: { people: { displayName: string }[] } }) =>
      answer.body.people.map((p) => p.displayName)
    expect(people(await bob.get(url('lefevre')))).toEqual(['Alice Lefèvre'])
    expect(people(await guest.get(url('lefevre')))).toEqual([])
    await join(t, open.id, guest)
    expect(people(await guest.get(url('lefevre')))).toEqual(['Alice Lefèvre'])
    await leave(t, open.id, guest)
  })
})

describe('filters and pages', () => {
  test('kind, author and dates', async () => {
    const question = await publish(alice, open.id, { kind: 'question', bodyMd: 'perceuse' })
    const answer = await comment(bob, question, { isAnswer: true, bodyMd: 'perceuse à colonne' })
    await t.settle()
    expect(await search(alice, 'perceuse', { kind: 'question' })).toEqual([question])
    expect(await search(alice, 'perceuse', { kind: 'comment' })).toEqual([answer])
    expect(await search(alice, 'perceuse', { author: bob.memberId })).toEqual([answer])
    const today = new Date().toISOString().slice(0, 10)
    // A conversation is one row.
    expect(await search(alice, 'perceuse', { from: today, to: today })).toHaveLength(1)
    expect(await search(alice, 'perceuse', { to: '2001-01-01' })).toEqual([])
  })

  test('every match once, whether the newest weeks suffice or not', async () => {
    const community = await makeCommunity(t, { members: [alice] })
    await t.db.read.run(
      `insert into discussions.post (id, community_id, seq, kind, author_id, body_md, body_html, excerpt, created_at, last_activity_at)
       select platform.new_id(), $1, n, 'discussion', $2, 'girafe ' || n, '', 'girafe', now() - n * interval '3 days', now() from generate_series(1, 45) n`,
      [community.id, alice.memberId],
    )
    const rows = await t.db.read.rows<{ id: string }>(
      'select id from discussions.post where community_id = $1',
      [community.id],
    )
    await indexPosts(
      t.systemContext(),
      rows.map((row) => row.id),
    )
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const answer = await alice.get(url('girafe', { limit: '20', ...(cursor && { cursor }) }))
      seen.push(...idsOf(answer))
      cursor = answer.body.next ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(45)
    expect(new Set(seen)).toEqual(new Set(rows.map((row) => row.id)))
  })

  test('beyond 300 matches in the newest weeks the newest are ranked, none twice', async () => {
    const community = await makeCommunity(t, { members: [alice] })
    await t.db.read.run(
      `insert into discussions.post (id, community_id, seq, kind, author_id, body_md, body_html, excerpt, created_at, last_activity_at)
       select platform.new_id(), $1, n, 'discussion', $2, 'hippopotame ' || n, '', 'x', now() - n * interval '1 hour', now() from generate_series(1, 700) n`,
      [community.id, alice.memberId],
    )
    const rows = await t.db.read.rows<{ id: string }>(
      'select id from discussions.post where community_id = $1',
      [community.id],
    )
    await indexPosts(
      t.systemContext(),
      rows.map((row) => row.id),
    )
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const answer = await alice.get(url('hippopotame', { limit: '50', ...(cursor && { cursor }) }))
      seen.push(...idsOf(answer))
      cursor = answer.body.next ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(300)
  })
})

describe('similar questions', () => {
  test('come from words or from the look of the title, among those that may be read', async () => {
    const known = await publish(alice, open.id, {
      kind: 'question',
      title: 'Comment déclarer une panne de convoyeur ?',
      bodyMd: 'Je cherche la procédure.',
    })
    const hidden = await publish(alice, secret.id, {
      kind: 'question',
      title: 'Déclarer une panne secrète',
      bodyMd: 'x',
    })
    await publish(alice, open.id, { title: 'Déclarer une panne : récit', bodyMd: 'panne' })
    await t.settle()
    const ask = async (who: TestVisitor, q: string) => {
      const answer = await who.get(
        `/api/v1/questions/similar?${new URLSearchParams({ q, community: open.id }).toString()}`,
      )
      expect([answer.status, answer.statements <= 3]).toEqual([200, true])
      return answer.body.items.map((item: { id: string }) => item.id)
    }
    expect(await ask(bob, 'Ou declarer les pannes de mon convoyeur')).toEqual([known])
    expect(await ask(bob, 'coment declarer une pane de convoyeur')).toEqual([known])
    expect(await ask(alice, 'déclarer panne')).toContain(hidden)
    expect(await ask(guest, 'déclarer panne convoyeur')).toEqual([])
    for (const q of ['??', 'le', '% _ \\', "' or 1=1 --", '🙂🙂🙂']) await ask(bob, q)
    await alice.delete(`/api/v1/posts/${known}`)
    expect(await ask(bob, 'declarer panne convoyeur')).toEqual([])
  })
})
