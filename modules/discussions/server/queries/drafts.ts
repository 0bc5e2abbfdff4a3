import type { Draft, DraftContent } from '#modules/discussions/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { instantSql } from '#platform/db/keyset.ts'

const columns = `key, content, ${instantSql('updated_at')} as "updatedAt"`

export const listDrafts = (tx: Tx, memberId: string): Promise<Draft[]> =>
  tx.rows<Draft>(
    `select ${columns} from discussions.draft where member_id = $1 order by updated_at desc, key limit 50`,
    [memberId],
  )

export const findDraft = (tx: Tx, memberId: string, key: string): Promise<Draft | undefined> =>
  tx.row<Draft>(`select ${columns} from discussions.draft where member_id = $1 and key = $2`, [memberId, key])

/** Keeps a draft; beyond 200 the oldest are forgotten. */
export async function setDraft(
  tx: Tx,
  memberId: string,
  key: string,
  content: DraftContent,
  now: Date,
): Promise<Draft> {
  const draft = await tx.row<Draft>(
    `with old as (
       delete from discussions.draft d where d.member_id = $1 and d.key in (
         select o.key from discussions.draft o where o.member_id = $1 and o.key <> $2 order by o.updated_at desc offset 199))
     insert into discussions.draft (member_id, key, content, updated_at) values ($1, $2, $3, $4)
     on conflict (member_id, key) do update set content = excluded.content, updated_at = excluded.updated_at
     returning ${columns}`,
    [memberId, key, JSON.stringify(content), now],
  )
  return draft!
}

export const deleteDraft = (tx: Tx, memberId: string, key: string): Promise<number> =>
  tx.run(`delete from discussions.draft where member_id = $1 and key = $2`, [memberId, key])

/** How much of each kind a person has left, for that person alone. */
export async function countOwnTraces(
  tx: Tx,
  memberId: string,
): Promise<{ posts: number; comments: number; reactions: number; helped: number }> {
  const row = await tx.row<{ posts: number; comments: number; reactions: number; helped: number }>(
    `select (select count(*) from discussions.post where author_id = $1 and deleted_at is null) as posts,
            (select count(*) from discussions.comment where author_id = $1 and deleted_at is null) as comments,
            (select count(*) from discussions.reaction where member_id = $1) as reactions,
            (select count(*) from discussions.helped where member_id = $1) as helped`,
    [memberId],
  )
  return row!
}
