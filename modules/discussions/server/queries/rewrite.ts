import type { Tx } from '#platform/db/tx.ts'
import type { PreparedText } from '../text.ts'

interface RewrittenRow {
  communityId: string
  /** False: the text is hidden, and will be these words when it is shown again. */
  isThere: boolean
  blobs: string[]
}

/** Other words, without what the former ones left: history, translations, names that the text no longer says. */
export const replacePostText = (
  tx: Tx,
  postId: string,
  title: string | null,
  text: PreparedText,
): Promise<RewrittenRow | undefined> =>
  tx.row<RewrittenRow>(
    `with written as (
       update discussions.post set title = $2, body_md = $3, body_html = $4, excerpt = $5
        where id = $1 and deleted_at is null returning community_id),
     hidden as (
       update discussions.hiding set kept = kept || jsonb_build_object('title', $2::text, 'body_md', $3::text, 'body_html', $4::text,
                'excerpt', $5::text, 'revision', '[]'::jsonb, 'translation', '[]'::jsonb, 'mention', '[]'::jsonb)
        where post_id = $1 and comment_id is null returning post_id),
     history as (delete from discussions.revision where post_id = $1 and comment_id is null),
     translations as (delete from discussions.translation where post_id = $1),
     names as (delete from discussions.mention where post_id = $1 and comment_id is null and not member_id = any($6::uuid[])),
     files as (
       delete from discussions.attachment where post_id = $1 and comment_id is null and not id = any($7::uuid[])
       returning blob_id, thumbnail_blob_id)
     select p.community_id as "communityId", exists (select 1 from written) as "isThere",
            array(select unnest(array_remove(array[blob_id, thumbnail_blob_id], null)) from files) as blobs
       from discussions.post p where p.id = $1 and (exists (select 1 from written) or exists (select 1 from hidden))`,
    [postId, title, text.md, text.html, text.excerpt, text.mentions, text.attachments],
  )
