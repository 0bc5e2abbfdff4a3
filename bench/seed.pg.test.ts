import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken } from '#platform/http/app.ts'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp } from '#apps/server/testing.ts'
import { freshDatabase } from '#platform/testing/database.ts'
import { buildWorld } from './world/build-world.ts'
import type { World } from './world/build-world.ts'
import { worldOf } from './world/size.ts'

const now = new Date('2026-11-20T06:00:00Z')

describe('a small world', () => {
  let t: TestApp
  let world: World
  const one = async <R>(sql: string): Promise<R> => (await t.db.pool.query(sql)).rows[0] as R

  beforeAll(async () => {
    t = await startTestApp()
    world = await buildWorld(t.db.pool, worldOf(60, { communities: 5, posts: 120 }), {
      now,
      withSearch: true,
    })
  })
  afterAll(() => t.close())

  test('has the people, places and texts it was asked for, each text indexed', async () => {
    expect(world).toMatchObject({ members: 60, communities: 5, posts: 120 })
    expect(world.memberships).toBeGreaterThan(60)
    expect(world.docs).toBe(world.posts + world.comments)
  })

  test('counts what is there', async () => {
    expect(
      await one(
        `select (select count(*) from communities.community c where c.member_count <> (select count(*) from communities.membership m where m.community_id = c.id)
                   or c.post_seq <> (select count(*) from discussions.post p where p.community_id = c.id)) as communities,
                (select count(*) from discussions.post p where p.card is null
                   or p.comment_count <> (select count(*) from discussions.comment k where k.post_id = p.id)
                   or p.answer_count <> (select count(*) from discussions.comment k where k.post_id = p.id and k.is_answer)
                   or p.last_activity_at <> greatest(p.created_at, (select max(created_at) from discussions.comment k where k.post_id = p.id))
                   or (p.accepted_answer_id is not null) <> exists (select 1 from discussions.acceptance a where a.post_id = p.id)) as posts,
                (select count(*) from communities.membership m join communities.community c on c.id = m.community_id where m.last_seen_seq > c.post_seq) as memberships`,
      ),
    ).toEqual({ communities: 0, posts: 0, memberships: 0 })
  })

  test('is written by members of the communities, in the past, replies one level deep', async () => {
    expect(
      await one(
        `select (select count(*) from (select author_id, community_id from discussions.post union all select author_id, community_id from discussions.comment) w
                  where not exists (select 1 from communities.membership m where m.member_id = w.author_id and m.community_id = w.community_id)) as strangers,
                (select count(*) from discussions.comment where created_at > '${now.toISOString()}') as future,
                (select count(*) from discussions.comment k join discussions.comment parent on parent.id = k.parent_id
                  where parent.parent_id is not null or parent.created_at > k.created_at) as crooked`,
      ),
    ).toEqual({ strangers: 0, future: 0, crooked: 0 })
  })

  test('leaves every index and foreign key as the migrations made them, and no scaffolding', async () => {
    const shape = `select (select count(*) from pg_indexes where schemaname not in ('pg_catalog')) as indexes,
      (select count(*) from pg_constraint where contype = 'f') as keys, to_regnamespace('seed') is null as is_clean`
    const untouched = await freshDatabase()
    const client = new pg.Client({ connectionString: untouched.url })
    await client.connect()
    try {
      expect(await one(shape)).toEqual((await client.query(shape)).rows[0])
    } finally {
      await client.end()
      await untouched.drop()
    }
  })

  test('can be read: home feed, conversation and search, within their contracts', async () => {
    const { id } = await one<{ id: string }>(
      `select member_id as id from communities.membership group by member_id order by count(*) desc, member_id limit 1`,
    )
    await t.db.pool.query(
      `insert into people.session (id, token_hash, member_id, expires_at) values (platform.new_id(), $1, $2, now() + interval '1 hour')`,
      [hashToken('a-token-of-this-test'), id],
    )
    const get = async (url: string) => {
      const answer = await t.app.inject({ url, headers: { cookie: 'preau=a-token-of-this-test' } })
      expect(answer.statusCode).toBe(200)
      return answer.json()
    }
    const feed = await get('/api/v1/feed')
    expect(feed.items).toHaveLength(20)
    expect(await get('/api/v1/feed?limit=20')).toEqual(feed)
    expect((await get(`/api/v1/posts/${feed.items[0].card.id}`)).comments.items).toHaveLength(
      Math.min(50, feed.items[0].card.commentCount),
    )
    expect((await get('/api/v1/feed/unread')).total).toBeGreaterThanOrEqual(0)
    const word = feed.items[0].card.excerpt.match(/\p{L}{7,}/u)[0]
    expect((await get(`/api/v1/search?q=${encodeURIComponent(word)}`)).items.length).toBeGreaterThan(0)
  })

  test('is the same world for the same instant', async () => {
    const digest = `select md5(string_agg(md5(p.id::text || p.body_md || p.card::text), '' order by p.id)) as digest from discussions.post p`
    const again = await freshDatabase()
    const pool = new pg.Pool({ connectionString: again.url })
    try {
      await buildWorld(pool, worldOf(60, { communities: 5, posts: 120 }), { now, withSearch: false })
      expect((await pool.query(digest)).rows[0]).toEqual(await one(digest))
    } finally {
      await pool.end()
      await again.drop()
    }
  })
})
