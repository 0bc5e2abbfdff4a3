import type { Tx } from '#platform/db/tx.ts'

export interface ImportRow {
  id: string
  checkpoint: unknown
  feedsWorkbench: boolean
}

/** The import of this source into this community that was interrupted, if any. */
export const findRunningImport = (
  tx: Tx,
  communityId: string,
  source: string,
): Promise<ImportRow | undefined> =>
  tx.row<ImportRow>(
    `select id, checkpoint, feeds_workbench as "feedsWorkbench" from interchange.import
      where community_id = $1 and source = $2 and state = 'running' order by started_at desc limit 1`,
    [communityId, source],
  )

export const insertImport = (
  tx: Tx,
  row: {
    id: string
    source: string
    communityId: string
    startedAt: Date
    feedsWorkbench: boolean
    checkpoint: object
  },
): Promise<number> =>
  tx.run(
    `insert into interchange.import (id, source, community_id, started_at, state, feeds_workbench, checkpoint)
     values ($1, $2, $3, $4, 'running', $5, $6)`,
    [row.id, row.source, row.communityId, row.startedAt, row.feedsWorkbench, JSON.stringify(row.checkpoint)],
  )

export const updateCheckpoint = (tx: Tx, importId: string, checkpoint: object): Promise<number> =>
  tx.run(`update interchange.import set checkpoint = $2 where id = $1`, [
    importId,
    JSON.stringify(checkpoint),
  ])

/** Gives up interrupted imports of another dump; what they brought stays. */
export const failRunningImports = (tx: Tx, communityId: string, source: string, now: Date): Promise<number> =>
  tx.run(
    `update interchange.import set state = 'failed', finished_at = $3 where community_id = $1 and source = $2 and state = 'running'`,
    [communityId, source, now],
  )

export async function finishImport(tx: Tx, importId: string, report: object, now: Date): Promise<void> {
  await tx.run(`delete from interchange.staged where import_id = $1`, [importId])
  await tx.run(
    `update interchange.import set state = 'finished', finished_at = $3, report = $2, checkpoint = '{}' where id = $1`,
    [importId, JSON.stringify(report), now],
  )
}

/**
 * The weeks by which the last finished import of this source moved dates (0: not moved); undefined before the first.
 * Later imports keep to it, so that what refers to each other stays together.
 */
export const findEarlierShift = async (
  tx: Tx,
  communityId: string,
  source: string,
): Promise<number | undefined> =>
  (
    await tx.row<{ weeks: number }>(
      `select coalesce((report->>'shiftWeeks')::int, 0) as weeks from interchange.import
        where community_id = $1 and source = $2 and state = 'finished' order by started_at desc limit 1`,
      [communityId, source],
    )
  )?.weeks

export interface KnownSource {
  kind: string
  key: string
  /** Null: seen in the source and left out. */
  id: string | null
  /** The post that it is or belongs to. */
  postId: string | null
  importId: string
}

/** What these source keys became, one statement. */
export const listSources = (
  tx: Tx,
  communityId: string,
  source: string,
  kinds: readonly string[],
  keys: readonly string[],
): Promise<KnownSource[]> =>
  tx.rows<KnownSource>(
    `select s.kind, s.source_key as key, s.id, s.import_id as "importId",
            case s.kind when 'question' then s.id when 'answer' then c.post_id end as "postId"
       from interchange.source_id s left join discussions.comment c on s.kind = 'answer' and c.id = s.id
      where s.community_id = $1 and s.source = $2 and s.kind = any($3) and s.source_key = any($4)`,
    [communityId, source, kinds, keys],
  )

/** Remembers what source keys became, and which import saw them last. */
export const upsertSources = (
  tx: Tx,
  of: { communityId: string; source: string; kind: string; importId: string },
  rows: readonly { key: string; id: string | null }[],
): Promise<number> =>
  tx.run(
    `insert into interchange.source_id (source, community_id, kind, source_key, id, import_id)
     select $1, $2, $3, r.key, r.id, $4 from unnest($5::text[], $6::uuid[]) as r (key, id)
     on conflict (community_id, source, kind, source_key) do update set import_id = excluded.import_id`,
    [of.source, of.communityId, of.kind, of.importId, rows.map((row) => row.key), rows.map((row) => row.id)],
  )

/** One page of what an import saw of a kind, by source key. */
export const listSeen = (
  tx: Tx,
  communityId: string,
  source: string,
  kind: string,
  importId: string,
  after: string,
  limit: number,
): Promise<{ key: string; id: string }[]> =>
  tx.rows(
    `select source_key as key, id from interchange.source_id
      where community_id = $1 and source = $2 and kind = $3 and source_key > $4 and import_id = $5 and id is not null
      order by source_key limit $6`,
    [communityId, source, kind, after, importId, limit],
  )

export interface Staged {
  key: string
  ref: string | null
  at: Date | null
  n: number
}

/** Adds to what waits: counts add up, `ref` and `at` are filled in once. */
export const addStaged = (tx: Tx, importId: string, kind: string, rows: readonly Staged[]): Promise<number> =>
  tx.run(
    `insert into interchange.staged as s (import_id, kind, source_key, ref, at, n)
     select $1, $2, r.key, r.ref, r.at, r.n from unnest($3::text[], $4::text[], $5::timestamptz[], $6::int[]) as r (key, ref, at, n)
     on conflict (import_id, kind, source_key)
     do update set n = s.n + excluded.n, ref = coalesce(s.ref, excluded.ref), at = coalesce(s.at, excluded.at)`,
    [
      importId,
      kind,
      rows.map((row) => row.key),
      rows.map((row) => row.ref),
      rows.map((row) => row.at),
      rows.map((row) => row.n),
    ],
  )

/** Completes what waits already; keys that do not wait are ignored. */
export const completeStaged = (
  tx: Tx,
  importId: string,
  kind: string,
  rows: readonly Pick<Staged, 'key' | 'ref' | 'at'>[],
): Promise<number> =>
  tx.run(
    `update interchange.staged s set ref = coalesce(s.ref, r.ref), at = coalesce(s.at, r.at)
       from unnest($3::text[], $4::text[], $5::timestamptz[]) as r (key, ref, at)
      where s.import_id = $1 and s.kind = $2 and s.source_key = r.key`,
    [importId, kind, rows.map((row) => row.key), rows.map((row) => row.ref), rows.map((row) => row.at)],
  )

export const listStaged = (
  tx: Tx,
  importId: string,
  kind: string,
  after: string,
  limit: number,
): Promise<Staged[]> =>
  tx.rows<Staged>(
    `select source_key as key, ref, at, n from interchange.staged
      where import_id = $1 and kind = $2 and source_key > $3 order by source_key limit $4`,
    [importId, kind, after, limit],
  )

/**
 * When imported answers were written, to keep an acceptance from being older than its answer; and whether the question
 * has an accepted answer already, which stays.
 */
export const listAnswerDates = (
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; at: Date; askerId: string; isSettled: boolean }[]> =>
  tx.rows(
    `select c.id, c.created_at as at, p.author_id as "askerId", a.post_id is not null as "isSettled"
       from discussions.comment c join discussions.post p on p.id = c.post_id left join discussions.acceptance a on a.post_id = p.id
      where c.id = any($1)`,
    [ids],
  )

/** Imported likes of these posts and comments as they are now, summed. */
export async function countImportedLikes(
  tx: Tx,
  likes: readonly { postId: string; commentId: string | null }[],
): Promise<number> {
  const row = await tx.row<{ n: number }>(
    `select coalesce(sum(r.n), 0)::int as n from unnest($1::uuid[], $2::uuid[]) as t (post_id, comment_id)
       join discussions.imported_reaction r on r.post_id = t.post_id and r.comment_id is not distinct from t.comment_id and r.kind = 'like'`,
    [likes.map((like) => like.postId), likes.map((like) => like.commentId)],
  )
  return row!.n
}

/** The administrator who has been one for longest, and the organisation's languages; both may be missing. */
export const findFounding = (
  tx: Tx,
): Promise<
  | { administratorId: string | null; defaultLanguage: 'fr' | 'en' | null; languages: ('fr' | 'en')[] | null }
  | undefined
> =>
  tx.row(
    `select (select a.member_id from people.administrator a join people.member m on m.id = a.member_id
              where m.state in ('active', 'invited') order by a.since, a.member_id limit 1) as "administratorId",
            (select default_language from people.organisation) as "defaultLanguage",
            (select languages from people.organisation) as languages`,
  )
