import type { Tx } from '#platform/db/tx.ts'

const weekSql = (at: string): string => `floor(extract(epoch from ${at}) / 604800)::int`

/** Texts longer than this are analysed up to here: a tsvector holds 1 MB at most. */
const analysed = 50_000

export const postDocSql = `
  select 'post' as kind, p.id, p.id as post_id, p.community_id, ${weekSql('p.created_at')} as bucket, p.created_at as at, p.language,
         search.vector(p.language, concat_ws(' ', p.title, array_to_string(p.tags, ' ')), left(p.body_md, ${analysed})) as tsv
    from discussions.post p where p.deleted_at is null`
export const commentDocSql = `
  select 'comment' as kind, k.id, k.post_id, k.community_id, ${weekSql('k.created_at')} as bucket, k.created_at as at, k.language,
         search.vector(k.language, null, left(k.body_md, ${analysed})) as tsv
    from discussions.comment k join discussions.post p on p.id = k.post_id
   where k.deleted_at is null and p.deleted_at is null`
const writeSql = `
  insert into search.doc (kind, id, post_id, community_id, bucket, at, language, tsv) select * from fresh
  on conflict (kind, id) do update
     set post_id = excluded.post_id, community_id = excluded.community_id, bucket = excluded.bucket, at = excluded.at,
         language = excluded.language, tsv = excluded.tsv`

/** Makes the index say what these posts and all their comments say now, and nothing of what was deleted. */
export async function setDocsOfPosts(tx: Tx, postIds: readonly string[]): Promise<void> {
  await tx.run(
    `with gone as (
       delete from search.doc d where d.post_id = any($1::uuid[]) and not exists (
         select 1 from discussions.post p left join discussions.comment k on k.id = d.id and d.kind = 'comment'
          where p.id = d.post_id and p.deleted_at is null and (d.kind = 'post' or (k.id is not null and k.deleted_at is null)))),
     fresh as (${postDocSql} and p.id = any($1::uuid[]) union all ${commentDocSql} and k.post_id = any($1::uuid[]))
     ${writeSql}`,
    [postIds],
  )
}

/** The same for the post alone. */
export async function setPostDoc(tx: Tx, postId: string): Promise<void> {
  await tx.run(`with fresh as (${postDocSql} and p.id = $1) ${writeSql}`, [postId])
}

/** The same for one comment. */
export async function setCommentDoc(tx: Tx, commentId: string): Promise<void> {
  await tx.run(
    `with gone as (
       delete from search.doc d where d.kind = 'comment' and d.id = $1
          and exists (select 1 from discussions.comment k where k.id = $1 and k.deleted_at is not null)),
     fresh as (${commentDocSql} and k.id = $1) ${writeSql}`,
    [commentId],
  )
}
