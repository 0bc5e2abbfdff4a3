import type { Tx } from '#platform/db/tx.ts'

/** Pages, events and conversations of a community by their titles. */
export const findByTitle = async (
  tx: Tx,
  communityId: string,
  titles: readonly string[],
): Promise<Map<string, { pageId?: string; gatheringId?: string; postId?: string }>> => {
  const rows = await tx.rows<{ title: string; what: 'pageId' | 'gatheringId' | 'postId'; id: string }>(
    `select title, 'postId' as what, id from discussions.post where community_id = $1 and title = any($2::text[]) and deleted_at is null
     union all
     select title, 'gatheringId', id from gatherings.gathering where community_id = $1 and title = any($2::text[])
     union all
     select title, 'pageId', id from knowledge.page where community_id = $1 and title = any($2::text[]) and deleted_at is null`,
    [communityId, titles],
  )
  return new Map(rows.map(({ title, what, id }) => [title, { [what]: id }]))
}

export const insertTicks = (
  tx: Tx,
  ticks: readonly { stepId: string; memberId: string; on: string; helps: boolean }[],
): Promise<number> =>
  tx.run(
    `insert into kinds.tick (step_id, member_id, done_on, helps)
     select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::boolean[]) on conflict do nothing`,
    [
      ticks.map(({ stepId }) => stepId),
      ticks.map(({ memberId }) => memberId),
      ticks.map(({ on }) => on),
      ticks.map(({ helps }) => helps),
    ],
  )
