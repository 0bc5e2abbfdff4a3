import { formerMemberId } from '#modules/people/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Contributions (posts, questions, comments, answers) of each ISO week in [from, to), by its Monday. Imports left out. */
export const listWeeklyContributions = (
  tx: Tx,
  communityId: string,
  from: Date,
  to: Date,
  timezone: string,
): Promise<{ week: string; n: number }[]> =>
  tx.rows(
    `select to_char(date_trunc('week', e.at at time zone $4), 'YYYY-MM-DD') as week, count(*)::int as n
       from discussions.activity_event e
      where e.community_id = $1 and e.at >= $2 and e.at < $3 and not e.imported
        and e.kind in ('post', 'question', 'comment', 'answer')
      group by 1 order by 1`,
    [communityId, from, to, timezone],
  )

/** Distinct members with a public act in [from, to) and in [month, to); reactions count. */
export async function countInteractive(
  tx: Tx,
  communityId: string,
  from: Date,
  month: Date,
  to: Date,
): Promise<{ year: number; month: number }> {
  const row = await tx.row<{ year: number; month: number }>(
    `select count(distinct e.actor_id)::int as year, count(distinct e.actor_id) filter (where e.at >= $3)::int as month
       from discussions.activity_event e
       join communities.membership ms on ms.community_id = $1 and ms.member_id = e.actor_id and ms.joined_at < $4
      where e.community_id = $1 and e.at >= $2 and e.at < $4 and not e.imported and e.actor_id <> $5
        and e.kind in ('post', 'question', 'comment', 'answer', 'reaction')`,
    [communityId, from, month, to, formerMemberId],
  )
  return row!
}

/** Contributions of [from, to), and those by people who managed the community when they made them. */
export async function countContributions(
  tx: Tx,
  communityId: string,
  from: Date,
  to: Date,
): Promise<{ all: number; byManagers: number }> {
  const row = await tx.row<{ all: number; byManagers: number }>(
    `select count(*)::int as all, (count(*) filter (where m.member_id is not null))::int as "byManagers"
       from discussions.activity_event e
       left join measurement.managing m
         on m.community_id = e.community_id and m.member_id = e.actor_id and m.since <= e.at and (m.until is null or e.at < m.until)
      where e.community_id = $1 and e.at >= $2 and e.at < $3 and not e.imported
        and e.kind in ('post', 'question', 'comment', 'answer')`,
    [communityId, from, to],
  )
  return row!
}

/** The site whose clock a community follows. */
export const findSiteOf = async (tx: Tx, communityId: string): Promise<string | null> =>
  (
    await tx.row<{ siteId: string | null }>(
      'select site_id as "siteId" from communities.community where id = $1',
      [communityId],
    )
  )?.siteId ?? null

/** When the first conversation that is still there was opened, imports left out; null without one. */
export const findFirstActivity = async (tx: Tx, communityId: string): Promise<Date | null> =>
  (
    await tx.row<{ at: Date | null }>(
      `select min(created_at) as at from discussions.post where community_id = $1 and deleted_at is null and not imported`,
      [communityId],
    )
  )?.at ?? null
