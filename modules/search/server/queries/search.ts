import { readableCommunitySql, seeableCommunitySql } from '#modules/communities/public.ts'
import type { CommunityRef } from '#modules/communities/contract.ts'
import type { PostKind } from '#modules/discussions/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql, seeableMemberSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { headlineSql } from '../highlight.ts'

const instantSql = (expression: string): string =>
  `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const refSql = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name, 'kind', ${alias}.kind,
     'visibility', ${alias}.visibility, 'accent', ${alias}.accent, 'partnersAdmitted', ${alias}.partners_admitted)`

/** A text typed by a person as a query: in French or in English, never an error whatever its signs. `querytree` says
 * when nothing in it can be looked up (stop words, or only exclusions). */
const querySql = (text: string): string => `
  asked as materialized (
    select query, querytree(query) not in ('', 'T') as is_askable
      from (select websearch_to_tsquery('search.fr', ${text}) || websearch_to_tsquery('search.en', ${text}) as query) q)`

export interface HitRow {
  kind: 'post' | 'comment'
  postId: string
  commentId: string | null
  postKind: PostKind
  isAnswer: boolean
  title: string | null
  excerpt: string
  author: MemberCard
  community: CommunityRef
  at: string
  answerCount: number
  hasAcceptedAnswer: boolean
  score: number
  id: string
}

export interface SearchValues {
  viewerId: string
  isEmployee: boolean
  q: string
  kind: string | null
  communityId: string | null
  authorId: string | null
  from: Date | null
  to: Date | null
  now: Date
  /** Continue below this score and id. */
  below: { score: number; id: string }
  limit: number
}

/** What is permitted and asked for among the rows `d` of a source; the post is asked as it stands. */
const permittedOf = (source: string): string => `
  select d.kind, d.id, d.post_id, d.at, ts_rank(d.tsv, asked.query) as rank
    from asked cross join ${source}
    join discussions.post p on p.id = d.post_id and p.community_id = d.community_id and p.deleted_at is null
    left join discussions.comment k on d.kind = 'comment' and k.id = d.id
   where asked.is_askable and (d.kind = 'post' or k.deleted_at is null)
     and ($4::text is null or case when $4 = 'comment' then d.kind = 'comment' else d.kind = 'post' and p.kind = $4 end)
     and ($6::uuid is null or coalesce(k.author_id, p.author_id) = $6)
     and ($7::timestamptz is null or d.at >= $7) and ($8::timestamptz is null or d.at < $8)`

// `offset 0` keeps each probe a probe: the planner would otherwise join all matches of everybody.
// One index leads with the week, the other has the community as text: each probe can only take the one meant for it.
const inFew = (probe: string): string =>
  `readable r cross join lateral (select x.* from search.doc x where ${probe} and x.tsv @@ asked.query offset 0) d`
const inMany = (week: string): string =>
  `lateral (select x.* from search.doc x where ${week} x.tsv @@ asked.query offset 0) d join readable r on r.id = d.community_id`

const walk = (source: string, condition: string): string => `
    select found.* from weeks cross join lateral (${permittedOf(source)} limit 400) found where ${condition} limit 300`

/**
 * Flat in the size of the index (design: scale): the newest eight weeks are walked until 300 permitted candidates
 * are found; only if they are not, the whole index is asked. Then rank, newer first among equals. A very common
 * word is thus ranked among its newest 300 matches at least, not among all. Whoever may read few communities is
 * answered by probes of the index per community, the others by probes of the whole week.
 */
const searchSql = `
  with ${querySql('$3')},
  readable as materialized (
    select c.id from communities.community c
     where ($5::uuid is null or c.id = $5) and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}),
  size as materialized (select count(*) <= 40 as is_few from readable),
  weeks as (
    select week from generate_series(
      (select floor(extract(epoch from least(coalesce($8::timestamptz, 'infinity'), $9::timestamptz)) / 604800)::int), 0, -1) as week limit 8),
  recent_of_few as materialized (${walk(inFew('x.bucket = weeks.week and x.community_id = r.id'), '(select is_few from size)')}),
  recent_of_many as materialized (${walk(inMany('x.bucket = weeks.week and'), 'not (select is_few from size)')}),
  recent as (select * from recent_of_few union all select * from recent_of_many),
  whole_of_few as materialized (
    ${permittedOf(inFew('x.community_id::text = r.id::text'))} and (select is_few from size) and (select count(*) from recent_of_few) < 300 limit 20000),
  whole_of_many as materialized (
    ${permittedOf(inMany(''))} and not (select is_few from size) and (select count(*) from recent_of_many) < 300 limit 20000),
  whole as (select * from whole_of_few union all select * from whole_of_many),
  ranked as (
    select c.*, c.rank / (1 + greatest(0, extract(epoch from $9::timestamptz - c.at)) / 15552000.0)::float8 as score
      from (select * from whole union all select * from recent where (select count(*) from recent) >= 300) c),
  page as materialized (
    select * from ranked where (score, id) < ($10::float8, $11::uuid) order by score desc, id desc limit $12)
  select page.kind, page.id, page.score, page.post_id as "postId", k.id as "commentId", p.kind as "postKind",
         coalesce(k.is_answer and p.kind = 'question', false) as "isAnswer",
         ${headlineSql('p.title', 'p.language', 'asked.query', 'whole')} as title,
         ${headlineSql('coalesce(k.body_md, p.body_md)', 'page_language.language', 'asked.query', 'part')} as excerpt,
         ${memberCardSql('a')} as author, ${refSql('c')} as community, ${instantSql('page.at')} as at,
         p.answer_count as "answerCount", p.accepted_answer_id is not null as "hasAcceptedAnswer"
    from page cross join asked
    join discussions.post p on p.id = page.post_id
    join communities.community c on c.id = p.community_id
    left join discussions.comment k on page.kind = 'comment' and k.id = page.id
    join people.member a on a.id = coalesce(k.author_id, p.author_id)
    cross join lateral (select coalesce(k.language, p.language) as language) page_language
   order by page.score desc, page.id desc`

/** Posts and comments that match, best first. One statement. */
export const listHits = (tx: Tx, v: SearchValues): Promise<HitRow[]> =>
  tx.rows<HitRow>(searchSql, [
    v.viewerId,
    v.isEmployee,
    v.q,
    v.kind,
    v.communityId,
    v.authorId,
    v.from,
    v.to,
    v.now,
    v.below.score,
    v.below.id,
    v.limit,
  ])

/**
 * Communities by name, people by name, role or what they may be asked about, among those the viewer may see; one
 * statement. Signs that mean something in a pattern are taken literally.
 */
export async function findByName(
  tx: Tx,
  viewer: { id: string; isEmployee: boolean },
  q: string,
): Promise<{ communities: CommunityRef[]; people: MemberCard[] }> {
  const row = await tx.row<{ communities: CommunityRef[]; people: MemberCard[] }>(
    `with wanted as materialized (select people.fold($3) as text, '%' || people.fold($4) || '%' as pattern),
     communities as (
       select ${refSql('c')} as ref, c.member_count from communities.community c, wanted
        where wanted.text <> '' and position(wanted.text in people.fold(concat_ws(' ', c.name ->> 'fr', c.name ->> 'en', c.slug))) > 0
          and ${seeableCommunitySql('c', '$1::uuid', '$2::boolean')}
        order by c.stage = 'archived', c.member_count desc, c.id limit 5),
     people as (
       -- By the stored folded name: a common subject has thousands of names to sort.
       select ${memberCardSql('m')} as card, m.sort_name, m.id from people.member m, wanted
        where m.search_text like wanted.pattern and length(wanted.text) > 1
          and ${seeableMemberSql('m', '$1::uuid', '$2::boolean')}
        order by m.state <> 'active', position(wanted.text in m.sort_name) = 0, m.sort_name, m.id limit 5)
     select coalesce((select json_agg(ref) from communities), '[]') as communities,
            coalesce((select json_agg(card) from people), '[]') as people`,
    [viewer.id, viewer.isEmployee, q, q.replace(/[\\%_]/g, (sign) => `\\${sign}`)],
  )
  return row!
}
