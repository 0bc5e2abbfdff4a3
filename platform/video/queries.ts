import type { Tx } from '#platform/db/tx.ts'
import type { VideoInfo } from '#platform/shared/video.ts'

export interface NewVideo {
  id: string
  blobId: string
  sha256: Buffer
  size: number
  contentType: string
  fileName: string
}

export async function insertVideo(tx: Tx, video: NewVideo, now: Date): Promise<void> {
  await tx.run(
    `with bytes as (insert into platform.blob (id, sha256, size, content_type, created_at) values ($2, $3, $4, $5, $7) returning id)
     insert into platform.video (id, blob_id, file_name, created_at) select $1, bytes.id, $6, $7 from bytes`,
    [video.id, video.blobId, video.sha256, video.size, video.contentType, video.fileName, now],
  )
}

/** JSON of `VideoInfo` for video `v` (a table alias), null without one. */
export const videoInfoSql = (v: string): string => `
  (select json_build_object('id', ${v}.id, 'contentType', b.content_type, 'size', b.size, 'transcript', ${v}.transcript,
          'captions', coalesce((select json_agg(k.language order by k.language) from platform.video_caption k where k.video_id = ${v}.id), '[]'))
     from platform.blob b where b.id = ${v}.blob_id)`

export const listVideoInfos = (tx: Tx, ids: readonly string[]): Promise<{ info: VideoInfo }[]> =>
  tx.rows(`select ${videoInfoSql('v')} as info from platform.video v where v.id = any($1::uuid[])`, [ids])

export const findVideoBytes = (
  tx: Tx,
  videoId: string,
): Promise<{ blobId: string; contentType: string; fileName: string } | undefined> =>
  tx.row(
    `select v.blob_id as "blobId", b.content_type as "contentType", v.file_name as "fileName"
       from platform.video v join platform.blob b on b.id = v.blob_id where v.id = $1`,
    [videoId],
  )

export const findCaptions = (
  tx: Tx,
  videoId: string,
  language: string,
): Promise<{ vtt: string } | undefined> =>
  tx.row(`select vtt from platform.video_caption where video_id = $1 and language = $2`, [videoId, language])

export async function setCaptions(tx: Tx, videoId: string, language: string, vtt: string): Promise<void> {
  await tx.run(
    `insert into platform.video_caption (video_id, language, vtt) values ($1, $2, $3)
     on conflict (video_id, language) do update set vtt = excluded.vtt`,
    [videoId, language, vtt],
  )
}

export async function deleteCaptions(tx: Tx, videoId: string, language: string): Promise<void> {
  await tx.run(`delete from platform.video_caption where video_id = $1 and language = $2`, [
    videoId,
    language,
  ])
}

export async function setTranscript(tx: Tx, videoId: string, transcript: string | null): Promise<void> {
  await tx.run(`update platform.video set transcript = $2 where id = $1`, [videoId, transcript])
}

export async function hasCaptions(tx: Tx, videoId: string): Promise<boolean> {
  const row = await tx.row<{ has: boolean }>(
    `select exists (select 1 from platform.video_caption where video_id = $1) as has`,
    [videoId],
  )
  return row!.has
}

/** Videos and their captions go; answers the blobs, whose bytes are to be removed after the commit. */
export async function deleteVideos(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ blobId: string }>(
    `delete from platform.video where id = any($1::uuid[]) returning blob_id as "blobId"`,
    [ids],
  )
  return rows.map(({ blobId }) => blobId)
}

/** Everything that is written beside a video: captions by language, and the transcript. */
export const listVideoWords = (
  tx: Tx,
  videoId: string,
): Promise<{ language: string | null; text: string }[]> =>
  tx.rows(
    `select language, vtt as text from platform.video_caption where video_id = $1
     union all select null, transcript from platform.video where id = $1 and transcript is not null`,
    [videoId],
  )
