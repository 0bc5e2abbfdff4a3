import { isLevelSql, readableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { factsSql, readablePostSql } from '../access.ts'
import type { PostFacts } from '../policy.ts'
import { attachmentSql, commentCardSql, communityRefSql, communityRefTextSql, cursorSql } from '../sql.ts'
import { previewSql } from './previews.ts'
import { sharedSourceSql } from './shares.ts'
import { translationSql } from './translations.ts'
import { hiddenSql } from './hiding.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Cursor } from '../sql.ts'

/**
 * What a page of comments needs to know once: the post, what the viewer may do (the same decisions as `policy.ts`,
 * which a test compares), and what in this thread is the viewer's own. `$1` post, `$2` viewer, `$3` employee.
 */
const threadSql = `
  with base as materialized (
    select p.id, p.community_id, p.accepted_answer_id, ${factsSql('$2')}
      from discussions.post p
      join communities.community c on c.id = p.community_id
      left join communities.membership m on m.community_id = c.id and m.member_id = $2
     where p.id = $1 and ${readablePostSql('$2', '$3::boolean')}),
  facts as materialized (
    select base.*, base."isMember" and not base."isArchived" and not base."isPaused" and base."hasAcceptedCharter" as "takesPart" from base),
  thread as materialized (
    select facts.*,
           facts."takesPart" and not facts."isDeleted" as "mayReact",
           facts."takesPart" and not facts."isDeleted" and not facts."isClosed" as "mayComment",
           facts."takesPart" and not facts."isDeleted" and facts.kind = 'question'
             and (facts."authorId" = $2 or (facts."isAuthorGone" and 'manager' = any(facts.roles))) as "mayAccept"
      from facts),
  my_reactions as materialized (
    select comment_id, json_agg(kind order by kind) as kinds from discussions.reaction
     where post_id = $1 and member_id = $2 group by comment_id),
  my_helped as materialized (select comment_id from discussions.helped where post_id = $1 and member_id = $2)`

/** "Served 37 colleagues on 4 sites", for the author alone; under five people no number leaves the database. */
const servedSql = (owner: string, count: string, comment: string): string => `
  case when ${owner} = $2 and ${count} > 0 then
    case when ${count} < 5 then '{"people":null,"sites":null}'::json
    else (select json_build_object('people', count(*), 'sites', nullif(count(distinct hm.site_id), 0))
            from discussions.helped h join people.member hm on hm.id = h.member_id
           where h.post_id = $1 and h.comment_id is not distinct from ${comment}) end end`

const bool = (condition: string): string => `case when ${condition} then 'true' else 'false' end`

/**
 * A Comment of the contract over `discussions.comment k` and the steps of `threadSql`, as JSON text: the card that
 * was rendered at write time without its last brace, then what is the viewer's own. Text is put together by hand:
 * building it as an object costs seven times as much, fifty times a page.
 */
const commentSql = `left(coalesce(k.card, ${commentCardSql('k')})::text, -1)
  || ',"isAccepted":' || ${bool('k.id is not distinct from t.accepted_answer_id')}
  || ',"bodyMd":' || case when k.author_id = $2 and k.deleted_at is null then to_json(k.body_md)::text else 'null' end
  || ',"myReactions":' || coalesce(mr.kinds::text, '[]')
  || ',"iWasHelped":' || ${bool('mh.helped')}
  || ',"served":' || coalesce((${servedSql('k.author_id', 'k.helped_count', 'k.id')})::text, 'null')
  || ',"can":{"edit":' || ${bool('k.author_id = $2 and k.deleted_at is null and t."takesPart"')}
  || ',"delete":' || ${bool('k.author_id = $2 and k.deleted_at is null')}
  || ',"accept":' || ${bool('t."mayAccept" and k.is_answer and k.deleted_at is null')}
  || ',"react":' || ${bool('t."mayReact" and k.deleted_at is null')}
  || ',"reply":' || ${bool('t."mayComment" and k.parent_id is null and k.deleted_at is null')}
  || ',"markHelped":' || ${bool('not t."isDeleted" and k.deleted_at is null and k.author_id <> $2')} || '}}'`

const commentFrom = `
  left join my_reactions mr on mr.comment_id = k.id
  left join (select distinct comment_id, true as helped from my_helped where comment_id is not null) mh on mh.comment_id = k.id`

const pageSql = `
  page as materialized (
    select k.*, row_number() over (order by k.created_at, k.id) as n from (
      select k.* from discussions.comment k, thread
       where k.post_id = thread.id and (k.created_at, k.id) > ($4::timestamptz, $5::uuid)
       order by k.created_at, k.id limit $6 + 1) k)`

const pageJsonSql = `
  '{"items":[' || coalesce((select string_agg(${commentSql}, ',' order by k.n) from page k cross join thread t ${commentFrom} where k.n <= $6), '')
  || '],"next":' || coalesce((select to_json(${cursorSql('k.created_at', 'k.id')})::text from page k
                               where k.n = $6 and exists (select 1 from page more where more.n > $6)), 'null') || '}'`

export interface ConversationRow extends PostFacts {
  /** A PostDetail without `closure`, `links` and `can`, as JSON text. */
  body: string
  /** It is closed, linked, shared, translated…: `findSurroundings` has the rest. */
  hasSurroundings: boolean
  visibility: string
  /** Of a closed community. */
  isSharingAllowed: boolean | null
}

/** Of a deleted post, what its card would say; the text, the files and the reactions are gone. */
const tombstoneSql = `json_build_object(
  'id', p.id, 'kind', p.kind, 'title', null, 'language', p.language, 'tags', p.tags,
  'author', (select ${memberCardSql('author', isLevelSql('p.community_id'))} from people.member author where author.id = p.author_id),
  'createdAt', ${instantSql('p.created_at')}, 'lastActivityAt', ${instantSql('p.last_activity_at')}, 'editedAt', ${instantSql('p.edited_at')},
  'commentCount', p.comment_count, 'answerCount', p.answer_count, 'reactionCounts', p.reaction_counts, 'pinned', false, 'imported', p.imported)`

/** The card carries what every reader sees of the post beside its body; the rest is joined to it as text. */
const conversationSql = `${threadSql}, ${pageSql}
  select t.*,
    p.has_surroundings or t."isClosed" or exists (select 1 from discussions.post_link l where l.from_post_id = $1) as "hasSurroundings",
    c.visibility,
    case when c.visibility = 'closed' then (select sg.is_allowed from discussions.sharing sg where sg.community_id = c.id) end as "isSharingAllowed",
    left(coalesce(p.card, ${tombstoneSql})::text, -1)
    || ',"community":' || ${communityRefTextSql('c')}
    || ',"bodyHtml":' || case when p.deleted_at is null then to_json(p.body_html)::text else 'null' end
    || ',"bodyMd":' || case when p.deleted_at is null and p.author_id = $2 then to_json(p.body_md)::text else 'null' end
    || ',"deletedAt":' || coalesce('"' || ${instantSql('p.deleted_at')} || '"', 'null')
    || ',"acceptedAnswer":' || case when p.accepted_answer_id is null then 'null' else coalesce((
         select ${commentSql} from discussions.comment k ${commentFrom} where k.id = p.accepted_answer_id and k.post_id = p.id), 'null') end
    || ',"myReactions":' || coalesce((select kinds::text from my_reactions where comment_id is null), '[]')
    || ',"iWasHelped":' || ${bool('exists (select 1 from my_helped where comment_id is null)')}
    || ',"served":' || coalesce((${servedSql('p.author_id', 'p.helped_count', 'null::uuid')})::text, 'null')
    || ',"attachments":' || coalesce((select json_agg(${attachmentSql('f')} order by f.created_at, f.id)
                               from discussions.attachment f where f.post_id = $1 and f.comment_id is null and p.deleted_at is null)::text, '[]')
    || ',"hidden":' || case when p.deleted_at is null then 'null' else coalesce(${hiddenSql('p.id', 'null::uuid')}::text, 'null') end
    || ',"comments":' || ${pageJsonSql}
    || ',"isBookmarked":' || ${bool('exists (select 1 from discussions.bookmark b where b.member_id = $2 and b.post_id = $1)')}
    || ',"isMember":' || ${bool('t."isMember"')} || '}' as body
  from thread t
  join discussions.post p on p.id = t.id
  join communities.community c on c.id = p.community_id`

/** A conversation with its first comments, in one statement; undefined when absent or invisible. */
export function findConversation(
  tx: Tx,
  postId: string,
  viewer: { id: string; isEmployee: boolean },
  after: Cursor,
  limit: number,
): Promise<ConversationRow | undefined> {
  return tx.row<ConversationRow>(conversationSql, [
    postId,
    viewer.id,
    viewer.isEmployee,
    after.at,
    after.id,
    limit,
  ])
}

/** Why it was closed and what it is linked to, as the tail of a PostDetail's JSON text; other posts only if readable. */
export async function findSurroundings(
  tx: Tx,
  postId: string,
  viewer: { id: string; isEmployee: boolean },
): Promise<string> {
  const row = await tx.row<{ body: string }>(
    `select ',"closure":' || coalesce((
       select json_build_object('reason', k.reason, 'note', k.note, 'at', ${instantSql('k.at')},
                'by', (select ${memberCardSql('by_member', isLevelSql('p.community_id'))} from people.member by_member where by_member.id = k.by_member_id),
                'duplicateOf', (
                  select json_build_object('id', d.id, 'title', d.title)
                    from discussions.post d join communities.community dc on dc.id = d.community_id
                   where d.id = k.duplicate_of and d.deleted_at is null and ${readableCommunitySql('dc', '$2', '$3::boolean')}))
         from discussions.closure k where k.post_id = $1)::text, 'null')
      || ',"links":' || coalesce((
       select json_agg(json_build_object('id', d.id, 'title', d.title, 'kind', l.kind) order by l.kind, d.id)
         from (select * from discussions.post_link where from_post_id = $1 limit 20) l
         join discussions.post d on d.id = l.to_post_id and d.deleted_at is null
         join communities.community dc on dc.id = d.community_id
        where ${readableCommunitySql('dc', '$2', '$3::boolean')})::text, '[]')
      || coalesce(',"translation":' || ${translationSql('$2')}::text, '')
      || coalesce(',"shared":' || (select json_build_object('source', ${sharedSourceSql('s.source_post_id', '$2', '$3::boolean')})
                                     from discussions.share s where s.post_id = p.id)::text, '')
      || coalesce(',"sharedIn":' || (
           select json_agg(json_build_object('postId', target.id, 'community', ${communityRefSql('tc')}, 'at', ${instantSql('target.created_at')},
                             'by', (select ${memberCardSql('sharer', isLevelSql('tc.id'))} from people.member sharer where sharer.id = target.author_id)) order by target.created_at desc)
             from (select tp.* from discussions.share s
                     join discussions.post tp on tp.id = s.post_id and tp.deleted_at is null
                     join communities.community rc on rc.id = tp.community_id
                    where s.source_post_id = p.id and ${readableCommunitySql('rc', '$2', '$3::boolean')}
                    order by tp.created_at desc limit 10) target
             join communities.community tc on tc.id = target.community_id)::text, '')
      || coalesce(',"preview":' || ${previewSql('$2', '$3::boolean')}::text, '') as body
       from (select $1::uuid as id) asked
       left join discussions.post p on p.id = asked.id and p.deleted_at is null`,
    [postId, viewer.id, viewer.isEmployee],
  )
  return row!.body
}

/** More comments as JSON text; undefined when the post is absent or invisible. */
export async function findComments(
  tx: Tx,
  postId: string,
  viewer: { id: string; isEmployee: boolean },
  after: Cursor,
  limit: number,
): Promise<string | undefined> {
  const values = [postId, viewer.id, viewer.isEmployee, after.at, after.id, limit]
  return (
    await tx.row<{ body: string }>(
      `${threadSql}, ${pageSql} select ${pageJsonSql} as body from thread`,
      values,
    )
  )?.body
}

/** One comment as its viewer sees it, as JSON text. */
export async function findComment(
  tx: Tx,
  postId: string,
  commentId: string,
  viewer: { id: string; isEmployee: boolean },
): Promise<string | undefined> {
  const row = await tx.row<{ body: string }>(
    `${threadSql} select ${commentSql} as body from discussions.comment k cross join thread t ${commentFrom} where k.id = $4`,
    [postId, viewer.id, viewer.isEmployee, commentId],
  )
  return row?.body
}

/** Every wording, newest first (at most 100); empty when the text was deleted. */
export async function findHistory(tx: Tx, postId: string, commentId: string | null): Promise<string> {
  const now = commentId
    ? `select null::text as title, k.body_md, coalesce(k.edited_at, k.created_at) as at, k.author_id as by_id
         from discussions.comment k where k.id = $2 and k.post_id = $1 and k.deleted_at is null`
    : `select p.title, p.body_md, coalesce(p.edited_at, p.created_at) as at, p.author_id as by_id
         from discussions.post p where p.id = $1 and p.deleted_at is null and $2::uuid is null`
  const row = await tx.row<{ body: string }>(
    `with wordings as (
       (${now})
       union all
       (select r.title, r.body_md, r.at, r.by_member_id from discussions.revision r
         where r.post_id = $1 and r.comment_id is not distinct from $2::uuid order by r.at desc, r.id desc limit 99))
     select json_build_object('items', coalesce(json_agg(json_build_object(
              'title', w.title, 'bodyMd', w.body_md, 'at', ${instantSql('w.at')}, 'by', ${memberCardSql('m')}) order by w.at desc), '[]'))::text as body
       from wordings w join people.member m on m.id = w.by_id`,
    [postId, commentId],
  )
  return row!.body
}
