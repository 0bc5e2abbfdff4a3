import type { Tx } from '#platform/db/tx.ts'

export const reindexKinds = ['post', 'page', 'gathering'] as const
export type ReindexKind = (typeof reindexKinds)[number]

export interface ReindexState {
  kind: ReindexKind | 'words'
  after: string | null
  done: number
}

/** Where an indexing run stands; undefined when none is under way. */
export const findReindex = (tx: Tx): Promise<ReindexState | undefined> =>
  tx.row<ReindexState>(`select kind, after, done::int from search.reindex for update`)

export async function insertReindex(tx: Tx, now: Date): Promise<void> {
  await tx.run(`insert into search.reindex (kind, started_at) values ('post', $1) on conflict do nothing`, [
    now,
  ])
}

export async function updateReindex(tx: Tx, { kind, after, done }: ReindexState): Promise<void> {
  await tx.run(`update search.reindex set kind = $1, after = $2, done = $3`, [kind, after, done])
}

export async function deleteReindex(tx: Tx): Promise<void> {
  await tx.run(`delete from search.reindex`)
}

const sources: Record<ReindexKind, string> = {
  post: 'discussions.post',
  page: 'knowledge.page',
  gathering: 'gatherings.gathering',
}

/** The next texts in the order of their identifiers, deleted ones too: the index has to lose those. */
export const listTextsAfter = async (
  tx: Tx,
  kind: ReindexKind,
  after: string | null,
  limit: number,
): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select id from ${sources[kind]} where id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') order by id limit $2`,
      [after, limit],
    )
  ).map((row) => row.id)

/** Rows of texts that are no longer in the database at all. */
export async function deleteOrphans(tx: Tx): Promise<void> {
  await tx.run(
    `delete from search.doc d
      where (d.kind in ('post', 'comment') and not exists (select 1 from discussions.post p where p.id = d.post_id))
         or (d.kind = 'comment' and not exists (select 1 from discussions.comment k where k.id = d.id))
         or (d.kind = 'page' and not exists (select 1 from knowledge.page w where w.id = d.id))
         or (d.kind = 'gathering' and not exists (select 1 from gatherings.gathering e where e.id = d.id))`,
  )
}
