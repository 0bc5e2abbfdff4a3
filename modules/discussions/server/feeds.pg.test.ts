import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { canRead } from '#modules/communities/public.ts'
import type { FeedItem } from '#modules/discussions/contract.ts'
import { comment, join, leave, makeCommunity, publish } from '#modules/discussions/fixtures.ts'
import type { TestCommunity } from '#modules/discussions/fixtures.ts'
import { insertImportedPosts, refreshPostCards } from '#modules/discussions/public.ts'
import { newId } from '#platform/ids.ts'

let t: TestApp
let author: TestVisitor

beforeAll(async () => {
  t = await startTestApp()
  author = await t.member({ name: 'Autrice' })
})
afterAll(() => t.close())

/** mulberry32: small and the same everywhere. */
function randomFrom(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let x = Math.imul(a ^ (a >>> 15), 1 | a)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296
  }
}

/** Every page of a list. */
async function walk(who: TestVisitor, url: string, limit: number): Promise<FeedItem[]> {
  const items: FeedItem[] = []
  let cursor: string | null = null
  do {
    const answer = await who.get(
      `${url}${url.includes('?') ? '&' : '?'}limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    )
    expect([answer.status, answer.statements <= 3]).toEqual([200, true])
    items.push(...answer.body.items)
    cursor = answer.body.next
  } while (cursor && items.length < 5000)
  return items
}
const ids = (items: FeedItem[]) => items.map((item) => item.card.id)

describe('a random world', () => {
  const random = randomFrom(20_261_122)
  const pick = <V>(list: readonly V[]): V => list[Math.floor(random() * list.length)]!
  const viewers: { who: TestVisitor; kind: 'employee' | 'guest' }[] = []
  const communities: (TestCommunity & { visibility: 'open' | 'closed' | 'secret' })[] = []

  beforeAll(async () => {
    for (let i = 0; i < 10; i++)
      viewers.push({ who: await t.member({ guest: i > 7 }), kind: i > 7 ? 'guest' : 'employee' })
    for (let i = 0; i < 14; i++) {
      const visibility = pick(['open', 'closed', 'secret'] as const)
      const community = await makeCommunity(t, { visibility, members: [author] })
      communities.push({ ...community, visibility })
      for (const { who } of viewers) if (random() < 0.35) await join(t, community.id, who)
    }
    // A loud community that almost nobody is in holds the newest 1,300 posts: the others need the second step.
    const loud = communities[0]!
    const rows = [...Array(1700).keys()].map((n) => {
      // Coarse instants, so that several posts share one.
      const hours = n < 1300 ? n / 100 : 100 + Math.floor(random() * 300)
      return {
        id: newId(),
        community: n < 1300 ? loud.id : pick(communities).id,
        at: new Date(Date.UTC(2026, 5, 1) - hours * 3_600_000),
        deleted: random() < 0.05,
      }
    })
    await t.db.read.run(
      `insert into discussions.post (id, community_id, seq, kind, author_id, body_md, body_html, excerpt, created_at, last_activity_at, deleted_at)
       select r.id, r.community, row_number() over (), 'discussion', $1, 'x', 'x', 'x', r.at, r.at, case when r.deleted then now() end
         from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::boolean[]) as r(id, community, at, deleted)`,
      [
        author.memberId,
        rows.map((r) => r.id),
        rows.map((r) => r.community),
        rows.map((r) => r.at),
        rows.map((r) => r.deleted),
      ],
    )
    await refreshPostCards(
      t.systemContext(),
      rows.map((r) => r.id),
    )
  })

  test('the home feed is the naive one, page after page, for every viewer', async () => {
    for (const { who } of viewers) {
      const naive = await t.db.read.rows<{ id: string }>(
        `select p.id from discussions.post p join communities.membership m on m.community_id = p.community_id
          where m.member_id = $1 and p.deleted_at is null order by p.last_activity_at desc, p.id desc`,
        [who.memberId],
      )
      for (const limit of [7, 20])
        expect(ids(await walk(who, '/api/v1/feed', limit))).toEqual(naive.map((row) => row.id))
    }
  })

  test('what SQL shows of each community is what the policy says', async () => {
    for (const { who, kind } of viewers)
      for (const community of communities) {
        const isMember =
          (
            await t.db.read.rows(
              `select 1 from communities.membership where member_id = $1 and community_id = $2`,
              [who.memberId, community.id],
            )
          ).length > 0
        const actor = {
          kind: 'member' as const,
          memberId: who.memberId,
          memberKind: kind,
          isAdministrator: false,
          language: 'fr' as const,
          sessionId: '',
        }
        const may = canRead(
          actor,
          {
            visibility: community.visibility,
            partnersAdmitted: false,
            stage: 'launched',
            inviteBy: 'managers',
          },
          {
            isMember,
            roles: [],
            isInvited: false,
            hasAsked: false,
            isBanned: false,
            hasAcceptedCharter: true,
          },
        )
        const post = await t.db.read.row<{ id: string }>(
          `select id from discussions.post where community_id = $1 and deleted_at is null limit 1`,
          [community.id],
        )
        const feed = await who.get(`/api/v1/communities/${community.id}/feed`)
        expect([may, feed.status === 200]).toEqual([may, may])
        const read = await who.get(`/api/v1/posts/${post!.id}`)
        expect([may, read.status === 200]).toEqual([may, may])
      }
  })
})

describe('a community', () => {
  test('filters by kind, tag and lack of answers; parameters are an allow-list (T34)', async () => {
    const community = await makeCommunity(t, { members: [author] })
    const idea = await publish(author, community.id, { kind: 'idea', tags: ['Été', '#outils'] })
    const answered = await publish(author, community.id, { kind: 'question', tags: ['outils'] })
    await comment(author, answered, { isAnswer: true })
    const open = await publish(author, community.id, { kind: 'question' })
    const settled = await publish(author, community.id, { kind: 'question' })
    await author.put(`/api/v1/posts/${settled}/closure`, { reason: 'outdated' })
    const url = `/api/v1/communities/${community.slug}/feed`
    const of = async (query: string) => ids(await walk(author, `${url}?${query}`, 1)).sort()
    expect(await of('kind=question')).toEqual([answered, open, settled].sort())
    expect(await of('kind=idea')).toEqual([idea])
    expect(await of('tag=OUTILS')).toEqual([idea, answered].sort())
    expect(await of('tag=outils&kind=idea')).toEqual([idea])
    expect(await of('unanswered=true')).toEqual([open])
    expect(await of('unanswered=true&kind=idea')).toEqual([])
    expect((await author.get(`${url}?kind=secret`)).status).toBe(400)
    expect((await author.get(`${url}?limit=1000`)).status).toBe(400)
    expect((await author.get(`${url}?cursor=2026`)).status).toBe(400)
    const tags = await author.get(`/api/v1/communities/${community.slug}/tags`)
    expect(tags.body.items).toEqual([
      { tag: 'outils', posts: 2 },
      { tag: 'été', posts: 1 },
    ])
  })

  test('shows who wrote last without counting them', async () => {
    const community = await makeCommunity(t, { members: [author] })
    const other = await t.member({ name: 'Autre' })
    await join(t, community.id, other)
    const id = await publish(author, community.id)
    await comment(other, id)
    const answer = await author.get(`/api/v1/communities/${community.slug}/recently-active`)
    expect(answer.body.items.map((m: { displayName: string }) => m.displayName)).toEqual(['Autre', 'Autrice'])
  })
})

describe('unread', () => {
  test('is exact: what others published since the last look, never one’s own, nothing after leaving (T13)', async () => {
    const reader = await t.member()
    const writer = await t.member()
    const community = await makeCommunity(t, { members: [reader, writer] })
    const other = await makeCommunity(t, { members: [reader, writer] })
    const unread = async () => (await reader.get('/api/v1/feed/unread')).body
    expect(await unread()).toEqual({ total: 0, communities: [] })
    for (let i = 0; i < 3; i++) await publish(writer, community.id)
    await publish(writer, other.id)
    expect(await unread()).toMatchObject({ total: 4 })
    expect((await writer.get('/api/v1/feed/unread')).body).toMatchObject({ total: 0 })
    const flags = ids((await walk(reader, '/api/v1/feed', 20)).filter((item) => item.unread))
    expect(flags).toHaveLength(4)
    await reader.post(`/api/v1/communities/${community.slug}/seen`)
    expect(await unread()).toEqual({ total: 1, communities: [{ communityId: other.id, unread: 1 }] })
    await Promise.all([...Array(6)].map(() => publish(writer, community.id)))
    expect(await unread()).toMatchObject({ total: 7 })
    await leave(t, community.id, reader)
    expect(await unread()).toMatchObject({ total: 1 })
    expect((await reader.post('/api/v1/feed/seen')).status).toBe(204)
    expect(await unread()).toMatchObject({ total: 0 })
    expect((await walk(reader, '/api/v1/feed', 20)).map((item) => item.community.id)).toEqual([other.id])
  })
})

describe('where I can help', () => {
  test('unanswered questions of my communities, mine left out, what I may be asked about first', async () => {
    const helper = await t.member()
    const community = await makeCommunity(t, { members: [author, helper] })
    const elsewhere = await makeCommunity(t, { members: [author] })
    const pump = await publish(author, community.id, { kind: 'question', title: 'Une pompe à eau fuit' })
    const other = await publish(author, community.id, { kind: 'question', title: 'Où trouver le planning ?' })
    const done = await publish(author, community.id, { kind: 'question' })
    await comment(helper, done, { isAnswer: true })
    await publish(helper, community.id, { kind: 'question' })
    await publish(author, elsewhere.id, { kind: 'question' })
    const ask = async () => {
      const answer = await helper.get('/api/v1/questions/waiting')
      expect(answer.statements).toBeLessThanOrEqual(3)
      return answer.body.items.map((item: FeedItem & { matches: boolean }) => [item.card.id, item.matches])
    }
    expect(await ask()).toEqual([
      [other, false],
      [pump, false],
    ])
    await t.db.read.run(`update people.member set ask_me_about = '{Pompes,pompe}' where id = $1`, [
      helper.memberId,
    ])
    expect(await ask()).toEqual([
      [pump, true],
      [other, false],
    ])
  })
})

describe('cards', () => {
  test('follow their author’s name', async () => {
    const renamed = await t.member({ name: 'Avant' })
    const community = await makeCommunity(t, { members: [renamed] })
    await publish(renamed, community.id)
    await t.db.read.run(`update people.member set display_name = 'Après' where id = $1`, [renamed.memberId])
    const { emit } = await import('#platform/events/events.ts')
    const { memberProfileChanged } = await import('#modules/people/events.ts')
    await emit(t.systemContext(), memberProfileChanged(null, { memberId: renamed.memberId }))
    await t.settle()
    expect((await renamed.get('/api/v1/feed')).body.items[0].card.author.displayName).toBe('Après')
  })
})

describe('imported history', () => {
  test('keeps dates and authors, takes its order from them, tells nobody, and may come twice', async () => {
    const community = await makeCommunity(t, { members: [author] })
    const {
      insertImportedAcceptances,
      insertImportedClosures,
      insertImportedComments,
      insertImportedLinks,
      insertImportedReactions,
    } = await import('#modules/discussions/public.ts')
    const ctx = t.systemContext()
    const post = (year: number, kind: 'question' | 'discussion') => ({
      id: newId(),
      communityId: community.id,
      kind,
      authorId: author.memberId,
      title: `De ${year}`,
      bodyMd: 'Une *vieille* question',
      language: 'fr' as const,
      tags: ['histoire'],
      createdAt: new Date(Date.UTC(year, 0, 1)),
    })
    const posts = [post(2015, 'question'), post(2013, 'question'), post(2014, 'discussion')]
    const answer = {
      id: newId(),
      communityId: community.id,
      postId: posts[0]!.id,
      parentId: null,
      authorId: author.memberId,
      isAnswer: true,
      bodyMd: 'Une réponse',
      language: 'fr' as const,
      createdAt: new Date(Date.UTC(2016, 0, 1)),
    }
    const before = (await t.db.read.rows('select 1 from platform.domain_event')).length
    for (let run = 0; run < 2; run++) {
      expect(await insertImportedPosts(ctx, posts)).toBe(run === 0 ? 3 : 0)
      await insertImportedComments(ctx, [answer])
      await insertImportedReactions(ctx, [
        { postId: posts[0]!.id, commentId: null, kind: 'like', n: 12 },
        { postId: posts[0]!.id, commentId: answer.id, kind: 'like', n: 5 },
      ])
      await insertImportedLinks(ctx, [{ fromPostId: posts[0]!.id, toPostId: posts[1]!.id, kind: 'related' }])
      await insertImportedClosures(ctx, [
        {
          postId: posts[1]!.id,
          at: answer.createdAt,
          byMemberId: null,
          reason: 'duplicate',
          duplicateOf: posts[0]!.id,
        },
      ])
      await insertImportedAcceptances(ctx, [
        { postId: posts[0]!.id, commentId: answer.id, byMemberId: author.memberId, at: answer.createdAt },
      ])
      await refreshPostCards(
        ctx,
        posts.map((p) => p.id),
      )
    }
    expect((await t.db.read.rows('select 1 from platform.domain_event')).length).toBe(before)
    const rows = await t.db.read.rows<{ title: string; seq: number }>(
      `select title, seq from discussions.post where community_id = $1 order by seq`,
      [community.id],
    )
    expect(rows).toEqual([
      { title: 'De 2013', seq: 1 },
      { title: 'De 2014', seq: 2 },
      { title: 'De 2015', seq: 3 },
    ])
    const items = await walk(author, `/api/v1/communities/${community.slug}/feed`, 20)
    expect(
      items.map((item) => [item.card.title, item.card.lastActivityAt.slice(0, 4), item.card.closed]),
    ).toEqual([
      ['De 2015', '2016', null],
      ['De 2014', '2014', null],
      ['De 2013', '2013', 'duplicate'],
    ])
    expect(items[0]!.card).toMatchObject({
      answerCount: 1,
      commentCount: 1,
      reactionCounts: { like: 12 },
      acceptedAnswerId: answer.id,
      imported: true,
    })
    const read = (await author.get(`/api/v1/posts/${posts[0]!.id}`)).body
    expect(read).toMatchObject({
      acceptedAnswer: { id: answer.id, reactionCounts: { like: 5 } },
      links: [{ id: posts[1]!.id, kind: 'related' }],
    })
    // Everything is there to be seen; nothing of it is news to those who were up to date.
    await author.put(`/api/v1/posts/${posts[0]!.id}/reactions/like`)
    expect((await author.get(`/api/v1/posts/${posts[0]!.id}`)).body.reactionCounts).toEqual({ like: 13 })
  })
})
