import type { Tx } from '#platform/db/tx.ts'

/** The history of the demo is its own: it counts for the workbench and in every figure. */
export async function setHistoryAsOwn(
  tx: Tx,
  communityId: string,
  pinnedIds: readonly string[],
  at: Date,
): Promise<void> {
  await tx.run(
    `update discussions.post set imported = false, pinned_at = case when id = any($2::uuid[]) then $3::timestamptz end where community_id = $1`,
    [communityId, pinnedIds, at],
  )
  await tx.run(`update discussions.comment set imported = false where community_id = $1`, [communityId])
}

export const setPostsAsOwn = (tx: Tx, postIds: readonly string[]): Promise<number> =>
  tx.run(`update discussions.post set imported = false where id = any($1::uuid[])`, [postIds])

export interface DemoReaction {
  postId: string
  commentId: string | null
  memberId: string
  kind: 'like' | 'thanks'
  at: Date
}

export async function insertDemoReactions(tx: Tx, rows: readonly DemoReaction[]): Promise<void> {
  await tx.run(
    `insert into discussions.reaction (post_id, comment_id, member_id, kind, at)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[]) on conflict do nothing`,
    [
      rows.map((r) => r.postId),
      rows.map((r) => r.commentId),
      rows.map((r) => r.memberId),
      rows.map((r) => r.kind),
      rows.map((r) => r.at),
    ],
  )
}

export async function insertDemoHelped(
  tx: Tx,
  rows: readonly Omit<DemoReaction, 'kind' | 'at'>[],
): Promise<void> {
  await tx.run(
    `with added as (
       insert into discussions.helped (post_id, comment_id, member_id)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[]) on conflict do nothing returning post_id, comment_id),
     posts as (
       update discussions.post p set helped_count = helped_count + a.n
         from (select post_id, count(*)::int as n from added where comment_id is null group by 1) a where p.id = a.post_id)
     update discussions.comment c set helped_count = helped_count + a.n
       from (select comment_id, count(*)::int as n from added where comment_id is not null group by 1) a where c.id = a.comment_id`,
    [rows.map((r) => r.postId), rows.map((r) => r.commentId), rows.map((r) => r.memberId)],
  )
}
