import type { ReactionKind } from '#modules/discussions/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Cursor } from '../sql.ts'

/** What is reacted to: a post, or a comment of it. */
export interface Target {
  postId: string
  commentId: string | null
}

const tableOf = (target: Target): string => (target.commentId ? 'discussions.comment' : 'discussions.post')

/** Adds a reaction once; false when it was there. The count travels on the row that is shown. */
export async function insertReaction(
  tx: Tx,
  target: Target,
  memberId: string,
  kind: ReactionKind,
  now: Date,
): Promise<boolean> {
  const counted = await tx.run(
    `with made as (
       insert into discussions.reaction (post_id, comment_id, member_id, kind, at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning kind)
     update ${tableOf(target)} t
        set reaction_counts = t.reaction_counts || jsonb_build_object(made.kind, coalesce((t.reaction_counts ->> made.kind)::int, 0) + 1)
       from made where t.id = coalesce($2, $1)`,
    [target.postId, target.commentId, memberId, kind, now],
  )
  return counted === 1
}

/** Takes a reaction back; false when there was none. */
export async function deleteReaction(
  tx: Tx,
  target: Target,
  memberId: string,
  kind: ReactionKind,
): Promise<boolean> {
  const counted = await tx.run(
    `with undone as (
       delete from discussions.reaction
        where post_id = $1 and comment_id is not distinct from $2::uuid and member_id = $3 and kind = $4 returning kind)
     update ${tableOf(target)} t
        set reaction_counts = jsonb_strip_nulls(t.reaction_counts
              || jsonb_build_object(undone.kind, nullif(coalesce((t.reaction_counts ->> undone.kind)::int, 1) - 1, 0)))
       from undone where t.id = coalesce($2, $1)`,
    [target.postId, target.commentId, memberId, kind],
  )
  return counted === 1
}

export async function insertHelped(tx: Tx, target: Target, memberId: string): Promise<void> {
  await tx.run(
    `with made as (
       insert into discussions.helped (post_id, comment_id, member_id) values ($1, $2, $3) on conflict do nothing returning 1)
     update ${tableOf(target)} t set helped_count = t.helped_count + 1 from made where t.id = coalesce($2, $1)`,
    [target.postId, target.commentId, memberId],
  )
}

export async function deleteHelped(tx: Tx, target: Target, memberId: string): Promise<void> {
  await tx.run(
    `with undone as (
       delete from discussions.helped where post_id = $1 and comment_id is not distinct from $2::uuid and member_id = $3 returning 1)
     update ${tableOf(target)} t set helped_count = t.helped_count - 1 from undone where t.id = coalesce($2, $1)`,
    [target.postId, target.commentId, memberId],
  )
}

export interface ReactorRow {
  kind: ReactionKind
  member: never
  next: string
}

/** Who reacted, latest first. The caller has checked that the parent may be read. */
export function listReactors(tx: Tx, target: Target, before: Cursor, limit: number): Promise<ReactorRow[]> {
  return tx.rows<ReactorRow>(
    `select r.kind, ${memberCardSql('m')} as member,
            to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || r.member_id as next
       from discussions.reaction r join people.member m on m.id = r.member_id
      where r.post_id = $1 and r.comment_id is not distinct from $2::uuid and (r.at, r.member_id) < ($3::timestamptz, $4::uuid)
      order by r.at desc, r.member_id desc limit $5`,
    [target.postId, target.commentId, before.at, before.id, limit],
  )
}
