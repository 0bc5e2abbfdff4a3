import { communityRefSql } from '#modules/communities/public.ts'
import type { CommunityRef } from '#modules/communities/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Questions without an answer by another person; history brought from elsewhere does not wait. */
const openQuestions = (alias: string): string => `(select count(*)::int from discussions.post p
   where p.community_id = ${alias}.id and p.kind = 'question' and p.deleted_at is null and p.accepted_answer_id is null and not p.imported
     and not exists (select 1 from discussions.closure k where k.post_id = p.id)
     and not exists (select 1 from discussions.comment c where c.post_id = p.id and c.is_answer and c.author_id <> p.author_id and c.deleted_at is null))`

export interface ManagedRow {
  community: CommunityRef
  siteId: string | null
  stage: string
  ageDays: number
  questions: number
  newcomers: number
  cases: number
  pages: number
  pageDueOn: string | null
}
/** The communities that somebody manages, with their queues as counts. */
export const listManaged = (tx: Tx, memberId: string, now: Date): Promise<ManagedRow[]> =>
  tx.rows(
    `select ${communityRefSql('c')} as community, c.site_id as "siteId", c.stage,
            extract(day from $2::timestamptz - c.created_at)::int as "ageDays",
            ${openQuestions('c')} as questions,
            (select count(*)::int from communities.membership m where m.community_id = c.id and not m.imported
                and m.joined_at > $2::timestamptz - interval '7 days') as newcomers,
            (select count(*)::int from moderation.case_file f where f.community_id = c.id and f.closed_at is null and f.route = 'community') as cases,
            (select count(*)::int from knowledge.page k where k.community_id = c.id and k.deleted_at is null and k.review_on <= $2::date) as pages,
            (select min(k.review_on)::text from knowledge.page k where k.community_id = c.id and k.deleted_at is null and k.review_on <= $2::date + 14) as "pageDueOn"
       from communities.community c
       join communities.community_role r on r.community_id = c.id and r.member_id = $1 and r.role = 'manager'
      where c.stage <> 'archived' order by c.created_at, c.id limit 50`,
    [memberId, now],
  )

/**
 * Shares of answered questions of the communities of a kind and age band in the organisation, each with at least five
 * questions in the last 90 days that had a week to be answered. Secret ones are left out: their being there is not told.
 */
export const listAnsweredShares = (tx: Tx, kind: string, fromDays: number, toDays: number, now: Date) =>
  tx.rows<{ id: string; share: number }>(
    `select c.id, avg(case when exists (select 1 from discussions.comment a where a.post_id = p.id and a.is_answer
                                         and a.author_id <> p.author_id and a.deleted_at is null) then 1.0 else 0.0 end)::float as share
       from communities.community c
       join discussions.post p on p.community_id = c.id and p.kind = 'question' and p.deleted_at is null
        and p.created_at between $4::timestamptz - interval '90 days' and $4::timestamptz - interval '7 days'
      where c.kind = $1 and c.visibility <> 'secret' and c.stage <> 'archived'
        and extract(day from $4::timestamptz - c.created_at) >= $2 and extract(day from $4::timestamptz - c.created_at) < $3
      group by c.id having count(*) >= 5 limit 2000`,
    [kind, fromDays, toDays, now],
  )
