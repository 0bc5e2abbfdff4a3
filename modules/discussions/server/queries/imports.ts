import type {
  ImportedAcceptance,
  ImportedClosure,
  ImportedComment,
  ImportedLink,
  ImportedPost,
  ImportedReaction,
} from '../imported.ts'
import type { Tx } from '#platform/db/tx.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'

/** Which of these ids are posts already. */
export async function findExistingPosts(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(`select id from discussions.post where id = any($1::uuid[])`, [
    ids,
  ])
  return new Set(rows.map((row) => row.id))
}

/** Rows in date order, the last of which takes `lastSeq`. */
export async function insertPosts(tx: Tx, rows: readonly ImportedPost[], lastSeq: number): Promise<number> {
  const rendered = rows.map((row) => renderMarkdown(row.bodyMd))
  return tx.run(
    `insert into discussions.post (id, community_id, seq, kind, author_id, title, body_md, body_html, excerpt, language, tags,
                                   created_at, last_activity_at, edited_at, imported)
     select r.id, r.community_id, r.seq, r.kind, r.author_id, r.title, r.body_md, r.body_html, r.excerpt, r.language,
            array(select jsonb_array_elements_text(r.tags)), r.created_at, r.created_at, r.edited_at, true
       from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
                   $10::text[], $11::jsonb[], $12::timestamptz[], $13::timestamptz[])
         as r(id, community_id, seq, kind, author_id, title, body_md, body_html, excerpt, language, tags, created_at, edited_at)
     on conflict (id) do nothing`,
    [
      rows.map((r) => r.id),
      rows.map((r) => r.communityId),
      rows.map((_, index) => lastSeq - rows.length + 1 + index),
      rows.map((r) => r.kind),
      rows.map((r) => r.authorId),
      rows.map((r) => r.title),
      rows.map((r) => r.bodyMd),
      rendered.map((r) => r.html),
      rendered.map((r) => r.excerpt),
      rows.map((r) => r.language),
      rows.map((r) => JSON.stringify(r.tags)),
      rows.map((r) => r.createdAt),
      rows.map((r) => r.editedAt ?? null),
    ],
  )
}

export function insertComments(tx: Tx, rows: readonly ImportedComment[]): Promise<number> {
  const rendered = rows.map((row) => renderMarkdown(row.bodyMd))
  return tx.run(
    `insert into discussions.comment (id, community_id, post_id, parent_id, author_id, is_answer, body_md, body_html, language,
                                      created_at, edited_at, imported)
     select r.*, true
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::boolean[], $7::text[], $8::text[], $9::text[],
                   $10::timestamptz[], $11::timestamptz[]) as r
     on conflict (id) do nothing`,
    [
      rows.map((r) => r.id),
      rows.map((r) => r.communityId),
      rows.map((r) => r.postId),
      rows.map((r) => r.parentId),
      rows.map((r) => r.authorId),
      rows.map((r) => r.isAnswer),
      rows.map((r) => r.bodyMd),
      rendered.map((r) => r.html),
      rows.map((r) => r.language),
      rows.map((r) => r.createdAt),
      rows.map((r) => r.editedAt ?? null),
    ],
  )
}

/** Numbers without voters; a second run replaces the number. */
export const insertReactions = (tx: Tx, rows: readonly ImportedReaction[]): Promise<number> =>
  tx.run(
    `insert into discussions.imported_reaction (post_id, comment_id, kind, n)
     select r.* from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[]) as r
     on conflict (post_id, comment_id, kind) do update set n = excluded.n`,
    [rows.map((r) => r.postId), rows.map((r) => r.commentId), rows.map((r) => r.kind), rows.map((r) => r.n)],
  )

export const insertLinks = (tx: Tx, rows: readonly ImportedLink[]): Promise<number> =>
  tx.run(
    `insert into discussions.post_link (from_post_id, to_post_id, kind)
     select r.* from unnest($1::uuid[], $2::uuid[], $3::text[]) as r on conflict do nothing`,
    [rows.map((r) => r.fromPostId), rows.map((r) => r.toPostId), rows.map((r) => r.kind)],
  )

export const insertClosures = (tx: Tx, rows: readonly ImportedClosure[]): Promise<number> =>
  tx.run(
    `insert into discussions.closure (post_id, at, by_member_id, reason, note, duplicate_of)
     select r.* from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::uuid[]) as r
     on conflict (post_id) do nothing`,
    [
      rows.map((r) => r.postId),
      rows.map((r) => r.at),
      rows.map((r) => r.byMemberId),
      rows.map((r) => r.reason),
      rows.map((r) => r.note ?? null),
      rows.map((r) => r.duplicateOf ?? null),
    ],
  )

export const insertAcceptances = (tx: Tx, rows: readonly ImportedAcceptance[]): Promise<number> =>
  tx.run(
    `with r as (select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[]) as r(post_id, comment_id, by_member_id, at)),
     marked as (update discussions.post p set accepted_answer_id = r.comment_id from r where p.id = r.post_id)
     insert into discussions.acceptance (post_id, comment_id, by_member_id, at)
     select * from r on conflict (post_id) do update set comment_id = excluded.comment_id, at = excluded.at`,
    [
      rows.map((r) => r.postId),
      rows.map((r) => r.commentId),
      rows.map((r) => r.byMemberId),
      rows.map((r) => r.at),
    ],
  )

/** Counts and last activity of posts and of their comments, from their rows. */
export async function recount(tx: Tx, postIds: readonly string[]): Promise<void> {
  const reactionsOf = (comment: string, post: string) => `
    coalesce((select jsonb_object_agg(kind, n) from (
      select kind, sum(n) as n from (
        select kind, count(*) as n from discussions.reaction where post_id = ${post} and comment_id is not distinct from ${comment} group by kind
        union all
        select kind, n from discussions.imported_reaction where post_id = ${post} and comment_id is not distinct from ${comment}) both_kinds
       group by kind having sum(n) > 0) counted), '{}')`
  await tx.run(
    `with counted as (
       select p.id, count(c.id) as comments, count(c.id) filter (where c.is_answer) as answers, max(c.created_at) as latest
         from discussions.post p left join discussions.comment c on c.post_id = p.id and c.deleted_at is null
        where p.id = any($1::uuid[]) group by p.id)
     update discussions.post p
        set comment_count = counted.comments, answer_count = case when p.kind = 'question' then counted.answers else 0 end,
            last_activity_at = greatest(p.created_at, counted.latest), reaction_counts = ${reactionsOf('null::uuid', 'p.id')}
       from counted where p.id = counted.id`,
    [postIds],
  )
  await tx.run(
    `update discussions.comment c set reaction_counts = ${reactionsOf('c.id', 'c.post_id')}
      where c.post_id = any($1::uuid[])
        and (c.reaction_counts <> '{}'
             or exists (select 1 from discussions.reaction r where r.post_id = c.post_id and r.comment_id = c.id)
             or exists (select 1 from discussions.imported_reaction i where i.post_id = c.post_id and i.comment_id = c.id))`,
    [postIds],
  )
}
