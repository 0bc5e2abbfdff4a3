import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'

export interface HidingRow {
  postId: string
  commentId: string | null
  at: Date
  article: number | null
  articleTitle: LocalText | null
  note: string | null
}

/** What a reader of the place is told of it; `alias` is a row of `discussions.hiding`. */
export const hiddenSql = (postId: string, commentId: string): string =>
  `(select json_build_object('at', to_char(hid.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'article', hid.article, 'articleTitle', hid.article_title, 'note', hid.note)
      from discussions.hiding hid where hid.post_id = ${postId} and hid.comment_id is not distinct from ${commentId})`

// Rows of a text that go with it, as they are put away and put back.
const textParts = ['reaction', 'imported_reaction', 'helped', 'revision', 'mention', 'group_mention'] as const
const postParts = [...textParts, 'translation', 'share', 'post_preview'] as const
type Part = (typeof postParts)[number]
const hangsOn = `post_id = $1 and comment_id is not distinct from $2::uuid`
const isOf = (part: Part): string =>
  textParts.includes(part as (typeof textParts)[number]) ? hangsOn : 'post_id = $1'
const keptSql = (parts: readonly Part[]): string =>
  parts
    .map(
      (part) =>
        `'${part}', (select coalesce(json_agg(to_jsonb(one)), '[]') from discussions.${part} one where ${isOf(part)})`,
    )
    .join(', ')
const emptySql = (parts: readonly Part[]): string =>
  parts.map((part) => `gone_${part} as (delete from discussions.${part} where ${isOf(part)})`).join(', ')
const restoreSql = (parts: readonly Part[]): string =>
  parts
    .map(
      (part) =>
        `back_${part} as (
       insert into discussions.${part}
       select (json_populate_recordset(null::discussions.${part}, (h.kept -> '${part}')::json)).* from h on conflict do nothing)`,
    )
    .join(', ')

/** Puts a post's words away; 0 when it is gone or hidden already. One statement. */
export const insertPostHiding = (tx: Tx, row: HidingRow): Promise<number> =>
  tx.run(
    `with kept as (
       insert into discussions.hiding (post_id, comment_id, at, article, article_title, note, kept)
       select p.id, $2::uuid, $3, $4, $5::jsonb, $6,
              jsonb_build_object('title', p.title, 'body_md', p.body_md, 'body_html', p.body_html, 'excerpt', p.excerpt,
                'tags', to_jsonb(p.tags), 'reaction_counts', p.reaction_counts, 'helped_count', p.helped_count, ${keptSql(postParts)})
         from discussions.post p where p.id = $1 and p.deleted_at is null returning post_id),
     ${emptySql(postParts)}
     update discussions.post p
        set title = null, body_md = '', body_html = '', excerpt = '', tags = '{}', deleted_at = $3, pinned_at = null,
            reaction_counts = '{}', helped_count = 0, card = null
       from kept where p.id = kept.post_id`,
    values(row),
  )

/** Puts a comment's words away; counts and an acceptance follow, as with a deletion. One statement. */
export const insertCommentHiding = (tx: Tx, row: HidingRow): Promise<number> =>
  tx.run(
    `with kept as (
       insert into discussions.hiding (post_id, comment_id, at, article, article_title, note, kept)
       select k.post_id, k.id, $3, $4, $5::jsonb, $6,
              jsonb_build_object('body_md', k.body_md, 'body_html', k.body_html,
                'reaction_counts', k.reaction_counts, 'helped_count', k.helped_count,
                'acceptance', (select to_jsonb(a) from discussions.acceptance a where a.comment_id = k.id), ${keptSql(textParts)})
         from discussions.comment k where k.id = $2 and k.post_id = $1 and k.deleted_at is null returning comment_id),
     ${emptySql(textParts)},
     withdrawn as (delete from discussions.acceptance where post_id = $1 and comment_id = $2),
     counted as (
       update discussions.post p set comment_count = p.comment_count - 1,
              answer_count = p.answer_count - (c.is_answer and p.kind = 'question')::int,
              accepted_answer_id = case when p.accepted_answer_id = $2 then null else p.accepted_answer_id end
         from kept join discussions.comment c on c.id = kept.comment_id where p.id = $1)
     update discussions.comment k
        set body_md = '', body_html = '', deleted_at = $3, reaction_counts = '{}', helped_count = 0
       from kept where k.id = kept.comment_id`,
    values(row),
  )

const values = (row: HidingRow) => [
  row.postId,
  row.commentId,
  row.at,
  row.article,
  row.articleTitle && JSON.stringify(row.articleTitle),
  row.note,
]

/** Puts a post back as it was; 0 when it was not hidden. */
export const deletePostHiding = (tx: Tx, postId: string): Promise<number> =>
  tx.run(
    `with h as (delete from discussions.hiding where ${hangsOn} returning kept), ${restoreSql(postParts)}
     update discussions.post p
        set title = h.kept ->> 'title', body_md = h.kept ->> 'body_md', body_html = h.kept ->> 'body_html',
            excerpt = h.kept ->> 'excerpt', tags = array(select jsonb_array_elements_text(h.kept -> 'tags')),
            reaction_counts = h.kept -> 'reaction_counts', helped_count = (h.kept ->> 'helped_count')::int, deleted_at = null
       from h where p.id = $1`,
    [postId, null],
  )

/** Puts a comment back; it is the accepted answer again unless another one has been accepted since. */
export const deleteCommentHiding = (tx: Tx, postId: string, commentId: string): Promise<number> =>
  tx.run(
    `with h as (delete from discussions.hiding where ${hangsOn} returning kept), ${restoreSql(textParts)},
     accepted as (
       insert into discussions.acceptance (post_id, comment_id, by_member_id, at)
       select (a).post_id, (a).comment_id, (a).by_member_id, (a).at
         from (select jsonb_populate_record(null::discussions.acceptance, h.kept -> 'acceptance') as a
                 from h where jsonb_typeof(h.kept -> 'acceptance') = 'object') one
       on conflict do nothing returning comment_id),
     counted as (
       update discussions.post p set comment_count = p.comment_count + 1,
              answer_count = p.answer_count + (c.is_answer and p.kind = 'question')::int,
              accepted_answer_id = coalesce((select comment_id from accepted), p.accepted_answer_id)
         from h cross join discussions.comment c where c.id = $2 and p.id = $1)
     update discussions.comment k
        set body_md = h.kept ->> 'body_md', body_html = h.kept ->> 'body_html',
            reaction_counts = h.kept -> 'reaction_counts', helped_count = (h.kept ->> 'helped_count')::int, deleted_at = null
       from h where k.id = $2`,
    [postId, commentId],
  )

export interface HiddenText {
  title: string | null
  bodyMd: string
  bodyHtml: string
}

/** The words that were put away; the caller has made sure that this person may see them. */
export const findHiddenText = (
  tx: Tx,
  postId: string,
  commentId: string | null,
): Promise<HiddenText | undefined> =>
  tx.row<HiddenText>(
    `select kept ->> 'title' as title, kept ->> 'body_md' as "bodyMd", kept ->> 'body_html' as "bodyHtml"
       from discussions.hiding where ${hangsOn}`,
    [postId, commentId],
  )

/** Whether a text that counts as deleted is put away, not gone. */
export const isTextHidden = async (tx: Tx, postId: string, commentId: string | null): Promise<boolean> =>
  (await tx.row(`select 1 from discussions.hiding where ${hangsOn}`, [postId, commentId])) !== undefined

export const findTextPlace = (
  tx: Tx,
  postId: string,
  commentId: string | null,
): Promise<{ communityId: string } | undefined> =>
  tx.row(
    `select p.community_id as "communityId" from discussions.post p
      where p.id = $1 and ($2::uuid is null or exists (select 1 from discussions.comment k where k.id = $2 and k.post_id = p.id))
      for no key update of p`,
    [postId, commentId],
  )
