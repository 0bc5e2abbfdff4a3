import type { Tx } from '#platform/db/tx.ts'

const demoCampaign = `select g.id from campaigns.campaign g join people.member m on m.id = g.leader_id and m.demo`

export const listDemoVideos = async (tx: Tx): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select s.video_id as id from campaigns.story s where s.video_id is not null and s.campaign_id in (${demoCampaign})`,
    )
  ).map(({ id }) => id)

/** Answers the blobs of their pictures. */
export async function deleteDemoCampaigns(tx: Tx): Promise<string[]> {
  const row = await tx.row<{ blobs: string[] }>(
    `with pictures as (
       delete from campaigns.story_picture pic using campaigns.story s
        where s.id = pic.story_id and s.campaign_id in (${demoCampaign}) returning pic.blob_id, pic.thumbnail_blob_id),
     gone as (delete from campaigns.campaign where id in (${demoCampaign}))
     select array(select unnest(array_remove(array[blob_id, thumbnail_blob_id], null)) from pictures) as blobs`,
  )
  return row!.blobs
}

export async function insertBlob(
  tx: Tx,
  row: { id: string; sha256: Buffer; size: number; contentType: string },
  now: Date,
): Promise<void> {
  await tx.run(
    `insert into platform.blob (id, sha256, size, content_type, created_at) values ($1, $2, $3, $4, $5)`,
    [row.id, row.sha256, row.size, row.contentType, now],
  )
}
