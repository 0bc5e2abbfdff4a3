import type { Attachment } from '#modules/discussions/contract.ts'
import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { attachmentSql } from '../sql.ts'

export interface BlobRow {
  id: string
  sha256: Buffer
  size: number
  contentType: string
}

export interface AttachmentRow {
  id: string
  blob: BlobRow
  thumbnail: BlobRow | null
  ownerId: string
  fileName: string
  contentType: string
  width: number | null
  height: number | null
  alt: string | null
  now: Date
  /** Bytes that one person may keep in all, and send in a day. */
  limits: { day: number; total: number }
}

/** Notes an upload as its owner's draft; undefined when it would exceed what the owner may keep, or send in a day. */
export async function insertAttachment(tx: Tx, row: AttachmentRow): Promise<Attachment | undefined> {
  const blobs = row.thumbnail ? [row.blob, row.thumbnail] : [row.blob]
  const made = await tx.row<{ attachment: Attachment }>(
    `with room as (
       select 1 from (
         select coalesce(sum(size), 0) as kept,
                coalesce(sum(size) filter (where created_at > $14::timestamptz - interval '24 hours'), 0) as sent
           from discussions.attachment where owner_id = $7) used
        where used.kept + $15::bigint <= $16::bigint and used.sent + $15::bigint <= $17::bigint),
     bytes as (
       insert into platform.blob (id, sha256, size, content_type)
       select b.* from room, unnest($1::uuid[], $2::bytea[], $3::int[], $4::text[]) as b returning id)
     insert into discussions.attachment as f
       (id, blob_id, thumbnail_blob_id, owner_id, file_name, content_type, size, width, height, alt, created_at)
     select $5, $6, $8::uuid, $7, $9, $10, $15::int, $11::int, $12::int, $13::text, $14::timestamptz from room
     returning ${attachmentSql('f')} as attachment`,
    [
      blobs.map((b) => b.id),
      blobs.map((b) => b.sha256),
      blobs.map((b) => b.size),
      blobs.map((b) => b.contentType),
      row.id,
      row.blob.id,
      row.ownerId,
      row.thumbnail?.id ?? null,
      row.fileName,
      row.contentType,
      row.width,
      row.height,
      row.alt,
      row.now,
      row.blob.size,
      row.limits.total,
      row.limits.day,
    ],
  )
  return made?.attachment
}

export interface LoadableAttachment {
  fileName: string
  contentType: string
  isImage: boolean
  blobId: string
  thumbnailBlobId: string | null
}

/**
 * A file as this person may load it at this moment: one's own draft, or hung on a living text that they may read.
 * Asked at every load, so that a remembered address opens nothing.
 */
export const findLoadableAttachment = (
  tx: Tx,
  attachmentId: string,
  viewer: { id: string; isEmployee: boolean },
): Promise<LoadableAttachment | undefined> =>
  tx.row<LoadableAttachment>(
    `select f.file_name as "fileName", f.content_type as "contentType", f.thumbnail_blob_id is not null as "isImage",
            f.blob_id as "blobId", f.thumbnail_blob_id as "thumbnailBlobId"
       from discussions.attachment f
       left join discussions.post p on p.id = f.post_id
       left join communities.community c on c.id = p.community_id
       left join discussions.comment k on k.id = f.comment_id
      where f.id = $1 and (
        (f.post_id is null and f.owner_id = $2)
        or (f.post_id is not null and k.deleted_at is null
            and (p.deleted_at is null or (f.comment_id is not null and p.comment_count > 0))
            and ${readableCommunitySql('c', '$2', '$3::boolean')}))`,
    [attachmentId, viewer.id, viewer.isEmployee],
  )

/** Removes an unpublished upload of its owner; returns its blobs, none when there was no such upload. */
export async function deleteDraftAttachment(
  tx: Tx,
  attachmentId: string,
  ownerId: string,
): Promise<string[]> {
  const row = await tx.row<{ blobs: string[] }>(
    `with gone as (delete from discussions.attachment where id = $1 and owner_id = $2 and post_id is null returning blob_id, thumbnail_blob_id)
     select array_remove(array[blob_id, thumbnail_blob_id], null) as blobs from gone`,
    [attachmentId, ownerId],
  )
  return row?.blobs ?? []
}

export interface TakenUpload {
  id: string
  blobId: string
  thumbnailBlobId: string | null
  ownerId: string
  fileName: string
  contentType: string
  size: number
  width: number | null
  height: number | null
  alt: string | null
}

/** Unpublished uploads of one person leave the table; their bytes stay. */
export const takeDraftAttachments = (
  tx: Tx,
  ids: readonly string[],
  ownerId: string,
): Promise<TakenUpload[]> =>
  tx.rows<TakenUpload>(
    `delete from discussions.attachment where id = any($1::uuid[]) and owner_id = $2 and post_id is null
     returning id, blob_id as "blobId", thumbnail_blob_id as "thumbnailBlobId", owner_id as "ownerId",
               file_name as "fileName", content_type as "contentType", size, width, height, alt`,
    [ids, ownerId],
  )

/** Uploads that were never published, older than `before`; returns their blobs. */
export async function deleteStaleUploads(tx: Tx, before: Date): Promise<string[]> {
  const row = await tx.row<{ blobs: string[] }>(
    `with gone as (
       delete from discussions.attachment f where f.id in (
         select id from discussions.attachment where post_id is null and created_at < $1
            and not exists (select 1 from discussions.draft d where d.member_id = owner_id and d.content::text like '%' || discussions.attachment.id || '%')
          order by id limit 1000)
       returning blob_id, thumbnail_blob_id)
     select coalesce(array_agg(b) filter (where b is not null), '{}') as blobs from gone, unnest(array[blob_id, thumbnail_blob_id]) as b`,
    [before],
  )
  return row!.blobs
}

export const deleteBlobs = (tx: Tx, ids: readonly string[]): Promise<number> =>
  tx.run(`delete from platform.blob where id = any($1::uuid[])`, [ids])

export async function addThreadViews(
  tx: Tx,
  views: readonly { postId: string; day: string; n: number }[],
): Promise<void> {
  await tx.run(
    `insert into discussions.thread_views_daily as t (post_id, day, n)
     select v.post_id, v.day, v.n from unnest($1::uuid[], $2::date[], $3::int[]) as v(post_id, day, n)
      where exists (select 1 from discussions.post p where p.id = v.post_id)
      order by v.post_id, v.day
     on conflict (post_id, day) do update set n = t.n + excluded.n`,
    [views.map((v) => v.postId), views.map((v) => v.day), views.map((v) => v.n)],
  )
}
