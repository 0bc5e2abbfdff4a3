import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { newId } from '#platform/ids.ts'

/** A signed-in member of the world, and conversations they may read. */
export interface Viewer {
  memberId: string
  cls: 'few' | 'typical' | 'very many'
  communities: number
  cookie: string
  /** Posts with about 20 comments in their communities. */
  posts: string[]
}

/** How many of each: few, typical and very many communities. */
const wanted = { few: 3, typical: 4, 'very many': 3 } as const

/** Signs in ten people with few, typical and very many communities; the sessions last an hour. */
export async function signViewersIn(pool: pg.Pool): Promise<Viewer[]> {
  const { rows } = await pool.query<{ member_id: string; cls: Viewer['cls']; n: number }>(
    `with degree as materialized (select member_id, count(*)::int as n from communities.membership group by member_id),
     middle as (select percentile_disc(0.5) within group (order by n) as n from degree)
     (select member_id, 'few' as cls, n from degree where n >= 2 order by n, member_id limit $1)
     union all (select member_id, 'typical', degree.n from degree, middle where degree.n = middle.n order by member_id limit $2)
     union all (select member_id, 'very many', n from degree order by n desc, member_id limit $3)`,
    [wanted.few, wanted.typical, wanted['very many']],
  )
  const viewers: Viewer[] = []
  for (const { member_id: memberId, cls, n } of rows) {
    const cookie = randomBytes(32).toString('base64url')
    await pool.query(
      `insert into people.session (id, token_hash, member_id, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
      [newId(), createHash('sha256').update(cookie).digest(), memberId],
    )
    const posts = await pool.query<{ id: string }>(
      `select p.id from communities.membership m join discussions.post p on p.community_id = m.community_id
        where m.member_id = $1 and p.deleted_at is null and p.comment_count between 15 and 25 order by hashtext(p.id::text) limit 40`,
      [memberId],
    )
    viewers.push({ memberId, cls, communities: n, cookie, posts: posts.rows.map((row) => row.id) })
  }
  return viewers
}

/** Ends the sessions that `signViewersIn` opened. */
export async function signViewersOut(pool: pg.Pool, viewers: readonly Viewer[]): Promise<void> {
  const hashes = viewers.map((viewer) => createHash('sha256').update(viewer.cookie).digest())
  await pool.query('delete from people.session where token_hash = any($1::bytea[])', [hashes])
}
