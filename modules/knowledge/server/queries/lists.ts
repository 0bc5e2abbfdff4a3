import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { Collection, PageCard, PageLink } from '#modules/knowledge/contract.ts'
import { readablePostSql } from '#modules/discussions/public.ts'
import type { FindFile } from '#modules/discussions/public.ts'
import { exactInstantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { ownerGoneSql, readablePageSql } from '../access.ts'
import { cardSql, linkSql, preferredSql, statusSql } from '../sql.ts'

export interface Viewer {
  id: string
  isEmployee: boolean
  language: 'fr' | 'en'
  /** `YYYY-MM-DD` */
  today: string
}

export interface CardRow {
  card: PageCard
  changedAt: string
  id: string
}

const from = `from knowledge.page p join communities.community c on c.id = p.community_id`

export interface ListFilter {
  communityId: string | null
  tag: string | null
  show: 'all' | 'mine' | 'toReview'
}

/** Pages that the viewer may read, most recently changed first. */
export const listPages = (
  tx: Tx,
  viewer: Viewer,
  filter: ListFilter,
  before: { at: string | null; id: string | null },
  limit: number,
): Promise<CardRow[]> =>
  tx.rows<CardRow>(
    `select ${cardSql('$4::date')} as card, ${exactInstantSql('p.changed_at')} as "changedAt", p.id
       ${from}
      where ${readablePageSql('$1', '$2::boolean')}
        and ${preferredSql('$3')}
        and ($5::uuid is null or p.community_id = $5)
        and ($6::text is null or p.tags @> array[$6::text])
        and ($7 = 'all'
             or ($7 = 'mine' and (p.owner_id = $1 or exists (
                   select 1 from knowledge.page_author mine where mine.page_id = p.id and mine.member_id = $1)))
             or ($7 = 'toReview' and p.owner_id = $1 and p.review_on <= $4::date
                 and not exists (select 1 from knowledge.page_withdrawal w where w.page_id = p.id)))
        and ($8::timestamptz is null or (p.changed_at, p.id) < ($8::timestamptz, $9::uuid))
      order by p.changed_at desc, p.id desc limit $10`,
    [
      viewer.id,
      viewer.isEmployee,
      viewer.language,
      viewer.today,
      filter.communityId,
      filter.tag,
      filter.show,
      before.at,
      before.id,
      limit,
    ],
  )

/**
 * Pages near some words, the closest first: words of either language wherever they stand (the title weighs more), or
 * a title that looks like them. Obsolete pages come last.
 */
export const searchPages = (
  tx: Tx,
  viewer: Viewer,
  q: string,
  filter: ListFilter,
  limit: number,
): Promise<CardRow[]> =>
  tx.rows<CardRow>(
    `with asked as (
       select websearch_to_tsquery('french', people.fold($8)) || websearch_to_tsquery('english', people.fold($8)) as words,
              people.fold($8) as folded)
     select ${cardSql('$4::date')} as card, ${exactInstantSql('p.changed_at')} as "changedAt", p.id
       ${from} cross join asked
      where ${readablePageSql('$1', '$2::boolean')}
        and ${preferredSql('$3')}
        and ($5::uuid is null or p.community_id = $5)
        and ($6::text is null or p.tags @> array[$6::text])
        and ($7 = 'all' or p.owner_id = $1 or exists (
              select 1 from knowledge.page_author mine where mine.page_id = p.id and mine.member_id = $1))
        and (p.tsv @@ asked.words or public.word_similarity(asked.folded, people.fold(p.title)) > 0.5)
      order by exists (select 1 from knowledge.page_withdrawal w where w.page_id = p.id),
               ts_rank(p.tsv, asked.words) + public.word_similarity(asked.folded, people.fold(p.title)) desc, p.id
      limit $9`,
    [
      viewer.id,
      viewer.isEmployee,
      viewer.language,
      viewer.today,
      filter.communityId,
      filter.tag,
      filter.show,
      q,
      limit,
    ],
  )

/**
 * Pages whose title or tags share at least two words (or all of them) with what is being written; bounded by the
 * index over words, 3 at most. Obsolete pages are not proposed.
 */
export const listSimilarPages = (
  tx: Tx,
  viewer: Viewer,
  text: string,
  communityId: string | null,
): Promise<{ page: PageLink; community: never }[]> =>
  tx.rows(
    `with words as (
       select distinct lexeme from (
         select lexeme from unnest(to_tsvector('french', people.fold($5)))
         union all select lexeme from unnest(to_tsvector('english', people.fold($5)))) l
        where length(lexeme) > 2 limit 24),
     asked as (
       select string_agg(quote_literal(lexeme) || ':AB', ' | ')::tsquery as any_of,
              (select count(*) from unnest(to_tsvector('french', people.fold($5)))) as n from words),
     near as (
       select p.*, (select count(*) from unnest(p.tsv) t join words w on w.lexeme = t.lexeme
                     where 'A' = any(t.weights) or 'B' = any(t.weights)) as shared, asked.n
         ${from} cross join asked
        where asked.any_of is not null and p.tsv @@ asked.any_of and ${readablePageSql('$1', '$2::boolean')}
          and ${preferredSql('$3')}
          and not exists (select 1 from knowledge.page_withdrawal w where w.page_id = p.id))
     select ${linkSql('p', '$4::date')} as page, ${communityRefSql('c')} as community
       from near p join communities.community c on c.id = p.community_id
      where p.shared >= 2 or (p.n = 1 and p.shared = 1)
      order by p.community_id is not distinct from $6::uuid desc, p.shared desc, p.changed_at desc limit 3`,
    [viewer.id, viewer.isEmployee, viewer.language, viewer.today, text, communityId],
  )

/** Where pages stand that the viewer may read. */
export async function listPlaces(
  tx: Tx,
  viewer: Viewer,
): Promise<{ communities: never[]; tags: { tag: string; pages: number }[] }> {
  const row = await tx.row<{ communities: never[]; tags: { tag: string; pages: number }[] }>(
    `with readable as materialized (
       select p.id, p.community_id, p.tags ${from}
        where ${readablePageSql('$1', '$2::boolean')} and ${preferredSql('$3')})
     select coalesce((select json_agg(x) from (
              select ${communityRefSql('c')} as community, g.n as pages
                from (select community_id, count(*)::int as n from readable group by 1) g
                join communities.community c on c.id = g.community_id
               order by g.n desc, c.id limit 50) x), '[]') as communities,
            coalesce((select json_agg(x) from (
              select tag, count(*)::int as pages from readable, unnest(tags) as tag
               group by tag order by 2 desc, 1 limit 50) x), '[]') as tags`,
    [viewer.id, viewer.isEmployee, viewer.language],
  )
  return row!
}

/** Pages that this person answers for and whose date has come. */
export const listMineToReview = (tx: Tx, viewer: Viewer): Promise<{ card: PageCard }[]> =>
  tx.rows(
    `select ${cardSql('$3::date')} as card ${from}
      where ${readablePageSql('$1', '$2::boolean')} and p.owner_id = $1 and p.review_on <= $3::date
        and not exists (select 1 from knowledge.page_withdrawal w where w.page_id = p.id)
      order by p.review_on, p.id limit 10`,
    [viewer.id, viewer.isEmployee, viewer.today],
  )

export interface WorkbenchRows {
  toReview: PageCard[]
  ownerless: PageCard[]
  worthAPage: { postId: string; title: string | null; excerpt: string; answers: number }[]
}

/** What the managers of a community look after: at most 50 of each; solved questions of the last year by thanks. */
export async function findWorkbenchPages(tx: Tx, communityId: string, today: string): Promise<WorkbenchRows> {
  const row = await tx.row<WorkbenchRows>(
    `with pages as materialized (
       select p.id, p.review_on, p.owner_id is null or ${ownerGoneSql} as ownerless, ${statusSql('p', '$2::date')} as status,
              ${cardSql('$2::date')} as card
         ${from} where p.community_id = $1 and p.deleted_at is null)
     select coalesce((select json_agg(card) from (
              select card from pages where status = 'toReview' and not ownerless order by review_on, id limit 50) x), '[]') as "toReview",
            coalesce((select json_agg(card) from (
              select card from pages where status <> 'obsolete' and ownerless order by review_on, id limit 50) x), '[]') as ownerless,
            coalesce((select json_agg(json_build_object('postId', q.id, 'title', q.title, 'excerpt', q.excerpt, 'answers', q.answer_count)) from (
              select * from discussions.post q
               where q.community_id = $1 and q.kind = 'question' and q.deleted_at is null and q.accepted_answer_id is not null
                 and q.created_at > $2::date - 365
                 and not exists (select 1 from knowledge.page_source s join knowledge.page sp on sp.id = s.page_id
                                  where s.post_id = q.id and sp.deleted_at is null)
               order by (select coalesce(sum(v::int), 0) from jsonb_each_text(q.reaction_counts) as r(k, v)) + 2 * q.answer_count desc,
                        q.created_at desc limit 5) q), '[]') as "worthAPage"`,
    [communityId, today],
  )
  return row!
}

/** Collections of a community with their living pages, in order. */
export const listCollections = (
  tx: Tx,
  communityId: string,
  only: string | null,
  language: string,
  today: string,
): Promise<Collection[]> =>
  tx.rows<Collection>(
    `select k.id, k.name, k.purpose, coalesce((
              select json_agg(${linkSql('p', '$4::date')} order by kept.position, p.id)
                from (select put.group_id, min(kp.position) as position
                        from knowledge.collection_page kp join knowledge.page put on put.id = kp.page_id
                       where kp.collection_id = k.id and put.deleted_at is null group by put.group_id) kept
                join knowledge.page p on p.group_id = kept.group_id
               where p.deleted_at is null and ${preferredSql('$3')}), '[]') as pages
       from knowledge.collection k where k.community_id = $1 and ($2::uuid is null or k.id = $2)
      order by k.position, k.id limit 100`,
    [communityId, only, language, today],
  )

/** Pages made of a conversation that the viewer may read. */
export const listPagesOfPost = (
  tx: Tx,
  viewer: Viewer,
  postId: string,
): Promise<{ page: PageLink; at: string }[]> =>
  tx.rows(
    `select ${linkSql('p', '$4::date')} as page, s.at
       from knowledge.page_source s join knowledge.page p on p.id = s.page_id
       join communities.community c on c.id = p.community_id
      where s.post_id = $5 and ${readablePageSql('$1', '$2::boolean')} and ${preferredSql('$3')}
      order by s.at, p.id limit 10`,
    [viewer.id, viewer.isEmployee, viewer.language, viewer.today, postId],
  )

/** Sources of a page, as far as the viewer may read them; deleted and hidden texts are left out. */
export const sourcesSql = (viewer: string, isEmployee: string): string =>
  `(select coalesce(json_agg(json_build_object('postId', p.id, 'title', p.title, 'excerpt', p.excerpt) order by src.at, p.id), '[]')
      from knowledge.page_source src join discussions.post p on p.id = src.post_id
      join communities.community c on c.id = p.community_id
     where src.page_id = page.id and p.deleted_at is null and ${readablePostSql(viewer, isEmployee)})`

/** Whether a person is a member of a community and can sign in: who may answer for a page or be credited as told. */
export const listActiveMembers = async (
  tx: Tx,
  communityId: string,
  ids: readonly string[],
): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from people.member m join communities.membership ms on ms.member_id = m.id
        where ms.community_id = $1 and m.id = any($2::uuid[]) and m.state not in ('deactivated', 'dormant')`,
      [communityId, ids],
    )
  ).map(({ id }) => id)

/** A file of a page as this person may load it at this moment. Asked at every load. */
export const findLoadablePageFile: FindFile = (tx, attachmentId, viewer) =>
  tx.row(
    `select f.file_name as "fileName", f.content_type as "contentType", f.thumbnail_blob_id is not null as "isImage",
            f.blob_id as "blobId", f.thumbnail_blob_id as "thumbnailBlobId"
       from knowledge.attachment f join knowledge.page p on p.id = f.page_id
       join communities.community c on c.id = p.community_id
      where f.id = $1 and p.deleted_at is null and ${readableCommunitySql('c', '$2', '$3::boolean')}`,
    [attachmentId, viewer.id, viewer.isEmployee],
  )
