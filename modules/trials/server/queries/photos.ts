import type { FindFile, takeUploads } from '#modules/discussions/public.ts'
import type { Tx } from '#platform/db/tx.ts'

type Taken = Awaited<ReturnType<typeof takeUploads>>[number]

export const listPhotoIds = async (tx: Tx, stepId: string, memberId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>('select id from trials.photo where step_id = $1 and member_id = $2', [
      stepId,
      memberId,
    ])
  ).map(({ id }) => id)
export const insertPhotos = (
  tx: Tx,
  stepId: string,
  memberId: string,
  files: readonly Taken[],
): Promise<number> =>
  tx.run(
    `insert into trials.photo (id, step_id, member_id, blob_id, thumbnail_blob_id, file_name, content_type, alt)
     select f.id, $1, $2, f."blobId", f."thumbnailBlobId", f."fileName", f."contentType", f.alt
       from json_to_recordset($3::json) as f(id uuid, "blobId" uuid, "thumbnailBlobId" uuid, "fileName" text, "contentType" text, alt text)`,
    [stepId, memberId, JSON.stringify(files)],
  )
/** Answers the bytes that are left over. */
export const deletePhotos = async (tx: Tx, ids: readonly string[]): Promise<string[]> =>
  (
    await tx.rows<{ blobs: string[] }>(
      `delete from trials.photo where id = any($1::uuid[])
       returning array_remove(array[blob_id, thumbnail_blob_id], null) as blobs`,
      [ids],
    )
  ).flatMap(({ blobs }) => blobs)
export const deletePhotosOf = async (tx: Tx, memberId: string): Promise<string[]> =>
  (
    await tx.rows<{ blobs: string[] }>(
      `delete from trials.photo where member_id = $1
       returning array_remove(array[blob_id, thumbnail_blob_id], null) as blobs`,
      [memberId],
    )
  ).flatMap(({ blobs }) => blobs)

/** A photo: for whoever took it while they have a seat, and for those who lead the trial. */
export const findLoadablePhoto: FindFile = (tx, attachmentId, viewer) =>
  tx.row(
    `select f.file_name as "fileName", f.content_type as "contentType", f.thumbnail_blob_id is not null as "isImage",
            f.blob_id as "blobId", f.thumbnail_blob_id as "thumbnailBlobId"
       from trials.photo f join trials.step s on s.id = f.step_id join trials.trial t on t.id = s.trial_id
      where f.id = $1 and (f.member_id = $2
        or exists (select 1 from communities.community_role r join communities.membership ms on ms.community_id = r.community_id and ms.member_id = r.member_id
                    where r.community_id = t.community_id and r.member_id = $2 and r.role = 'manager')
        or exists (select 1 from programmes.programme p where p.id = t.programme_id
                    and (p.leader_id = $2 or exists (select 1 from programmes.co_leader l where l.programme_id = p.id and l.member_id = $2))))`,
    [attachmentId, viewer.id],
  )
