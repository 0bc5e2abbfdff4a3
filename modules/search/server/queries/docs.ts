import type { Tx } from '#platform/db/tx.ts'

const weekSql = (at: string): string => `floor(extract(epoch from ${at}) / 604800)::int`

/** Texts longer than this are analysed up to here: a tsvector holds 1 MB at most. */
const analysed = 50_000

export const docColumns = 'kind, id, post_id, community_id, bucket, at, language, tsv'
export const postDocSql = `
  select 'post' as kind, p.id, p.id as post_id, p.community_id, ${weekSql('p.created_at')} as bucket, p.created_at as at, p.language,
         search.vector(p.language, concat_ws(' ', p.title, array_to_string(p.tags, ' ')), left(p.body_md, ${analysed}))
           || coalesce((select search.vector(t.language, t.title, left(t.body_md, ${analysed})) from discussions.translation t where t.post_id = p.id limit 1), '') as tsv
    from discussions.post p where p.deleted_at is null`
export const commentDocSql = `
  select 'comment' as kind, k.id, k.post_id, k.community_id, ${weekSql('k.created_at')} as bucket, k.created_at as at, k.language,
         search.vector(k.language, null, left(k.body_md, ${analysed})) as tsv
    from discussions.comment k join discussions.post p on p.id = k.post_id
   where k.deleted_at is null and p.deleted_at is null`
const pageDocSql = `
  select 'page' as kind, w.id, w.id as post_id, w.community_id, ${weekSql('w.changed_at')} as bucket, w.changed_at as at, w.language,
         search.vector(w.language, concat_ws(' ', w.title, array_to_string(w.tags, ' ')), left(w.body_text, ${analysed})) as tsv,
         exists (select 1 from knowledge.page_withdrawal o where o.page_id = w.id) as is_obsolete
    from knowledge.page w where w.deleted_at is null`
// What repeats has one row, its first date: the same title ten times would push everything else away.
const gatheringDocSql = `
  select 'gathering' as kind, e.id, e.id as post_id, e.community_id, ${weekSql('e.starts_at')} as bucket, e.starts_at as at, e.language,
         search.vector(e.language, e.title, left(e.description_md, ${analysed})) as tsv
    from gatherings.gathering e
   where (e.series_id is null or e.id = (select f.id from gatherings.gathering f where f.series_id = e.series_id order by f.starts_at, f.id limit 1))`

const updateSql = `
  on conflict (kind, id) do update
     set post_id = excluded.post_id, community_id = excluded.community_id, bucket = excluded.bucket, at = excluded.at,
         language = excluded.language, tsv = excluded.tsv, is_obsolete = excluded.is_obsolete`
const writeSql = `written as (insert into search.doc (${docColumns}) select ${docColumns} from fresh ${updateSql})`
const writeWithStateSql = `written as (insert into search.doc (${docColumns}, is_obsolete) select ${docColumns}, is_obsolete from fresh ${updateSql})`
/** Words are counted in their order, so that two indexings never wait for each other; common ones are left alone. */
const countSql = `
  insert into search.word (word, n)
    select w.word, count(*)::int from fresh cross join lateral unnest(tsvector_to_array(fresh.tsv)) w(word)
     where search.is_kept(w.word) and not exists (select 1 from search.word known where known.word = w.word collate "C" and known.n >= 1000)
     group by w.word order by w.word
  on conflict (word) do update set n = least(1000, search.word.n + excluded.n)`

/** Makes the index say what these posts and all their comments say now, and nothing of what was deleted. */
export async function setDocsOfPosts(tx: Tx, postIds: readonly string[]): Promise<void> {
  await tx.run(
    `with gone as (
       delete from search.doc d where d.post_id = any($1::uuid[]) and d.kind in ('post', 'comment') and not exists (
         select 1 from discussions.post p left join discussions.comment k on k.id = d.id and d.kind = 'comment'
          where p.id = d.post_id and p.deleted_at is null and (d.kind = 'post' or (k.id is not null and k.deleted_at is null)))),
     fresh as materialized (${postDocSql} and p.id = any($1::uuid[]) union all ${commentDocSql} and k.post_id = any($1::uuid[])),
     ${writeSql} ${countSql}`,
    [postIds],
  )
}

/** The same for the post alone. */
export async function setPostDoc(tx: Tx, postId: string): Promise<void> {
  await tx.run(
    `with gone as (
       delete from search.doc d where d.kind = 'post' and d.id = $1
          and exists (select 1 from discussions.post p where p.id = $1 and p.deleted_at is not null)),
     fresh as materialized (${postDocSql} and p.id = $1), ${writeSql} ${countSql}`,
    [postId],
  )
}

/** The same for one comment. */
export async function setCommentDoc(tx: Tx, commentId: string): Promise<void> {
  await tx.run(
    `with gone as (
       delete from search.doc d where d.kind = 'comment' and d.id = $1
          and exists (select 1 from discussions.comment k where k.id = $1 and k.deleted_at is not null)),
     fresh as materialized (${commentDocSql} and k.id = $1), ${writeSql} ${countSql}`,
    [commentId],
  )
}

/** The same for pages; the index leaves a deleted one, a withdrawn one is marked. */
export async function setPageDocs(tx: Tx, pageIds: readonly string[]): Promise<void> {
  await tx.run(
    `with gone as (
       delete from search.doc d where d.kind = 'page' and d.id = any($1::uuid[])
          and not exists (select 1 from knowledge.page w where w.id = d.id and w.deleted_at is null)),
     fresh as materialized (${pageDocSql} and w.id = any($1::uuid[])), ${writeWithStateSql} ${countSql}`,
    [pageIds],
  )
}

/** The same for gatherings. */
export async function setGatheringDocs(tx: Tx, gatheringIds: readonly string[]): Promise<void> {
  await tx.run(
    `with gone as (
       delete from search.doc d where d.kind = 'gathering' and d.id = any($1::uuid[])
          and not exists (select 1 from gatherings.gathering e where e.id = d.id)),
     fresh as materialized (${gatheringDocSql} and e.id = any($1::uuid[])), ${writeSql} ${countSql}`,
    [gatheringIds],
  )
}

/** Counts the words of all texts anew, in an empty `search.word`: about 20 s for five million texts. */
export const countWordsSql = `
  insert into search.word (word, n)
    select word, least(ndoc, 1000) from ts_stat('select tsv from search.doc') where search.is_kept(word)`

export async function countWords(tx: Tx): Promise<void> {
  await tx.run('delete from search.word')
  await tx.run(countWordsSql)
}

/** Pages and gatherings of these communities. */
export async function listPlaceTexts(
  tx: Tx,
  communityIds: readonly string[],
): Promise<{ pages: string[]; gatherings: string[] }> {
  const row = await tx.row<{ pages: string[]; gatherings: string[] }>(
    `select array(select id from knowledge.page where community_id = any($1::uuid[])) as pages,
            array(select id from gatherings.gathering where community_id = any($1::uuid[])) as gatherings`,
    [communityIds],
  )
  return row!
}
