import type { Tx } from '#platform/db/tx.ts'

/** A longer pause wins over a running one. */
export const upsertPause = (
  tx: Tx,
  row: { communityId: string; memberId: string; startsAt: Date; endsAt: Date },
): Promise<number> =>
  tx.run(
    `insert into communities.pause (community_id, member_id, starts_at, ends_at) values ($1, $2, $3, $4)
     on conflict (community_id, member_id) do update
       set starts_at = excluded.starts_at, ends_at = greatest(communities.pause.ends_at, excluded.ends_at)`,
    [row.communityId, row.memberId, row.startsAt, row.endsAt],
  )

export const deletePause = (tx: Tx, communityId: string, memberId: string): Promise<number> =>
  tx.run(`delete from communities.pause where community_id = $1 and member_id = $2`, [communityId, memberId])
