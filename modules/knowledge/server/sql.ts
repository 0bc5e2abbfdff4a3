import { communityRefSql, isLevelSql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { instantSql } from '#platform/db/keyset.ts'

/** A MemberCard of the person whose id this expression is, in a community (SQL too); null without one. */
export const personSql = (id: string, communityId: string): string =>
  `(select ${memberCardSql('card_m', isLevelSql(communityId))} from people.member card_m where card_m.id = ${id})`

/** Status of the page `alias` on the day `today` (an SQL expression). */
export const statusSql = (alias: string, today: string): string =>
  `case when exists (select 1 from knowledge.page_withdrawal status_w where status_w.page_id = ${alias}.id) then 'obsolete'
        when ${alias}.review_on <= ${today} then 'toReview' else 'current' end`

/** A PageLink over `knowledge.page <alias>`. */
export const linkSql = (alias: string, today: string): string =>
  `json_build_object('id', ${alias}.id, 'title', ${alias}.title, 'language', ${alias}.language, 'status', ${statusSql(alias, today)})`

/** A PageCard over `knowledge.page p` and `communities.community c`. */
export const cardSql = (today: string): string =>
  `json_build_object('id', p.id, 'community', ${communityRefSql('c')}, 'title', p.title, 'excerpt', p.excerpt,
     'language', p.language,
     'otherLanguages', (select coalesce(json_agg(s.language order by s.language), '[]') from knowledge.page s
                         where s.group_id = p.group_id and s.id <> p.id and s.deleted_at is null),
     'tags', p.tags, 'status', ${statusSql('p', today)}, 'owner', ${personSql('p.owner_id', 'p.community_id')},
     'changedAt', ${instantSql('p.changed_at')}, 'reviewOn', p.review_on::text)`

/** Of the language versions of one page, lists show the reader's; the others are a tap away. */
export const preferredSql = (language: string): string =>
  `(p.language = ${language} or not exists (
     select 1 from knowledge.page pref where pref.group_id = p.group_id and pref.language = ${language} and pref.deleted_at is null))`

/** An Attachment over `knowledge.attachment <alias>`; the address is the one of every file. */
export const attachmentSql = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'url', '/api/v1/attachments/' || ${alias}.id,
     'thumbnailUrl', case when ${alias}.thumbnail_blob_id is not null then '/api/v1/attachments/' || ${alias}.id || '/thumbnail' end,
     'fileName', ${alias}.file_name, 'contentType', ${alias}.content_type, 'size', ${alias}.size,
     'width', ${alias}.width, 'height', ${alias}.height, 'alt', ${alias}.alt)`
