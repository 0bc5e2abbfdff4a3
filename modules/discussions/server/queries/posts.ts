import { readableCommunitySql } from '#modules/communities/public.ts'
import type { ClosureReason, PostKind } from '#modules/discussions/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PreparedText } from '../text.ts'

export interface PostRow {
  id: string
  communityId: string
  seq: number
  kind: PostKind
  authorId: string
  title: string | null
  text: PreparedText
  language: string
  tags: string[]
  now: Date
  attachments: string[]
  draftKey: string | null
}

/** Of the people named in a text, those who may read it where it stands. `$ids` is a uuid[] expression. */
export const tellableSql = (ids: string, community: string): string => `
  select mm.id from unnest(${ids}) as named(id)
    join people.member mm on mm.id = named.id and mm.state = 'active'
    join communities.community mc on mc.id = ${community}
   where ${readableCommunitySql('mc', 'mm.id', `(mm.kind = 'employee')`)}`

/** What the text says of a picture is what its file says of itself. `$ids`, `$alts`: parameters side by side. */
export const altSql = (ids: string, alts: string): string =>
  `alt = coalesce((select nullif(said.alt, '') from unnest(${ids}::uuid[], ${alts}::text[]) as said(id, alt) where said.id = f.id), f.alt)`

/** Writes the post, takes its files out of the author's drafts, notes whom it names; one statement. */
export async function insertPost(tx: Tx, post: PostRow): Promise<{ files: number; mentioned: string[] }> {
  const row = await tx.row<{ files: number; mentioned: string[] }>(
    `with written as (
       insert into discussions.post (id, community_id, seq, kind, author_id, title, body_md, body_html, excerpt, language, tags, created_at, last_activity_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)),
     files as (
       update discussions.attachment f set post_id = $1, community_id = $2, ${altSql('$16', '$17')}
        where f.id = any($13::uuid[]) and f.owner_id = $5 and f.post_id is null returning f.id),
     told as (
       insert into discussions.mention (post_id, member_id) select $1, t.id from (${tellableSql('$14::uuid[]', '$2')}) t
       on conflict do nothing returning member_id),
     forgotten as (delete from discussions.draft where member_id = $5 and key = $15)
     select (select count(*) from files)::int as files, array(select member_id from told) as mentioned`,
    [
      post.id,
      post.communityId,
      post.seq,
      post.kind,
      post.authorId,
      post.title,
      post.text.md,
      post.text.html,
      post.text.excerpt,
      post.language,
      post.tags,
      post.now,
      [...new Set([...post.attachments, ...post.text.attachments])],
      post.text.mentions,
      post.draftKey,
      post.text.attachments,
      post.text.alts,
    ],
  )
  return row!
}

export interface PostChange {
  id: string
  revisionId: string
  title: string | null
  text: PreparedText
  language: string
  tags: string[]
  by: string
  now: Date
  /** Null: files are left as they are, those newly named in the text are added. */
  attachments: string[] | null
  /** Tags or language alone leave no revision and no mark of edition. */
  isNewWording: boolean
}

export interface ChangeEffect {
  files: number
  mentioned: string[]
  /** Blobs that nothing refers to any more. */
  blobs: string[]
}

/** Keeps the former wording, writes the new one, files and names included; one statement. */
export async function updatePost(tx: Tx, change: PostChange): Promise<ChangeEffect> {
  const row = await tx.row<ChangeEffect>(
    `with former as (
       insert into discussions.revision (id, post_id, title, body_md, at, by_member_id)
       select $2, p.id, p.title, p.body_md, coalesce(p.edited_at, p.created_at), $9 from discussions.post p where p.id = $1 and $12),
     written as (
       update discussions.post p
          set title = $3, body_md = $4, body_html = $5, excerpt = $6, language = $7, tags = $8,
              edited_at = case when $12 then $10::timestamptz else p.edited_at end
        where p.id = $1 returning p.community_id),
     stale as (
       update discussions.translation set outdated_since = coalesce(outdated_since, $10::timestamptz) where post_id = $1 and $12),
     files as (
       update discussions.attachment f set post_id = $1, community_id = (select community_id from written), ${altSql('$13', '$15')}
        where f.id = any($11::uuid[] || $13::uuid[]) and f.owner_id = $9
          and (f.post_id is null or (f.post_id = $1 and f.comment_id is null)) returning f.id),
     dropped as (
       delete from discussions.attachment f where f.post_id = $1 and f.comment_id is null
          and $11::uuid[] is not null and not f.id = any($11::uuid[] || $13::uuid[])
       returning f.blob_id, f.thumbnail_blob_id),
     told as (
       insert into discussions.mention (post_id, member_id)
       select $1, t.id from written, lateral (${tellableSql('$14::uuid[]', 'written.community_id')}) t
       on conflict do nothing returning member_id)
     select (select count(*) from files where id = any($11::uuid[]))::int as files, array(select member_id from told) as mentioned,
            array(select unnest(array_remove(array[blob_id, thumbnail_blob_id], null)) from dropped) as blobs`,
    [
      change.id,
      change.revisionId,
      change.title,
      change.text.md,
      change.text.html,
      change.text.excerpt,
      change.language,
      change.tags,
      change.by,
      change.now,
      change.attachments,
      change.isNewWording,
      change.text.attachments,
      change.text.mentions,
      change.text.alts,
    ],
  )
  return row!
}

/**
 * The text, its files, its history, its reactions and the names in it go; the row stays where others wrote under
 * it. Returns the blobs that nothing refers to any more.
 */
export async function deletePostText(
  tx: Tx,
  postId: string,
  by: string | null,
  now: Date,
): Promise<string[]> {
  const row = await tx.row<{ blobs: string[] }>(
    `with gone as (
       update discussions.post set title = null, body_md = '', body_html = '', excerpt = '', tags = '{}', deleted_at = $3, pinned_at = null,
              reaction_counts = '{}', helped_count = 0, card = null where id = $1),
     noted as (insert into discussions.deletion (post_id, at, by_member_id) values ($1, $3, $2) on conflict do nothing),
     history as (delete from discussions.revision where post_id = $1 and comment_id is null),
     reactions as (delete from discussions.reaction where post_id = $1 and comment_id is null),
     votes as (delete from discussions.imported_reaction where post_id = $1 and comment_id is null),
     helped as (delete from discussions.helped where post_id = $1 and comment_id is null),
     names as (delete from discussions.mention where post_id = $1 and comment_id is null),
     groups as (delete from discussions.group_mention where post_id = $1 and comment_id is null),
     translations as (delete from discussions.translation where post_id = $1),
     quote as (delete from discussions.share where post_id = $1),
     preview as (delete from discussions.post_preview where post_id = $1),
     hiding as (delete from discussions.hiding where post_id = $1 and comment_id is null),
     files as (delete from discussions.attachment where post_id = $1 and comment_id is null returning blob_id, thumbnail_blob_id)
     select array(select unnest(array_remove(array[blob_id, thumbnail_blob_id], null)) from files) as blobs`,
    [postId, by, now],
  )
  return row!.blobs
}

/** Pins or unpins; false when ten posts of the community are pinned already. */
export async function setPinned(
  tx: Tx,
  postId: string,
  communityId: string,
  at: Date | null,
): Promise<boolean> {
  const changed = await tx.run(
    `update discussions.post set pinned_at = $3
      where id = $1 and ($3::timestamptz is null or (
        select count(*) from discussions.post q where q.community_id = $2 and q.pinned_at is not null and q.deleted_at is null) < 10)`,
    [postId, communityId, at],
  )
  return changed === 1
}

export interface ClosureRow {
  postId: string
  by: string | null
  now: Date
  reason: ClosureReason
  note: string | null
  duplicateOf: string | null
}

/** Closes; the duplicate it points to becomes a link of the conversation too. */
export async function insertClosure(tx: Tx, closure: ClosureRow): Promise<void> {
  await tx.run(
    `with linked as (
       insert into discussions.post_link (from_post_id, to_post_id, kind) select $1, $6::uuid, 'duplicate' where $6::uuid is not null
       on conflict do nothing)
     insert into discussions.closure (post_id, at, by_member_id, reason, note, duplicate_of) values ($1, $2, $3, $4, $5, $6::uuid)`,
    [closure.postId, closure.now, closure.by, closure.reason, closure.note, closure.duplicateOf],
  )
}

export async function deleteClosure(tx: Tx, postId: string): Promise<boolean> {
  return (await tx.run(`delete from discussions.closure where post_id = $1`, [postId])) === 1
}

/**
 * Another kind. What others wrote first-hand under a question are its answers, and are comments elsewhere; an
 * acceptance has no meaning outside a question.
 */
export async function setKind(tx: Tx, postId: string, kind: PostKind): Promise<void> {
  await tx.run(
    `with turned as (
       update discussions.comment c set is_answer = ($2 = 'question')
         from discussions.post p
        where c.post_id = $1 and p.id = $1 and c.parent_id is null and c.author_id <> p.author_id
          and ($2 = 'question') <> (p.kind = 'question')
       returning c.id, c.deleted_at),
     withdrawn as (delete from discussions.acceptance where post_id = $1 and $2 <> 'question')
     update discussions.post p
        set kind = $2,
            accepted_answer_id = case when $2 = 'question' then p.accepted_answer_id end,
            answer_count = case when $2 <> 'question' then 0
                                when p.kind = 'question' then p.answer_count
                                else (select count(*) from turned where deleted_at is null) end
      where p.id = $1`,
    [postId, kind],
  )
}

/** Another community, with a new place in its order; comments and files follow by their foreign keys. */
export async function setCommunity(tx: Tx, postId: string, communityId: string, seq: number): Promise<void> {
  await tx.run(`update discussions.post set community_id = $2, seq = $3, pinned_at = null where id = $1`, [
    postId,
    communityId,
    seq,
  ])
}

export async function setAcceptedAnswer(
  tx: Tx,
  postId: string,
  commentId: string,
  by: string | null,
  now: Date,
): Promise<void> {
  await tx.run(
    `with accepted as (
       insert into discussions.acceptance (post_id, comment_id, by_member_id, at) values ($1, $2, $3, $4)
       on conflict (post_id) do update set comment_id = excluded.comment_id, by_member_id = excluded.by_member_id, at = excluded.at)
     update discussions.post set accepted_answer_id = $2 where id = $1`,
    [postId, commentId, by, now],
  )
}

export async function deleteAcceptance(tx: Tx, postId: string): Promise<void> {
  await tx.run(
    `with withdrawn as (delete from discussions.acceptance where post_id = $1)
     update discussions.post set accepted_answer_id = null where id = $1`,
    [postId],
  )
}
