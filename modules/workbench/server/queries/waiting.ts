import { communityRefSql, readableCommunitySql, seeableCommunitySql } from '#modules/communities/public.ts'
import type { CommunityRef } from '#modules/communities/contract.ts'
import { feedsWorkbenchSql } from '#modules/interchange/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { exactInstantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

/** No answer by another person: what M15 counts. `alias` is a question. */
const waits = (
  alias: string,
): string => `${alias}.kind = 'question' and ${alias}.deleted_at is null and ${alias}.accepted_answer_id is null
  and not exists (select 1 from discussions.closure closed where closed.post_id = ${alias}.id)
  and not exists (select 1 from discussions.comment answer where answer.post_id = ${alias}.id and answer.is_answer
                    and answer.author_id <> ${alias}.author_id and answer.deleted_at is null)`

export interface Viewer {
  memberId: string
  isEmployee: boolean
}

export interface WaitingPostRow {
  id: string
  title: string | null
  excerpt: string
  language: string
  author: MemberCard
  createdAt: Date
}

const waitingPostColumns = (alias: string, author: string): string =>
  `${alias}.id, ${alias}.title, ${alias}.excerpt, ${alias}.language, ${memberCardSql(author)} as author, ${alias}.created_at as "createdAt"`

export interface WaitingQuestionRow extends WaitingPostRow {
  exactAt: string
  tags: string[]
  isFirstOfAuthor: boolean
  total: number
}

/**
 * The level on the ladder, as `ladderLevel` says it, from the instants of `ladderInstants` ($5 … $8) and the urgent
 * tags ($9). A test holds the two together.
 */
const levelSql = (alias: string): string => `case
  when ${alias}.created_at <= $8::timestamptz then 'L4' when ${alias}.created_at <= $7::timestamptz then 'L3'
  when ${alias}.created_at > $5::timestamptz then 'L0'
  when ${firstOfAuthorSql(alias)} or exists (select 1 from unnest(${alias}.tags) tag where lower(tag) = any($9::text[])) then 'L3'
  when ${alias}.created_at <= $6::timestamptz then 'L2' else 'L1' end`

const firstOfAuthorSql = (alias: string): string => `not exists (
  select 1 from discussions.post earlier
   where earlier.author_id = ${alias}.author_id and earlier.community_id = ${alias}.community_id
     and earlier.created_at < ${alias}.created_at and earlier.deleted_at is null)`

export interface WaitingFilter {
  instants: { askExperts: Date; askNeighbour: Date; relay: Date; answer: Date }
  urgentTags: readonly string[]
  /** Only these levels; all when absent. */
  levels?: readonly string[]
  /** `question:post:level` of cards that are not to be shown. */
  withoutCards?: readonly string[]
  withoutPosts?: readonly string[]
  /** Leaves out questions that somebody has promised to answer by a date. */
  withoutPromised?: boolean
}

/** Questions that wait, oldest first, below a keyset cursor, or the newest first without one; `total` counts them all. One statement. */
export function listWaitingQuestions(
  tx: Tx,
  communityId: string,
  filter: WaitingFilter,
  page: { after?: { createdAt: string; id: string } | null; newestFirst?: boolean; limit: number },
): Promise<WaitingQuestionRow[]> {
  const direction = page.newestFirst ? 'desc' : 'asc'
  return tx.rows(
    `with waiting as (
       select p.id, p.created_at, count(*) over ()::int as total
         from discussions.post p
        where p.community_id = $1 and ${waits('p')} and ${feedsWorkbenchSql('p')}
          and ($10::text[] is null or ${levelSql('p')} = any($10))
          and not ('question:' || p.id || ':' || ${levelSql('p')} = any($11::text[])) and p.id <> all($12::uuid[])
          and not ($13::boolean and exists (select 1 from workbench.rescue_step promise where promise.post_id = p.id and promise.step = 'owner')))
     select ${waitingPostColumns('p', 'm')}, p.tags, ${exactInstantSql('p.created_at')} as "exactAt", w.total,
            ${firstOfAuthorSql('p')} as "isFirstOfAuthor"
       from waiting w join discussions.post p on p.id = w.id join people.member m on m.id = p.author_id
      where ($2::timestamptz is null or (w.created_at, w.id) > ($2, $3::uuid))
      order by w.created_at ${direction}, w.id ${direction}
      limit $4`,
    [
      communityId,
      page.after?.createdAt ?? null,
      page.after?.id ?? null,
      page.limit,
      filter.instants.askExperts,
      filter.instants.askNeighbour,
      filter.instants.relay,
      filter.instants.answer,
      filter.urgentTags,
      filter.levels ?? null,
      filter.withoutCards ?? [],
      filter.withoutPosts ?? [],
      filter.withoutPromised ?? false,
    ],
  )
}

/** One question, if it waits. */
export function findWaitingQuestionRow(
  tx: Tx,
  communityId: string,
  postId: string,
): Promise<WaitingQuestionRow | undefined> {
  return tx.row(
    `select ${waitingPostColumns('p', 'm')}, p.tags, ${exactInstantSql('p.created_at')} as "exactAt", 1 as total,
            ${firstOfAuthorSql('p')} as "isFirstOfAuthor"
       from discussions.post p join people.member m on m.id = p.author_id
      where p.community_id = $1 and p.id = $2 and ${waits('p')} and ${feedsWorkbenchSql('p')}`,
    [communityId, postId],
  )
}

/** First answers by another person to the community's latest questions, for its own rhythm. At most 500, two years. */
export function listResponseTimes(
  tx: Tx,
  communityId: string,
  now: Date,
): Promise<{ askedAt: Date; answeredAt: Date | null }[]> {
  return tx.rows(
    `select p.created_at as "askedAt",
            (select min(c.created_at) from discussions.comment c
              where c.post_id = p.id and c.author_id <> p.author_id and c.deleted_at is null) as "answeredAt"
       from discussions.post p
      where p.community_id = $1 and p.kind = 'question' and p.deleted_at is null
        and p.created_at > $2::timestamptz - interval '2 years' and p.created_at <= $2
      order by p.created_at desc limit 500`,
    [communityId, now],
  )
}

export interface RescueStepRow {
  postId: string
  step: 'nudgedExpert' | 'askedNeighbour' | 'relayed' | 'answered' | 'owner' | 'override'
  by: MemberCard
  to: MemberCard | null
  community: CommunityRef | null
  sharedPostId: string | null
  answersThere: number
  note: string | null
  promisedFor: string | null
  at: Date
}

/**
 * Steps taken for these questions, oldest first. A manager's overrides are their own business and are left out; so
 * is the name of a neighbouring community that this viewer may not see, and what was published in one they do not read.
 */
export function listRescueSteps(
  tx: Tx,
  postIds: readonly string[],
  viewer: Viewer,
): Promise<RescueStepRow[]> {
  return tx.rows(
    `select s.post_id as "postId", s.step, ${memberCardSql('b')} as by, case when t.id is not null then ${memberCardSql('t')} end as to,
            case when c.id is not null and ${seeableCommunitySql('c', '$2::uuid', '$3::boolean')} then ${communityRefSql('c')} end as community,
            case when shared.id is not null and ${readableCommunitySql('sc', '$2::uuid', '$3::boolean')} then shared.id end as "sharedPostId",
            (select count(*)::int from discussions.comment k
              where k.post_id = shared.id and k.deleted_at is null and k.author_id not in (s.by_member_id, shared.author_id)) as "answersThere",
            s.note, s.promised_for as "promisedFor", s.at
       from workbench.rescue_step s join people.member b on b.id = s.by_member_id
       left join discussions.post shared on shared.id = s.shared_post_id and shared.deleted_at is null
       left join communities.community sc on sc.id = shared.community_id
       left join people.member t on t.id = s.to_member_id
       left join communities.community c on c.id = s.to_community_id
      where s.post_id = any($1) and s.step <> 'override'
      order by s.at, s.id`,
    [postIds, viewer.memberId, viewer.isEmployee],
  )
}

/**
 * First posts of their authors in the last 30 days that nobody else has answered, oldest first; managers, who open
 * the place, are not newcomers to it.
 */
export function listFirstPostsWithoutReply(
  tx: Tx,
  communityId: string,
  now: Date,
): Promise<WaitingPostRow[]> {
  return tx.rows(
    `select ${waitingPostColumns('p', 'm')}
       from discussions.post p join people.member m on m.id = p.author_id
      where p.community_id = $1 and p.deleted_at is null and p.created_at > $2::timestamptz - interval '30 days' and p.created_at <= $2
        and ${feedsWorkbenchSql('p')} and m.state = 'active'
        and not exists (select 1 from communities.community_role r
                         where r.community_id = $1 and r.member_id = p.author_id and r.role = 'manager')
        and not exists (select 1 from discussions.closure closed where closed.post_id = p.id)
        and not exists (select 1 from discussions.post earlier where earlier.author_id = p.author_id
                          and earlier.community_id = p.community_id and earlier.created_at < p.created_at)
        and not exists (select 1 from discussions.comment earlier where earlier.author_id = p.author_id
                          and earlier.community_id = p.community_id and earlier.created_at < p.created_at)
        and not exists (select 1 from discussions.comment reply where reply.post_id = p.id and reply.author_id <> p.author_id
                          and reply.deleted_at is null)
      order by p.created_at, p.id limit 50`,
    [communityId, now],
  )
}
