import type { Tx } from '#platform/db/tx.ts'

export const setVideo = (tx: Tx, debateId: string, videoId: string | null): Promise<number> =>
  tx.run('update debates.debate set video_id = $2 where id = $1', [debateId, videoId])

/** Something else than its words changed in the file: it is read again. Whoever wrote the words stays named. */
export const turnFileVersion = (tx: Tx, debateId: string, by: string): Promise<number> =>
  tx.run(
    'update debates.debate set file_version = file_version + 1, file_by = coalesce(file_by, $2) where id = $1',
    [debateId, by],
  )

/** Takes the files of the demo company's debates away; answers their blobs and their videos. */
export async function deleteDemoFiles(tx: Tx): Promise<{ blobs: string[]; videos: string[] }> {
  const row = await tx.row<{ blobs: string[]; videos: string[] }>(
    `with files as (
       delete from debates.attachment f using debates.debate d, communities.community c
        where d.id = f.debate_id and c.id = d.community_id and c.demo returning f.blob_id, f.thumbnail_blob_id)
     select array(select unnest(array_remove(array[blob_id, thumbnail_blob_id], null)) from files) as blobs,
            array(select d.video_id from debates.debate d join communities.community c on c.id = d.community_id
                   where c.demo and d.video_id is not null) as videos`,
  )
  return row!
}
