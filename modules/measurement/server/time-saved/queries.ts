import type { Tx } from '#platform/db/tx.ts'

export interface SavedText {
  authorId: string
  isDeleted: boolean
}

/** Who wrote a text of a post (`commentId` null: the post itself); undefined when it is not there. */
export const findText = (tx: Tx, postId: string, commentId: string | null): Promise<SavedText | undefined> =>
  commentId === null
    ? tx.row<SavedText>(
        'select author_id as "authorId", deleted_at is not null as "isDeleted" from discussions.post where id = $1',
        [postId],
      )
    : tx.row<SavedText>(
        'select author_id as "authorId", deleted_at is not null as "isDeleted" from discussions.comment where post_id = $1 and id = $2',
        [postId, commentId],
      )

export interface DeclaredTime {
  postId: string
  commentId: string | null
  memberId: string
  minutes: number
  at: Date
}

/** Many at once; those that are there stay. */
export const insertTimeSaved = (tx: Tx, rows: readonly DeclaredTime[]): Promise<number> =>
  tx.run(
    `insert into measurement.time_saved (post_id, comment_id, member_id, minutes, at)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::timestamptz[]) on conflict do nothing`,
    [
      rows.map((row) => row.postId),
      rows.map((row) => row.commentId),
      rows.map((row) => row.memberId),
      rows.map((row) => row.minutes),
      rows.map((row) => row.at),
    ],
  )

export const setTimeSaved = (tx: Tx, row: DeclaredTime): Promise<number> =>
  tx.run(
    `insert into measurement.time_saved (post_id, comment_id, member_id, minutes, at) values ($1, $2, $3, $4, $5)
     on conflict (post_id, comment_id, member_id) do update set minutes = excluded.minutes, at = excluded.at`,
    [row.postId, row.commentId, row.memberId, row.minutes, row.at],
  )

export const deleteTimeSaved = (
  tx: Tx,
  postId: string,
  commentId: string | null,
  memberId: string,
): Promise<number> =>
  tx.run(
    'delete from measurement.time_saved where post_id = $1 and comment_id is not distinct from $2::uuid and member_id = $3',
    [postId, commentId, memberId],
  )

export const listOwnTimeSaved = (
  tx: Tx,
  postId: string,
  memberId: string,
): Promise<{ commentId: string | null; minutes: 0 | 5 | 15 | 60 | 240 }[]> =>
  tx.rows(
    'select comment_id as "commentId", minutes from measurement.time_saved where post_id = $1 and member_id = $2',
    [postId, memberId],
  )

export interface SumOfTime {
  n: number
  people: number
  sumMinutes: number
  medianMinutes: number | null
}

/** Declared minutes about texts of a community that are still there, declared in [from, to). */
export async function sumTimeSaved(tx: Tx, communityId: string, from: Date, to: Date): Promise<SumOfTime> {
  const row = await tx.row<SumOfTime>(
    `select count(*)::int as n, count(distinct t.member_id)::int as people, coalesce(sum(t.minutes), 0)::int as "sumMinutes",
            percentile_cont(0.5) within group (order by t.minutes) as "medianMinutes"
       from measurement.time_saved t join discussions.post p on p.id = t.post_id
       left join discussions.comment c on c.id = t.comment_id
      where p.community_id = $1 and p.deleted_at is null and (t.comment_id is null or c.deleted_at is null) and t.at >= $2 and t.at < $3`,
    [communityId, from, to],
  )
  return row!
}

/** What one person declared, newest first. */
export const listMinutesOf = async (tx: Tx, memberId: string): Promise<number[]> =>
  (
    await tx.rows<{ minutes: number }>(
      'select minutes from measurement.time_saved where member_id = $1 order by at desc',
      [memberId],
    )
  ).map((row) => row.minutes)
