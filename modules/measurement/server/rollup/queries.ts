import { formerMemberId } from '#modules/people/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { RollupRow } from './rows.ts'
import type { Span } from './span.ts'

// What is counted, in SQL. Bots do not exist; deleted content and acts on oneself are left out by measurement.act.

export interface PeopleCounts {
  /** Members at the span's end: whoever can sign in, or acted in the span. */
  members: number
  /** Employees who can sign in, and those of them who are members. */
  employees: number
  employeeMembers: number
  /** Members with a public act in the span, in the six and in the twelve months that end with it. */
  interactive: number
  interactiveHalf: number
  interactiveYear: number
  /** Members with a text or a page in the span. */
  contributors: number
  contributions: number
  contributionsByManagers: number
  /** Over the whole ISO weeks of the span: people of each week added up, distinct people, number of weeks. */
  weeklyPeople: number
  weeksPeople: number
  weeks: number
  /** Over the thirteen weeks that end with the span. */
  core: number
  occasional: number
  quarterMembers: number
  answers: number
  answerers: number
  /** Contributions of each person of those weeks, in no order that says who. */
  perPerson: number[]
}

/**
 * People and acts of a span, one statement. Contributions are posts, questions, comments and answers; versions of pages
 * make somebody a contributor (M03) without being counted one by one. The shared former member is nobody.
 */
export async function countPeople(
  tx: Tx,
  communityId: string,
  span: Span,
  history: boolean,
): Promise<PeopleCounts> {
  const row = await tx.row<PeopleCounts>(
    `with wide as materialized (
       select a.actor_id, a.at, a.kind, a.kind in ('post', 'question', 'comment', 'answer') as is_text,
              ms.member_id is not null and ms.joined_at < $3 as is_member
         from measurement.act a
         left join communities.membership ms on ms.community_id = $1 and ms.member_id = a.actor_id
        where a.community_id = $1 and a.at >= $4 and a.at < greatest($3, $8) and ($10::boolean or not a.imported)
          and a.kind in ('post', 'question', 'comment', 'answer', 'reaction', 'page')),
     act as (select * from wide where at < $3),
     person as (select * from act where actor_id <> $11),
     -- A week belongs to the month of its Thursday and may end after it.
     week_act as (
       select actor_id, at from wide where is_member and actor_id <> $11 and kind <> 'page' and at >= $7 and at < $8),
     weekly as (
       select date_trunc('week', at at time zone $9) as week, count(distinct actor_id) as people from week_act group by 1),
     quarter as (
       select actor_id, count(*)::int as n, count(distinct date_trunc('week', at at time zone $9))::int as weeks
         from person where is_text and at >= $6 and at < $12 group by actor_id),
     member as (
       select ms.member_id, ms.joined_at, m.kind, m.state in ('active', 'invited') as is_here
         from communities.membership ms join people.member m on m.id = ms.member_id
        where ms.community_id = $1 and ms.joined_at < $3 and ms.member_id <> $11),
     circle as (
       select q.n, q.weeks from member m left join quarter q on q.actor_id = m.member_id
        where m.joined_at < $12 and (m.is_here or q.n > 0))
     select (select count(*)::int from member m
              where m.is_here or exists (select 1 from person p where p.actor_id = m.member_id and p.at >= $2)) as members,
            (select count(*)::int from people.member e where e.kind = 'employee' and e.state in ('active', 'invited')) as employees,
            (select count(*)::int from member m where m.kind = 'employee' and m.is_here) as "employeeMembers",
            (select count(distinct actor_id)::int from person where is_member and kind <> 'page' and at >= $2) as interactive,
            (select count(distinct actor_id)::int from person where is_member and kind <> 'page' and at >= $5) as "interactiveHalf",
            (select count(distinct actor_id)::int from person where is_member and kind <> 'page') as "interactiveYear",
            (select count(distinct actor_id)::int from person where is_member and kind <> 'reaction' and at >= $2) as contributors,
            (select count(*)::int from act where is_text and at >= $2) as contributions,
            (select count(*)::int from act a where a.is_text and a.at >= $2 and exists (
               select 1 from measurement.managing g where g.community_id = $1 and g.member_id = a.actor_id
                  and g.since <= a.at and (g.until is null or a.at < g.until))) as "contributionsByManagers",
            (select coalesce(sum(people), 0)::int from weekly) as "weeklyPeople",
            (select count(distinct actor_id)::int from week_act) as "weeksPeople",
            $13::int as weeks,
            (select count(*)::int from circle where n >= 8 and weeks >= 4) as core,
            (select count(*)::int from circle where n >= 1 and not (n >= 8 and weeks >= 4)) as occasional,
            (select count(*)::int from circle) as "quarterMembers",
            (select count(*)::int from act where kind = 'answer' and at >= $6 and at < $12) as answers,
            (select count(distinct actor_id)::int from act where kind = 'answer' and at >= $6 and at < $12) as answerers,
            coalesce((select array_agg(n order by n) from quarter), '{}') as "perPerson"`,
    [
      communityId,
      span.start,
      span.end,
      span.year.start,
      span.half.start,
      span.quarter.start,
      span.weeks.start,
      span.weeks.end,
      span.timezone,
      history,
      formerMemberId,
      span.quarter.end,
      span.weeks.count,
    ],
  )
  return row!
}

/** Replaces the estimates of a span. */
export async function replaceRollup(
  tx: Tx,
  communityId: string,
  history: boolean,
  span: Pick<Span, 'month' | 'months'>,
  rows: readonly RollupRow[],
): Promise<void> {
  const key = [communityId, history, `${span.month}-01`, span.months]
  await tx.run(
    'delete from measurement.rollup_month where community_id = $1 and history = $2 and month = $3 and span = $4',
    key,
  )
  await tx.run(
    `insert into measurement.rollup_month (community_id, history, month, span, metric, part, value, hits, n, low, high, withheld)
     select $1, $2, $3, $4, r.metric, r.part, r.value, r.hits, r.n, r.low, r.high, r.withheld
       from jsonb_to_recordset($5::jsonb) as r (metric text, part text, value numeric, hits int, n int, low numeric, high numeric, withheld text)`,
    [...key, JSON.stringify(rows)],
  )
}

/** Replaces the counts by day and by week of [from, to), whole days and whole weeks of the community's time zone. */
export async function replaceDaysAndWeeks(
  tx: Tx,
  communityId: string,
  history: boolean,
  days: { from: string; to: string; start: Date; end: Date },
  weeks: { from: string; to: string; start: Date; end: Date },
  timezone: string,
): Promise<void> {
  await tx.run(
    'delete from measurement.rollup_day where community_id = $1 and history = $2 and day >= $3 and day < $4',
    [communityId, history, days.from, days.to],
  )
  await tx.run(
    `insert into measurement.rollup_day (community_id, history, day, questions, posts, answers, comments, pages, reactions)
     select $1, $2, (a.at at time zone $5)::date, count(*) filter (where a.kind = 'question'), count(*) filter (where a.kind = 'post'),
            count(*) filter (where a.kind = 'answer'), count(*) filter (where a.kind = 'comment'),
            count(*) filter (where a.kind = 'page'), count(*) filter (where a.kind = 'reaction')
       from measurement.act a
      where a.community_id = $1 and a.at >= $3 and a.at < $4 and ($2::boolean or not a.imported) and a.kind <> 'accept'
      group by 3`,
    [communityId, history, days.start, days.end, timezone],
  )
  await tx.run(
    'delete from measurement.rollup_week where community_id = $1 and history = $2 and week >= $3 and week < $4',
    [communityId, history, weeks.from, weeks.to],
  )
  await tx.run(
    `insert into measurement.rollup_week (community_id, history, week, contributions, people)
     select $1, $2, date_trunc('week', a.at at time zone $5)::date,
            count(*) filter (where a.kind <> 'reaction'), count(distinct a.actor_id) filter (where a.actor_id <> $6)
       from measurement.act a
      where a.community_id = $1 and a.at >= $3 and a.at < $4 and ($2::boolean or not a.imported)
        and a.kind in ('post', 'question', 'comment', 'answer', 'reaction')
      group by 3`,
    [communityId, history, weeks.start, weeks.end, timezone, formerMemberId],
  )
}

export interface Beginning {
  /** When the first act that is still there happened; null without any. */
  firstAt: Date | null
  hasHistory: boolean
}

export async function findBeginning(tx: Tx, communityId: string): Promise<Beginning> {
  const row = await tx.row<Beginning>(
    `select least(
              (select min(created_at) from discussions.post where community_id = $1 and deleted_at is null),
              (select min(created_at) from discussions.comment where community_id = $1 and deleted_at is null)) as "firstAt",
            exists (select 1 from discussions.post where community_id = $1 and imported and deleted_at is null) as "hasHistory"`,
    [communityId],
  )
  return row!
}
