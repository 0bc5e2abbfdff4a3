import { isLevelSql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { exactInstantSql, instantSql } from '#platform/db/keyset.ts'
import { hiddenSql } from './queries/hiding.ts'
import { Refusal } from '#platform/shared/refusal.ts'

/** A keyset position with the full precision of the column: `2026-11-22T08:00:00.123456Z_<id>`. */
export const cursorSql = (at: string, id: string): string => `${exactInstantSql(at)} || '_' || ${id}`

export interface Cursor {
  at: string
  id: string
}

const cursorShape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Reads a cursor; a text that is not one of ours is the caller's mistake (400). */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  const match = cursorShape.exec(text)
  if (!match)
    throw new Refusal('invalidInput', {
      fields: [{ field: 'query/cursor', problem: 'is not a cursor of this list' }],
    })
  return { at: match[1]!, id: match[2]! }
}

/** Before everything (descending lists) and after nothing (ascending lists). */
export const newestFirst: Cursor = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
export const oldestFirst: Cursor = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }

/** The same as JSON text put together by hand: a fifth of the cost where it is repeated for each item of a list. */
export const communityRefTextSql = (alias: string): string =>
  `'{"id":"' || ${alias}.id || '","slug":"' || ${alias}.slug || '","name":' || ${alias}.name || ',"kind":"' || ${alias}.kind
   || '","visibility":"' || ${alias}.visibility || '","accent":' || to_json(${alias}.accent) || ',"partnersAdmitted":' || ${alias}.partners_admitted || '}'`

/** A CommunityRef over `communities.community <alias>`. */
export const communityRefSql = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name, 'kind', ${alias}.kind,
     'visibility', ${alias}.visibility, 'accent', ${alias}.accent, 'partnersAdmitted', ${alias}.partners_admitted)`

/** An Attachment over `discussions.attachment <alias>`. */
export const attachmentSql = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'url', '/api/v1/attachments/' || ${alias}.id,
     'thumbnailUrl', case when ${alias}.thumbnail_blob_id is not null then '/api/v1/attachments/' || ${alias}.id || '/thumbnail' end,
     'fileName', ${alias}.file_name, 'contentType', ${alias}.content_type, 'size', ${alias}.size,
     'width', ${alias}.width, 'height', ${alias}.height, 'alt', ${alias}.alt)`

/** The card of the feed over `discussions.post <alias>`; null for a deleted post. */
export const cardSql = (alias: string): string =>
  `case when ${alias}.deleted_at is null then (left(json_build_object(
     'id', ${alias}.id, 'communityId', ${alias}.community_id, 'kind', ${alias}.kind, 'title', ${alias}.title,
     'excerpt', ${alias}.excerpt, 'language', ${alias}.language, 'tags', ${alias}.tags,
     'author', (select ${memberCardSql('card_author', isLevelSql(`${alias}.community_id`))} from people.member card_author where card_author.id = ${alias}.author_id),
     'createdAt', ${instantSql(`${alias}.created_at`)}, 'lastActivityAt', ${instantSql(`${alias}.last_activity_at`)},
     'editedAt', ${instantSql(`${alias}.edited_at`)},
     'commentCount', ${alias}.comment_count, 'answerCount', ${alias}.answer_count,
     'acceptedAnswerId', ${alias}.accepted_answer_id, 'reactionCounts', ${alias}.reaction_counts,
     'pinned', ${alias}.pinned_at is not null,
     'closed', (select card_closure.reason from discussions.closure card_closure where card_closure.post_id = ${alias}.id),
     'image', (select json_build_object('url', '/api/v1/attachments/' || f.id || '/thumbnail', 'width', f.width, 'height', f.height, 'alt', f.alt)
                 from discussions.attachment f
                where f.post_id = ${alias}.id and f.comment_id is null and f.thumbnail_blob_id is not null
                order by f.created_at, f.id limit 1),
     'attachmentCount', (select count(*) from discussions.attachment f where f.post_id = ${alias}.id and f.comment_id is null),
     'imported', ${alias}.imported)::text, -1)
     || coalesce((select ',"otherLanguage":' || json_build_object('language', tr.language, 'title', tr.title, 'excerpt', tr.excerpt)
                    from discussions.translation tr
                   where ${alias}.has_surroundings and tr.post_id = ${alias}.id and tr.language <> ${alias}.language
                   order by tr.updated_at desc limit 1), '')
     || case when ${alias}.has_surroundings and exists (select 1 from discussions.share sh where sh.post_id = ${alias}.id)
             then ',"isShare":true' else '' end || '}')::json end`

/** What every reader sees of a comment, over `discussions.comment <alias>`. */
export const commentCardSql = (alias: string): string =>
  `json_build_object(
     'id', ${alias}.id, 'postId', ${alias}.post_id, 'parentId', ${alias}.parent_id,
     'author', (select ${memberCardSql('card_author', isLevelSql(`${alias}.community_id`))} from people.member card_author where card_author.id = ${alias}.author_id),
     'isAnswer', ${alias}.is_answer, 'bodyHtml', case when ${alias}.deleted_at is null then ${alias}.body_html end,
     'language', ${alias}.language, 'createdAt', ${instantSql(`${alias}.created_at`)}, 'editedAt', ${instantSql(`${alias}.edited_at`)},
     'deletedAt', ${instantSql(`${alias}.deleted_at`)}, 'reactionCounts', ${alias}.reaction_counts,
     'attachments', coalesce((select json_agg(${attachmentSql('f')} order by f.created_at, f.id)
                                from discussions.attachment f where f.comment_id = ${alias}.id and ${alias}.deleted_at is null), '[]'),
     'hidden', case when ${alias}.deleted_at is not null then ${hiddenSql(`${alias}.post_id`, `${alias}.id`)} end,
     'imported', ${alias}.imported)`
