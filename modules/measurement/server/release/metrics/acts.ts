import { formerMemberId } from '#modules/people/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Span } from '../periods.ts'
import { shareOf } from './metric.ts'
import type { Evidence, Part, ReleaseMetric, Scope } from './metric.ts'

// The demo company counts in its own communities and nowhere else: of the organisation its people are left out.

/** Members of a community ($1), or of any (null), at the instant $3; accounts that cannot sign in are nobody. */
export const memberSql = `
  select distinct ms.member_id from communities.membership ms join people.member m on m.id = ms.member_id
   where ($1::uuid is null or ms.community_id = $1) and ms.joined_at < $3 and m.state in ('active', 'invited')
     and ($1::uuid is not null or not m.demo)`

/** Public acts of [$2, $3) in a community ($1) or anywhere (null), the shared former member ($4) left out. */
export const actSql = (kinds: string): string => `
  select e.actor_id as member_id, e.at, e.kind, e.community_id from discussions.activity_event e
   where ($1::uuid is null or e.community_id = $1) and e.kind in (${kinds}) and e.at >= $2 and e.at < $3 and e.actor_id <> $4
     and ($1::uuid is not null or not exists (select 1 from people.member d where d.id = e.actor_id and d.demo))`
const contribution = `'post', 'question', 'comment', 'answer'`
const interaction = `${contribution}, 'reaction'`
/** Writing or changing a page contributes, too. */
export const contributionSql = `${actSql(contribution)}
  union all
  select v.by_member_id, v.at, 'doc', p.community_id from knowledge.page_version v join knowledge.page p on p.id = v.page_id
   where ($1::uuid is null or p.community_id = $1) and p.deleted_at is null and v.at >= $2 and v.at < $3 and v.by_member_id <> $4
     and ($1::uuid is not null or not exists (select 1 from people.member d where d.id = v.by_member_id and d.demo))`

const parts = (tx: Tx, sql: string, scope: Scope, span: Span, ...more: unknown[]): Promise<Part[]> =>
  tx.rows<Part>(sql, [scope.communityId, span.start, span.end, formerMemberId, ...more])
const released =
  (sql: string) =>
  async (tx: Tx, scope: Scope, span: Span): Promise<Evidence> =>
    shareOf(await parts(tx, sql, scope, span))

/** M01: members over the target population: the organisation's employees. */
export const coverage: ReleaseMetric = {
  id: 'M01',
  grain: 'month',
  unit: '%',
  k: 5,
  breakdowns: { community: 'entity', organisation: ['entity', 'site'] },
  read: released(
    `with member as (${memberSql})
     select m.id as "memberId", (member.member_id is not null)::int as part, 1 as n
       from people.member m left join member on member.member_id = m.id
      where m.kind = 'employee' and m.state in ('active', 'invited') and m.created_at < $3 and m.id <> $4 and $2::timestamptz is not null
        and m.demo = coalesce((select c.demo from communities.community c where c.id = $1), false)`,
  ),
}

const membersWho = (sql: string): string =>
  `with member as (${memberSql}), doer as (select distinct act.member_id from (${sql}) act)
   select member.member_id as "memberId", (doer.member_id is not null)::int as part, 1 as n
     from member left join doer on doer.member_id = member.member_id`

/** M02: members with an interaction over members. */
export const interactive: ReleaseMetric = {
  id: 'M02',
  grain: 'month',
  unit: '%',
  k: 5,
  breakdowns: { community: 'entity', organisation: ['entity', 'site'] },
  read: released(membersWho(actSql(interaction))),
}

/** M03: members with a contribution over members. */
export const contributors: ReleaseMetric = {
  id: 'M03',
  grain: 'month',
  unit: '%',
  k: 5,
  breakdowns: { community: 'entity', organisation: ['entity', 'site'] },
  read: released(membersWho(contributionSql)),
}

/** M06: mean weekly over monthly interactive people; whole ISO weeks inside the month, days are noise at work. */
export const stickiness: ReleaseMetric = {
  id: 'M06',
  grain: 'month',
  unit: '%',
  k: 5,
  breakdowns: { community: null, organisation: [] },
  read: released(
    `with act as (${actSql(interaction)}),
     week as (
       select generate_series(date_trunc('week', $2::timestamptz + interval '6 days'), $3::timestamptz - interval '7 days', interval '7 days') as starts)
     select act.member_id as "memberId",
            (count(distinct week.starts))::int as part, (select count(*)::int from week) as n
       from act left join week on act.at >= week.starts and act.at < week.starts + interval '7 days'
      group by act.member_id`,
  ),
}

/** M09: contributions not by the community's managers over all contributions. */
export const memberShare: ReleaseMetric = {
  id: 'M09',
  grain: 'month',
  unit: '%',
  k: 5,
  breakdowns: { community: null, organisation: [] },
  read: released(
    `with act as (${contributionSql})
     select act.member_id as "memberId", count(*)::int as n,
            (count(*) filter (where not exists (
               select 1 from communities.community_role r
                where r.community_id = act.community_id and r.member_id = act.member_id and r.role = 'manager' and r.since <= act.at)))::int as part
       from act group by act.member_id`,
  ),
}

/** M20: people whose first contribution falls in the month, and who contributed again within 30 days. */
export const retention: ReleaseMetric = {
  id: 'M20',
  grain: 'month',
  unit: '%',
  k: 5,
  maturityDays: 30,
  breakdowns: { community: 'entity', organisation: 'notReleased' },
  read: released(
    `with act as (
       select e.actor_id, e.at, e.id, row_number() over w as place, lead(e.at) over w as next_at
         from discussions.activity_event e
        where e.community_id = $1 and e.kind in (${contribution}) and e.actor_id <> $4
       window w as (partition by e.actor_id order by e.at, e.id))
     select actor_id as "memberId", (coalesce(next_at < at + interval '30 days', false))::int as part, 1 as n
       from act where place = 1 and at >= $2 and at < $3`,
  ),
}
