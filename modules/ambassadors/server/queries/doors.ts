import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { daySql, inScopeSql, servingSql } from '../sql.ts'

export interface AmbassadorProgramme {
  id: string
  name: string
  communityId: string | null
  changeId: string | null
  leaderId: string
  seats: number
  active: number
  entitiesCovered: number
  entitiesTotal: number
  /** Staff per active ambassador; null without one. */
  staffPerActive: number | null
  launched: boolean
  /** Active of seats, 0 to 1; null before the launch. */
  m32: number | null
  /** The last meeting that was held, and the next. */
  lastMeetingOn: string | null
  nextMeetingOn: string | null
}

/** Open programmes of a change programme or a community, the oldest first. */
export const listOpenOf = (
  tx: Tx,
  scope: { changeId: string | null; communityId: string | null },
  now: Date,
): Promise<AmbassadorProgramme[]> =>
  tx.rows<AmbassadorProgramme>(
    `select p.id, p.name, p.community_id as "communityId", p.programme_id as "changeId", p.leader_id as "leaderId",
            p.seats_max as seats, s.active, s.entities as "entitiesCovered", o.entities as "entitiesTotal",
            case when s.active > 0 then round(o.staff::numeric / s.active, 1)::float8 end as "staffPerActive",
            p.launched_at is not null as launched,
            case when p.launched_at is not null then least(1, round(s.active::numeric / p.seats_max, 2))::float8 end as m32,
            (select ${daySql('max(t.starts_at)')} from ambassadors.meeting t where t.programme_id = p.id and t.starts_at <= $3) as "lastMeetingOn",
            (select ${daySql('min(t.starts_at)')} from ambassadors.meeting t where t.programme_id = p.id and t.starts_at > $3) as "nextMeetingOn"
       from ambassadors.programme p
       cross join lateral (select count(*)::int as active, count(distinct m.entity_id)::int as entities
          from ambassadors.mandate a join people.member m on m.id = a.member_id
         where a.programme_id = p.id and a.state in ${servingSql}) s
       cross join lateral (select count(*)::int as staff, count(distinct m.entity_id)::int as entities
          from people.member m where ${inScopeSql('p', 'm')}) o
      where p.closed_at is null and ($1::uuid is null or p.programme_id = $1) and ($2::uuid is null or p.community_id = $2)
      order by p.created_at, p.id`,
    [scope.changeId, scope.communityId, now],
  )

export const listTrained = (
  tx: Tx,
  programmeId: string,
): Promise<{ memberId: string; ambassadorId: string }[]> =>
  tx.rows(
    `select a.member_id as "memberId", a.id as "ambassadorId" from ambassadors.mandate a
       join people.member m on m.id = a.member_id and m.state = 'active'
      where a.programme_id = $1 and a.state in ${servingSql} and a.accepts_turns
        and exists (select 1 from ambassadors.induction i where i.mandate_id = a.id and i.key = 'tool')
      order by a.since, a.id`,
    [programmeId],
  )
export const listServingOf = (tx: Tx, memberId: string): Promise<{ id: string; programmeId: string }[]> =>
  tx.rows(
    `select id, programme_id as "programmeId" from ambassadors.mandate where member_id = $1 and state in ${servingSql}`,
    [memberId],
  )

export interface CardFacts {
  mandateId: string
  programmeId: string
  programmeName: string
  minPerQuarter: number
  launchedAt: Date | null
  leaderId: string
  member: MemberCard
  state: string
  stateOn: string
  invitedOn: string | null
  mandateEnd: string | null
  /** The last tick of the induction, or when it began. */
  movedOn: string
  hasCall: boolean
}
/** Mandates of a community's programmes on which something may be due. */
export const listStirring = (tx: Tx, communityId: string): Promise<CardFacts[]> =>
  tx.rows<CardFacts>(
    `select a.id as "mandateId", p.id as "programmeId", p.name as "programmeName", p.min_per_quarter as "minPerQuarter",
            p.launched_at as "launchedAt", p.leader_id as "leaderId", ${memberCardSql('m')} as member, a.state,
            ${daySql('a.state_at')} as "stateOn", ${daySql('a.invited_at')} as "invitedOn", ${daySql('a.mandate_end')} as "mandateEnd",
            ${daySql('greatest(a.state_at, (select max(i.done_at) from ambassadors.induction i where i.mandate_id = a.id))')} as "movedOn",
            exists (select 1 from ambassadors.induction i where i.mandate_id = a.id and i.key = 'call') as "hasCall"
       from ambassadors.mandate a join ambassadors.programme p on p.id = a.programme_id join people.member m on m.id = a.member_id
      where p.community_id = $1 and p.closed_at is null
        and a.state in ('nominated', 'invited', 'onboarding', 'active', 'renewal', 'talk')
        and (a.state <> 'nominated' or a.consented_at is not null)
      order by a.state_at, a.id limit 200`,
    [communityId],
  )
export const listMeetingsAhead = (
  tx: Tx,
  communityId: string,
  now: Date,
  until: Date,
): Promise<
  {
    id: string
    programmeId: string
    title: string
    on: string
    isPast: boolean
    hasRecap: boolean
    isCounted: boolean
  }[]
> =>
  tx.rows(
    `select t.id, t.programme_id as "programmeId", t.title, ${daySql('t.starts_at')} as on, t.starts_at <= $2 as "isPast",
            t.recap_at is not null as "hasRecap",
            exists (select 1 from ambassadors.attendance at where at.meeting_id = t.id) as "isCounted"
       from ambassadors.meeting t join ambassadors.programme p on p.id = t.programme_id
      where p.community_id = $1 and p.closed_at is null and t.starts_at between $2::timestamptz - interval '14 days' and $3
      order by t.starts_at`,
    [communityId, now, until],
  )
