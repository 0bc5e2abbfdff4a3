import type { Tx } from '#platform/db/tx.ts'

/** What a conversation says now; undefined when it is deleted or hidden. */
export const findPostWords = (
  tx: Tx,
  postId: string,
): Promise<{ title: string | null; bodyMd: string } | undefined> =>
  tx.row(`select title, body_md as "bodyMd" from discussions.post where id = $1 and deleted_at is null`, [
    postId,
  ])

/** Those who were asked are to be asked again. */
export async function replaceConsentsAsked(tx: Tx, storyId: string): Promise<void> {
  await tx.run(
    `update campaigns.consent set asked_at = null, answer = 'waiting', answered_at = null, until = null, outside = false where story_id = $1`,
    [storyId],
  )
}
