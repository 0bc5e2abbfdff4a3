import type { Tx } from '#platform/db/tx.ts'
import type { Position } from '#platform/shared/position.ts'

export interface EventRow {
  id: number
  xid: string
  name: string
  communityId: string | null
  payload: Record<string, unknown>
  /** False while an older transaction is still running: an event before this one may yet appear. */
  settled: boolean
}

/** Events after a position, in (transaction, id) order. */
export const listEventsAfter = (tx: Tx, after: Position, limit: number): Promise<EventRow[]> =>
  tx.rows(
    `select id, xid::text as xid, name, community_id as "communityId", payload,
            xid < pg_snapshot_xmin(pg_current_snapshot()) as settled
       from platform.domain_event
      where (xid, id) > ($1::xid8, $2::bigint)
      order by xid, id limit $3`,
    [String(after.xid), after.id, limit],
  )

/** The position below which everything has either committed or never will. */
export async function getSettledPosition(tx: Tx): Promise<Position> {
  const row = await tx.row<{ xid: string }>(`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`)
  return { xid: BigInt(row!.xid), id: 0 }
}

/** Whether the table still holds what came right after this position (older events are purged). */
export async function hasEventsSince(tx: Tx, position: Position): Promise<boolean> {
  const row = await tx.row<{ kept: boolean }>(
    `select exists (select 1 from platform.domain_event where (xid, id) <= ($1::xid8, $2::bigint))
         or not exists (select 1 from platform.domain_event where xid < pg_snapshot_xmin(pg_current_snapshot())) as kept`,
    [String(position.xid), position.id],
  )
  return row!.kept
}
