import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { BlobRow } from './attachments.ts'

/** The post that an address of ours leads to; null for any other address. `$url`: SQL text. */
const ownPostSql = (url: string): string =>
  `(case when ${url} ~ '^/posts/[0-9a-f]{8}-[0-9a-f-]{27}$' then substr(${url}, 8)::uuid end)`

/**
 * A LinkPreview of the contract for post `p`, as JSON; null when its author removed it or its page said nothing. An
 * address of ours is shown as its reader may read it, and not at all otherwise.
 */
export const previewSql = (viewer: string, isEmployee: string): string => `
  (select coalesce(
     (select json_build_object('url', lp.url, 'title', lp.title, 'description', lp.description, 'siteName', lp.site_name,
               'imageUrl', case when lp.image_blob_id is not null then '/api/v1/posts/' || p.id || '/preview/image' end)
        from discussions.link_preview lp where lp.url = pp.url and lp.title is not null),
     (select json_build_object('url', pp.url, 'title', coalesce(op.title, left(op.excerpt, 120)),
               'description', case when op.title is not null then op.excerpt end, 'siteName', coalesce(oc.name ->> op.language, oc.name ->> 'fr', oc.name ->> 'en'),
               'imageUrl', null)
        from discussions.post op join communities.community oc on oc.id = op.community_id
       where op.id = ${ownPostSql('pp.url')} and op.deleted_at is null and ${readableCommunitySql('oc', viewer, isEmployee)}))
   from discussions.post_preview pp where pp.post_id = p.id and not pp.is_removed)`

/** Notes the first link of a post; another link than before is shown again. */
export const setPostLink = (tx: Tx, postId: string, url: string): Promise<number> =>
  tx.run(
    `with marked as (
       update discussions.post set has_surroundings = true
        where id = $1 and not has_surroundings
          and ($2 like '/posts/%' or exists (select 1 from discussions.link_preview lp where lp.url = $2 and lp.title is not null)))
     insert into discussions.post_preview (post_id, url) values ($1, $2)
     on conflict (post_id) do update set url = excluded.url, is_removed = post_preview.is_removed and post_preview.url = excluded.url`,
    [postId, url],
  )

export const deletePostLink = (tx: Tx, postId: string): Promise<number> =>
  tx.run(`delete from discussions.post_preview where post_id = $1`, [postId])

export const removePostPreview = (tx: Tx, postId: string): Promise<number> =>
  tx.run(`update discussions.post_preview set is_removed = true where post_id = $1`, [postId])

/** What a job needs to know before anything leaves. */
export const findPostLink = (
  tx: Tx,
  postId: string,
): Promise<{ url: string; visibility: string; fetchedAt: Date | null } | undefined> =>
  tx.row(
    `select pp.url, c.visibility, lp.fetched_at as "fetchedAt"
       from discussions.post_preview pp
       join discussions.post p on p.id = pp.post_id and p.deleted_at is null
       join communities.community c on c.id = p.community_id
       left join discussions.link_preview lp on lp.url = pp.url
      where pp.post_id = $1 and not pp.is_removed`,
    [postId],
  )

export interface PreviewRow {
  url: string
  title: string | null
  description: string | null
  siteName: string | null
  image: BlobRow | null
  now: Date
}

/** Keeps what a page said, for every post that names it; returns the picture that it replaces. */
export async function setLinkPreview(tx: Tx, row: PreviewRow): Promise<string | null> {
  const former = await tx.row<{ id: string | null }>(
    `select image_blob_id as id from discussions.link_preview where url = $1`,
    [row.url],
  )
  if (row.image)
    await tx.run(`insert into platform.blob (id, sha256, size, content_type) values ($1, $2, $3, $4)`, [
      row.image.id,
      row.image.sha256,
      row.image.size,
      row.image.contentType,
    ])
  await tx.run(
    `with kept as (
       insert into discussions.link_preview (url, title, description, site_name, image_blob_id, fetched_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (url) do update set title = excluded.title, description = excluded.description,
         site_name = excluded.site_name, image_blob_id = excluded.image_blob_id, fetched_at = excluded.fetched_at)
     update discussions.post p set has_surroundings = true
       from discussions.post_preview pp where pp.url = $1 and p.id = pp.post_id and not p.has_surroundings and $2::text is not null`,
    [row.url, row.title, row.description, row.siteName, row.image?.id ?? null, row.now],
  )
  return former?.id ?? null
}

/** The picture of a post's card; the caller has checked who asks. */
export async function findPreviewImage(tx: Tx, postId: string): Promise<string | undefined> {
  const row = await tx.row<{ id: string }>(
    `select lp.image_blob_id as id from discussions.post_preview pp join discussions.link_preview lp on lp.url = pp.url
      where pp.post_id = $1 and not pp.is_removed and lp.image_blob_id is not null`,
    [postId],
  )
  return row?.id
}

/** Pages that no post names any more; returns their pictures. */
export async function deleteStalePreviews(tx: Tx, before: Date): Promise<string[]> {
  const row = await tx.row<{ blobs: string[] }>(
    `with gone as (
       delete from discussions.link_preview lp where lp.fetched_at < $1
          and not exists (select 1 from discussions.post_preview pp where pp.url = lp.url)
       returning lp.image_blob_id)
     select coalesce(array_agg(image_blob_id) filter (where image_blob_id is not null), '{}') as blobs from gone`,
    [before],
  )
  return row!.blobs
}

/** Whether links of secret communities may be looked up outside; no, unless an administrator said so. */
export async function findPreviewsInSecret(tx: Tx): Promise<boolean> {
  const row = await tx.row<{ value: unknown }>(
    `select value from platform.setting where key = 'discussions.previewsInSecret'`,
  )
  return row?.value === true
}

export const setPreviewsInSecret = (tx: Tx, isAllowed: boolean): Promise<number> =>
  tx.run(
    `insert into platform.setting (key, value) values ('discussions.previewsInSecret', to_jsonb($1::boolean))
     on conflict (key) do update set value = excluded.value`,
    [isAllowed],
  )
