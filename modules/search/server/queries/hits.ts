import { communityRefSql, isLevelSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { CommunityRef } from '#modules/communities/contract.ts'
import type { PostKind } from '#modules/discussions/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { headlineSql } from '../highlight.ts'
import type { Viewer } from './understand.ts'

export interface HitRow {
  kind: 'post' | 'comment' | 'page' | 'gathering'
  id: string
  postId: string | null
  commentId: string | null
  postKind: PostKind | null
  isAnswer: boolean
  isObsolete: boolean
  title: string | null
  excerpt: string
  author: MemberCard
  community: CommunityRef
  at: string
  answerCount: number
  hasAcceptedAnswer: boolean
  /** Share of the words that it has, by their weight; 1 when each was asked for. */
  coverage: number
}

/** What is looked for. `parts`: the groups by their weight when not each of them has to be there. */
export interface HitQuery {
  viewer: Viewer
  query: string
  parts: { query: string; weight: number }[] | null
  /** `whole`: few texts have it. `newest`: many do; the newest are walked until 200 of them may be read. */
  reach: 'whole' | 'newest'
  kind: string | null
  communityId: string | null
  authorId: string | null
  from: Date | null
  to: Date | null
  sort: 'relevance' | 'newest'
  /** The instant that the first page was ranked at: scores fall with time. */
  now: Date
  below: { score: number; id: string } | null
  limit: number
}

export interface Hits {
  rows: HitRow[]
  next: { score: number; id: string } | null
}

const columns = 'x.kind, x.id, x.post_id, x.community_id, x.at, x.is_obsolete, x.tsv'
const week = 604_800_000
/** The walk through the newest texts stops here. */
const enoughMatches = 200

/**
 * Candidates come from the index alone, with the community's right to be read; the texts themselves are asked as
 * they stand for the page that is shown, so that what was deleted, hidden or moved is not found even before its row
 * here has gone. `offset 0` keeps each probe a probe of the index, and the walk lazy: it stops in time.
 */
function candidatesSql(q: HitQuery, value: (value: unknown, type: string) => string): string {
  const tsq = value(q.query, 'tsquery')
  const limits = [
    q.from && `x.at >= ${value(q.from, 'timestamptz')}`,
    q.to && `x.at < ${value(q.to, 'timestamptz')}`,
    q.kind === 'comment' || q.kind === 'page' || q.kind === 'gathering'
      ? `x.kind = ${value(q.kind, 'text')}`
      : q.kind !== null &&
        `x.kind = 'post' and exists (select 1 from discussions.post k where k.id = x.id and k.kind = ${value(q.kind, 'text')})`,
  ].filter((one) => typeof one === 'string')
  const and = (...conditions: string[]) => [...conditions, ...limits].map((one) => `and ${one}`).join(' ')
  const probe = (condition: string, most: number, ...more: string[]) =>
    `select x.* from (select ${columns} from search.doc x where x.tsv @@ ${tsq} and ${condition} offset 0) x
       join readable r on r.id = x.community_id where true ${and(...more)} limit ${most}`
  const pages = `(${probe("x.kind in ('page', 'gathering')", 200)})`
  if (q.authorId !== null) {
    const author = value(q.authorId, 'uuid')
    return `select x.* from (
        (select p.id from discussions.post p where p.author_id = ${author} order by p.created_at desc limit 2000)
        union all (select k.id from discussions.comment k where k.author_id = ${author} order by k.created_at desc limit 2000)
        union all select a.page_id from knowledge.page_author a where a.member_id = ${author}) wrote
      join lateral (select ${columns} from search.doc x where x.kind in ('post', 'comment', 'page') and x.id = wrote.id and x.tsv @@ ${tsq} offset 0) x on true
      join readable r on r.id = x.community_id where true ${and()} limit 2000`
  }
  if (q.kind === 'page' || q.kind === 'gathering') return pages
  // One community, or the few of a partner's person: the newest of each.
  if (q.communityId !== null || (!q.viewer.isEmployee && q.reach === 'newest'))
    return `select x.* from readable r cross join lateral (
        select x.* from (select ${columns} from search.doc x where x.community_id = r.id and x.tsv @@ ${tsq} offset 0) x
         where true ${and()} order by x.at desc limit 400) x`
  if (q.reach === 'whole') return probe('true', 2000)
  const texts = "x.kind in ('post', 'comment')"
  const last = Math.floor((q.to ? Math.min(q.to.getTime() - 1, q.now.getTime()) : q.now.getTime()) / week)
  const newest = value(last, 'int')
  return `(select x.* from (
      select found.* from generate_series(${newest}, ${newest} - 7, -1) w cross join lateral (${probe('x.bucket = w', 400, texts)}) found
      union all
      select found.* from generate_series((${newest} - 8) / 13, (${newest} - 8) / 13 - 60, -1) quarter
        cross join lateral (${probe(`x.bucket / 13 = quarter and x.bucket + 0 < ${newest} - 7`, 400, texts)}) found) x limit ${enoughMatches})
    ${q.kind === null ? `union all ${pages}` : ''}`
}

/** 1 for what is new, 2 after half a year (a page: after two years). */
const ageSql = (now: string) =>
  `(1 + greatest(0, extract(epoch from ${now} - c.at)) / (case when c.kind = 'page' then 62208000.0 else 15552000.0 end))`
const importanceSql = `(case when c.is_obsolete then 0.25 when c.kind = 'page' then 1.5 when c.kind = 'comment' then 0.8 else 1 end)`

/**
 * Where some of the words are enough: a conversation has a word when one of its texts has it, half as much when only
 * a comment does, more when its title has it, and the less the longer the text is. Age decides between those that have as much. The row is the
 * opening text when it has any of the words, else the comment that has most. Factors were chosen on real titles and
 * bodies (modules/search/evaluate.ts).
 */
const nearSql = (place: string, age: string, queries: string, weights: string): string => `
  matched as materialized (
    select c.kind, c.id, c.post_id, c.community_id, c.at, c.is_obsolete, ${place} as place, u.no, u.weight, ${age || '1'} as age,
           (case when c.is_obsolete or c.kind = 'comment' then 0.5 when c.kind = 'page' then 1.3 else 1 end)
             * (0.7 + 0.5 * ts_rank(c.tsv, u.query)) / (1 + 0.3 * ln(1 + length(c.tsv) / 50.0)) as factor
      from candidate c join unnest(${queries}, ${weights}) with ordinality u(query, weight, no) on c.tsv @@ u.query),
  thread as (
    select place, sum(factor * weight) as has, sum(weight) as covers
      from (select place, no, max(factor) as factor, max(weight) as weight from matched group by place, no) p group by place),
  best as (
    select distinct on (place) t.*
      from (select kind, id, post_id, community_id, at, is_obsolete, place, min(age) as age, sum(factor * weight) as has
              from matched group by 1, 2, 3, 4, 5, 6, 7) t
     order by place, kind = 'comment', has desc, id desc),
  ranked as (
    select b.*, t.covers / w.all as coverage,
           ${age ? '(t.has / w.all * (0.8 + 0.2 / b.age))' : 'extract(epoch from b.at)'}::float8 as score
      from best b join thread t on t.place = b.place cross join (select sum(x) as all from unnest(${weights}) x) w)`

/**
 * Posts, comments, pages and gatherings that match, best first: `ts_rank`, newer first among equals (half after 180
 * days, a page after two years), an obsolete page after the others. One statement.
 */
export async function listHits(tx: Tx, q: HitQuery): Promise<Hits> {
  const values: unknown[] = []
  const value = (one: unknown, type: string): string => `$${values.push(one)}::${type}`
  const viewer = value(q.viewer.id, 'uuid')
  const isEmployee = value(q.viewer.isEmployee, 'boolean')
  const only = q.communityId === null ? '' : `c.id = ${value(q.communityId, 'uuid')} and`
  const candidates = candidatesSql(q, value)
  const tsq = value(q.query, 'tsquery')
  const age = q.sort === 'relevance' ? ageSql(value(q.now, 'timestamptz')) : ''
  // One row for each conversation; comments alone where comments alone are asked for.
  const place = q.kind === 'comment' ? 'c.id' : 'c.post_id'
  const ranked = q.parts
    ? nearSql(
        place,
        age,
        value(
          q.parts.map((part) => part.query),
          'tsquery[]',
        ),
        value(
          q.parts.map((part) => part.weight),
          'float8[]',
        ),
      )
    : `ranked as (
         select distinct on (place) c.*, 1::float8 as coverage
           from (select c.*, ${place} as place, ${
             q.sort === 'newest'
               ? 'extract(epoch from c.at)::float8'
               : `(ts_rank(c.tsv, ${tsq}) * ${importanceSql} / ${age})::float8`
           } as score from candidate c) c
          order by place, score desc, id desc)`
  const below = q.below
    ? `where (score, id) < (${value(q.below.score, 'float8')}, ${value(q.below.id, 'uuid')})`
    : ''
  const limit = value(q.limit, 'int')
  const rows = await tx.rows<HitRow & { score: number; rowId: string; no: number; isShown: boolean }>(
    `with readable as materialized (
       select c.id from communities.community c where ${only} ${readableCommunitySql('c', viewer, isEmployee)}),
     candidate as materialized (${candidates}),
     ${ranked},
     page as materialized (
       select *, row_number() over (order by score desc, id desc) as no
         from (select kind, id, post_id, community_id, at, is_obsolete, coverage, score from ranked ${below}
                order by score desc, id desc limit ${limit} + 1) x)
     select g.no::int, g.score, g.id as "rowId", g.kind, g.id, g.coverage, p.id as "postId", k.id as "commentId", p.kind as "postKind",
            coalesce(k.is_answer and p.kind = 'question', false) as "isAnswer", g.is_obsolete as "isObsolete",
            ${headlineSql('coalesce(p.title, w.title, e.title)', 'text.language', tsq, 'whole')} as title,
            ${headlineSql("coalesce(k.body_md, p.body_md, w.body_text, e.description_md, '')", 'text.language', tsq, 'part')} as excerpt,
            ${memberCardSql('a', isLevelSql('g.community_id'))} as author, ${communityRefSql('c')} as community, ${instantSql('g.at')} as at,
            coalesce(p.answer_count, 0) as "answerCount", p.accepted_answer_id is not null as "hasAcceptedAnswer",
            (p.id is not null and (g.kind = 'post' or k.id is not null)) or w.id is not null or e.id is not null as "isShown"
       from page g
       left join discussions.post p on g.kind in ('post', 'comment') and p.id = g.post_id and p.community_id = g.community_id and p.deleted_at is null
       left join discussions.comment k on g.kind = 'comment' and k.id = g.id and k.deleted_at is null
       left join knowledge.page w on g.kind = 'page' and w.id = g.id and w.community_id = g.community_id and w.deleted_at is null
       left join gatherings.gathering e on g.kind = 'gathering' and e.id = g.id and e.community_id = g.community_id
       left join communities.community c on c.id = g.community_id
       left join people.member a on a.id = coalesce(k.author_id, p.author_id, w.changed_by, e.created_by)
       cross join lateral (select coalesce(k.language, p.language, w.language, e.language) as language) text
      order by g.no`,
    values,
  )
  const last = rows.find((row) => row.no === q.limit)
  return {
    rows: rows.filter((row) => row.isShown && row.no <= q.limit),
    next: rows.length > q.limit && last ? { score: last.score, id: last.rowId } : null,
  }
}
