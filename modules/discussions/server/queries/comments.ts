import type { Tx } from '#platform/db/tx.ts'
import type { PreparedText } from '../text.ts'
import { altSql, tellableSql } from './posts.ts'

export interface CommentRow {
  id: string
  communityId: string
  postId: string
  parentId: string | null
  authorId: string
  isAnswer: boolean
  text: PreparedText
  language: string
  now: Date
  attachments: string[]
  draftKey: string | null
}

export interface CommentEffect {
  files: number
  mentioned: string[]
  /** The comment it stands under: one level, so a reply to a reply goes under the same one. */
  parentId: string | null
}

/** Writes the comment, counts it on its post, takes its files out of the drafts, notes whom it names; one statement. */
export async function insertComment(tx: Tx, comment: CommentRow): Promise<CommentEffect> {
  const row = await tx.row<CommentEffect>(
    `with written as (
       insert into discussions.comment (id, community_id, post_id, parent_id, author_id, is_answer, body_md, body_html, language, created_at)
       values ($1, $2, $3,
         (select coalesce(parent.parent_id, parent.id) from discussions.comment parent where parent.id = $4::uuid and parent.post_id = $3),
         $5, $6, $7, $8, $9, $10) returning parent_id),
     counted as (
       update discussions.post set comment_count = comment_count + 1, answer_count = answer_count + ($6::boolean)::int,
              last_activity_at = greatest(last_activity_at, $10) where id = $3),
     files as (
       update discussions.attachment f set post_id = $3, community_id = $2, comment_id = $1, ${altSql('$14', '$15')}
        where f.id = any($11::uuid[]) and f.owner_id = $5 and f.post_id is null returning f.id),
     told as (
       insert into discussions.mention (post_id, comment_id, member_id) select $3, $1, t.id from (${tellableSql('$12::uuid[]', '$2')}) t
       on conflict do nothing returning member_id),
     forgotten as (delete from discussions.draft where member_id = $5 and key = $13)
     select (select count(*) from files)::int as files, array(select member_id from told) as mentioned,
            (select parent_id from written) as "parentId"`,
    [
      comment.id,
      comment.communityId,
      comment.postId,
      comment.parentId,
      comment.authorId,
      comment.isAnswer,
      comment.text.md,
      comment.text.html,
      comment.language,
      comment.now,
      [...new Set([...comment.attachments, ...comment.text.attachments])],
      comment.text.mentions,
      comment.draftKey,
      comment.text.attachments,
      comment.text.alts,
    ],
  )
  return row!
}

export interface CommentChange {
  id: string
  postId: string
  communityId: string
  revisionId: string
  text: PreparedText
  by: string
  now: Date
  attachments: string[] | null
  isNewWording: boolean
}

/** Keeps the former wording, writes the new one; one statement. */
export async function updateComment(
  tx: Tx,
  change: CommentChange,
): Promise<{ files: number; mentioned: string[]; blobs: string[] }> {
  const row = await tx.row<{ files: number; mentioned: string[]; blobs: string[] }>(
    `with former as (
       insert into discussions.revision (id, post_id, comment_id, title, body_md, at, by_member_id)
       select $3, $2, c.id, null, c.body_md, coalesce(c.edited_at, c.created_at), $6 from discussions.comment c where c.id = $1 and $9),
     written as (
       update discussions.comment set body_md = $4, body_html = $5, edited_at = case when $9 then $7::timestamptz else edited_at end
        where id = $1),
     files as (
       update discussions.attachment f set post_id = $2, community_id = $11, comment_id = $1, ${altSql('$10', '$13')}
        where f.id = any($8::uuid[] || $10::uuid[]) and f.owner_id = $6 and (f.post_id is null or f.comment_id = $1) returning f.id),
     dropped as (
       delete from discussions.attachment f where f.comment_id = $1 and $8::uuid[] is not null
          and not f.id = any($8::uuid[] || $10::uuid[]) returning f.blob_id, f.thumbnail_blob_id),
     told as (
       insert into discussions.mention (post_id, comment_id, member_id) select $2, $1, t.id from (${tellableSql('$12::uuid[]', '$11')}) t
       on conflict do nothing returning member_id)
     select (select count(*) from files where id = any($8::uuid[]))::int as files, array(select member_id from told) as mentioned,
            array(select unnest(array_remove(array[blob_id, thumbnail_blob_id], null)) from dropped) as blobs`,
    [
      change.id,
      change.postId,
      change.revisionId,
      change.text.md,
      change.text.html,
      change.by,
      change.now,
      change.attachments,
      change.isNewWording,
      change.text.attachments,
      change.communityId,
      change.text.mentions,
      change.text.alts,
    ],
  )
  return row!
}

/** The text and all that hung on it go, its place stays; counts and an acceptance follow. Returns the orphaned blobs. */
export async function deleteCommentText(
  tx: Tx,
  commentId: string,
  postId: string,
  by: string | null,
  now: Date,
): Promise<string[]> {
  const row = await tx.row<{ blobs: string[] }>(
    `with gone as (
       update discussions.comment set body_md = '', body_html = '', deleted_at = $4, reaction_counts = '{}', helped_count = 0
        where id = $1 and deleted_at is null returning is_answer),
     counted as (
       update discussions.post p set comment_count = p.comment_count - 1,
              answer_count = p.answer_count - (gone.is_answer and p.kind = 'question')::int,
              accepted_answer_id = case when p.accepted_answer_id = $1 then null else p.accepted_answer_id end
         from gone where p.id = $2),
     withdrawn as (delete from discussions.acceptance where post_id = $2 and comment_id = $1),
     noted as (insert into discussions.deletion (post_id, comment_id, at, by_member_id) values ($2, $1, $4, $3) on conflict do nothing),
     history as (delete from discussions.revision where comment_id = $1),
     reactions as (delete from discussions.reaction where post_id = $2 and comment_id = $1),
     votes as (delete from discussions.imported_reaction where post_id = $2 and comment_id = $1),
     helped as (delete from discussions.helped where post_id = $2 and comment_id = $1),
     names as (delete from discussions.mention where post_id = $2 and comment_id = $1),
     groups as (delete from discussions.group_mention where post_id = $2 and comment_id = $1),
     hiding as (delete from discussions.hiding where post_id = $2 and comment_id = $1),
     files as (delete from discussions.attachment where comment_id = $1 returning blob_id, thumbnail_blob_id)
     select array(select unnest(array_remove(array[blob_id, thumbnail_blob_id], null)) from files) as blobs`,
    [commentId, postId, by, now],
  )
  return row!.blobs
}
