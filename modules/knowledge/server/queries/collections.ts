import type { Tx } from '#platform/db/tx.ts'

export const findCommunityOfCollection = (
  tx: Tx,
  collectionId: string,
): Promise<{ communityId: string } | undefined> =>
  tx.row(`select community_id as "communityId" from knowledge.collection where id = $1`, [collectionId])

/** Comes last. */
export const insertCollection = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    name: string
    purpose: string | null
    by: string | null
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into knowledge.collection (id, community_id, name, purpose, position, created_at, created_by)
     select $1, $2, $3, $4, coalesce((select max(position) from knowledge.collection where community_id = $2), 0) + 1, $5, $6`,
    [row.id, row.communityId, row.name, row.purpose, row.now, row.by],
  )

export const updateCollection = (
  tx: Tx,
  id: string,
  change: { name: string | null; purpose: string | null; changesPurpose: boolean },
): Promise<number> =>
  tx.run(
    `update knowledge.collection set name = coalesce($2, name), purpose = case when $3::boolean then $4 else purpose end where id = $1`,
    [id, change.name, change.changesPurpose, change.purpose],
  )

/**
 * The complete list in its order; pages of other communities are left out. What the list does not show (a deleted
 * page, the other language of one that is named) keeps its place after the others.
 */
export async function setPagesOfCollection(tx: Tx, id: string, pageIds: readonly string[]): Promise<void> {
  await tx.run(
    `with wanted as (
       select p.id, w.position::int as position
         from unnest($2::uuid[]) with ordinality as w(page_id, position)
         join knowledge.collection k on k.id = $1
         join knowledge.page p on p.id = w.page_id and p.community_id = k.community_id),
     gone as (
       delete from knowledge.collection_page kp where kp.collection_id = $1
          and kp.page_id not in (select id from wanted)
          and exists (select 1 from knowledge.page p where p.id = kp.page_id and p.deleted_at is null
                         and not exists (select 1 from wanted w join knowledge.page wp on wp.id = w.id where wp.group_id = p.group_id)))
     insert into knowledge.collection_page (collection_id, page_id, position)
     select $1, id, position from wanted
     on conflict (collection_id, page_id) do update set position = excluded.position`,
    [id, pageIds],
  )
}

export const deleteCollection = (tx: Tx, id: string): Promise<number> =>
  tx.run(`delete from knowledge.collection where id = $1`, [id])

/** At the end, once. No row when the page is of another community. */
export const insertPageOfCollection = (tx: Tx, collectionId: string, pageId: string): Promise<number> =>
  tx.run(
    `insert into knowledge.collection_page (collection_id, page_id, position)
     select k.id, p.id, coalesce((select max(position) from knowledge.collection_page where collection_id = k.id), 0) + 1
       from knowledge.collection k join knowledge.page p on p.community_id = k.community_id
      where k.id = $1 and p.id = $2 on conflict do nothing`,
    [collectionId, pageId],
  )

export const deletePageOfCollection = (tx: Tx, collectionId: string, pageId: string): Promise<number> =>
  tx.run(`delete from knowledge.collection_page where collection_id = $1 and page_id = $2`, [
    collectionId,
    pageId,
  ])
