import type { Tx } from '#platform/db/tx.ts'

/** Cell of the demo company's directory by its name. */
export const findDemoCell = async (
  tx: Tx,
  dimension: 'entity' | 'site',
  name: string,
): Promise<string | undefined> =>
  (
    await tx.row<{ id: string }>(
      `select id from people.entity where $1 = 'entity' and name = $2 and demo
       union all select id from people.site where $1 = 'site' and name = $2 and demo limit 1`,
      [dimension, name],
    )
  )?.id

/** Latest stories of a community: where quick wins were told. */
export const listStories = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select id from discussions.post where community_id = $1 and kind = 'story' and deleted_at is null
        order by created_at desc, id desc limit 10`,
      [communityId],
    )
  ).map(({ id }) => id)

export const setDemoCard = (
  tx: Tx,
  cardId: string,
  row: {
    doneAt: Date | null
    outcome: string | null
    refusedWhy: string | null
    postId: string | null
    at: Date
  },
) =>
  tx.run(
    `update programmes.card set done_at = $2::timestamptz, outcome = $3, refused_why = $4,
            refused_at = case when $4::text is not null then $6::timestamptz end,
            told_post_id = $5::uuid, told_at = case when $5::uuid is not null then $2::timestamptz end where id = $1`,
    [cardId, row.doneAt, row.outcome, row.refusedWhy, row.postId, row.at],
  )

export const deleteDemoProgrammes = (tx: Tx): Promise<number> =>
  tx.run('delete from programmes.programme where demo')
