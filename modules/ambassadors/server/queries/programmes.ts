import { communityRefSql } from '#modules/communities/public.ts'
import type { Meeting, ProgrammeCard, ProgrammeDetail } from '#modules/ambassadors/contract.ts'
import type { ProgrammeKind } from '#modules/ambassadors/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { cardOf, daySql, inScopeSql, instantSql, seatedSql, servingSql, visibleSql } from '../sql.ts'

export interface ProgrammeFacts {
  id: string
  communityId: string | null
  changeId: string | null
  leaderId: string
  name: string
  purpose: string
  kind: ProgrammeKind
  seats: number
  mandateMonths: number
  minPerQuarter: number
  launchedAt: Date | null
  closedAt: Date | null
  charterVersion: number | null
}

const factsSql = `select p.id, p.community_id as "communityId", p.programme_id as "changeId", p.leader_id as "leaderId", p.name,
       p.purpose, p.kind, p.seats_max as seats, p.mandate_months as "mandateMonths", p.min_per_quarter as "minPerQuarter",
       p.launched_at as "launchedAt", p.closed_at as "closedAt",
       (select max(version) from ambassadors.charter c where c.programme_id = p.id) as "charterVersion"
  from ambassadors.programme p`
const byId = `${factsSql} where p.id = $1`
const byIdLocked = `${byId} for update of p`
const open = `${factsSql} where p.closed_at is null order by p.created_at, p.id`

export const findProgramme = (tx: Tx, id: string, toChange = false): Promise<ProgrammeFacts | undefined> =>
  tx.row<ProgrammeFacts>(toChange ? byIdLocked : byId, [id])
export const listOpenProgrammes = (tx: Tx): Promise<ProgrammeFacts[]> => tx.rows<ProgrammeFacts>(open)

/** `$1` viewer, `$2` viewer is an employee. The rest of the card is the same for everybody. */
const cardsSql = `with company as materialized (
    select count(*)::int as staff, count(distinct m.entity_id)::int as entities, count(distinct m.site_id)::int as sites
      from people.member m where m.state = 'active' and m.kind = 'employee')
  select p.id, p.name, p.purpose, p.kind, p.community_id as "communityId", p.programme_id as "changeId",
         case when c.id is null then null else ${communityRefSql('c')} end as community,
         ${cardOf('p.leader_id')} as leader, p.seats_max as seats, served.active,
         served.entities as "entitiesCovered", served.sites as "sitesCovered",
         coalesce(here.entities, aimed.entities, company.entities) as "entitiesTotal", coalesce(here.sites, aimed.sites, company.sites) as "sitesTotal",
         case when served.active > 0
              then round(coalesce(here.staff, aimed.staff, company.staff)::numeric / served.active, 1)::float8 end as "staffPerActive",
         case when p.launched_at is not null then least(1, round(served.active::numeric / p.seats_max, 2))::float8 end as m32,
         ${daySql('p.launched_at')} as "launchedOn", p.closed_at is not null as "isClosed", p.leader_id as "leaderId",
         (select a.state from ambassadors.mandate a where a.programme_id = p.id and a.member_id = $1::uuid) as mine
    from ambassadors.programme p
    cross join company
    left join communities.community c on c.id = p.community_id
    left join programmes.programme ch on ch.id = p.programme_id
    left join lateral (
      select count(*)::int as staff, count(distinct m.entity_id)::int as entities, count(distinct m.site_id)::int as sites
        from people.member m where ${inScopeSql('p', 'm')}
    ) aimed on p.kind = 'adoption' and exists (select 1 from programmes.population po where po.programme_id = p.programme_id)
    left join lateral (
      select count(*)::int as staff, count(distinct m.entity_id)::int as entities, count(distinct m.site_id)::int as sites
        from communities.membership ms join people.member m on m.id = ms.member_id
       where ms.community_id = p.community_id and m.state = 'active' and m.kind = 'employee'
    ) here on p.kind = 'content' and p.community_id is not null
    cross join lateral (
      select count(*)::int as active, count(distinct m.entity_id)::int as entities, count(distinct m.site_id)::int as sites
        from ambassadors.mandate a join people.member m on m.id = a.member_id
       where a.programme_id = p.id and a.state in ${servingSql}) served
   where ${visibleSql('c', 'ch', '$1::uuid', '$2::boolean')}`

export interface CardRow extends Omit<ProgrammeCard, 'mayLead'> {
  communityId: string | null
  leaderId: string
  sitesCovered: number
  sitesTotal: number
}
const listSql = `${cardsSql} and ($3::uuid is null or p.community_id = $3) and ($4::uuid is null or p.programme_id = $4)
   order by p.closed_at is not null, p.created_at desc, p.id limit 50`
const oneSql = `${cardsSql} and p.id = $3`

export interface Viewer {
  memberId: string
  isEmployee: boolean
}
export const listCards = (
  tx: Tx,
  viewer: Viewer,
  scope: { communityId?: string | null; changeId?: string | null },
): Promise<CardRow[]> =>
  tx.rows<CardRow>(listSql, [
    viewer.memberId,
    viewer.isEmployee,
    scope.communityId ?? null,
    scope.changeId ?? null,
  ])
export const findCard = (tx: Tx, viewer: Viewer, id: string): Promise<CardRow | undefined> =>
  tx.row<CardRow>(oneSql, [viewer.memberId, viewer.isEmployee, id])

const coveredSql = (place: 'entity' | 'site'): string => `
  select e.id, e.name, coalesce(bool_or(a.id is not null), false) as "isCovered",
         coalesce(jsonb_agg(${memberCardSql('m')} order by m.sort_name) filter (where a.id is not null and a.is_listed), '[]') as people
    from ambassadors.programme p
    join people.member m on ${inScopeSql('p', 'm')}
    join people.${place} e on e.id = m.${place}_id
    left join ambassadors.mandate a on a.programme_id = p.id and a.member_id = m.id and a.state in ${servingSql}
   where p.id = $1 group by e.id, e.name order by "isCovered", lower(e.name) limit 300`
const entitiesSql = coveredSql('entity')
const sitesSql = coveredSql('site')
export const listCoverage = async (
  tx: Tx,
  id: string,
): Promise<Pick<ProgrammeDetail, 'entities' | 'sites'>> => ({
  entities: await tx.rows(entitiesSql, [id]),
  sites: await tx.rows(sitesSql, [id]),
})

export const findCharter = (
  tx: Tx,
  id: string,
): Promise<{ version: number; text: string; on: string } | undefined> =>
  tx.row(
    `select version, text, ${daySql('at')} as on from ambassadors.charter where programme_id = $1 order by version desc limit 1`,
    [id],
  )
export const listCharters = (tx: Tx, id: string): Promise<{ version: number; on: string }[]> =>
  tx.rows(
    `select version, ${daySql('at')} as on from ambassadors.charter where programme_id = $1 order by version desc`,
    [id],
  )
export const insertCharter = (
  tx: Tx,
  id: string,
  text: string,
  by: string | null,
  now: Date,
): Promise<number> =>
  tx.run(
    `insert into ambassadors.charter (programme_id, version, text, at, by_member_id)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4 from ambassadors.charter where programme_id = $1`,
    [id, text, now, by],
  )

export const insertProgramme = (
  tx: Tx,
  row: Omit<ProgrammeFacts, 'launchedAt' | 'closedAt' | 'charterVersion'> & { by: string | null; now: Date },
): Promise<number> =>
  tx.run(
    `insert into ambassadors.programme (id, community_id, programme_id, name, purpose, kind, leader_id, seats_max, mandate_months,
            min_per_quarter, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.id,
      row.communityId,
      row.changeId,
      row.name,
      row.purpose,
      row.kind,
      row.leaderId,
      row.seats,
      row.mandateMonths,
      row.minPerQuarter,
      row.now,
      row.by,
    ],
  )
export const setProgramme = (tx: Tx, row: ProgrammeFacts): Promise<number> =>
  tx.run(
    `update ambassadors.programme set name = $2, purpose = $3, leader_id = $4, seats_max = $5, mandate_months = $6,
            min_per_quarter = $7, launched_at = $8, closed_at = $9 where id = $1`,
    [
      row.id,
      row.name,
      row.purpose,
      row.leaderId,
      row.seats,
      row.mandateMonths,
      row.minPerQuarter,
      row.launchedAt,
      row.closedAt,
    ],
  )

/** Active employees, of the populations of a change programme where it names some. */
export const countStaff = async (tx: Tx, changeId: string | null = null): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from (select 'adoption' as kind, null::uuid as community_id, $1::uuid as programme_id) p
       join people.member m on ${inScopeSql('p', 'm')}`,
    [changeId],
  ))!.n
export const isActiveEmployee = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await tx.row(`select 1 from people.member where id = $1 and state = 'active' and kind = 'employee'`, [
    memberId,
  ])) !== undefined

const meetingColumns = `t.id, t.kind, t.title, ${instantSql('t.starts_at')} as "startsAt", t.place, t.link,
   t.gathering_id as "gatheringId", t.recap, t.actions, t.starts_at <= $2 as "isPast",
   coalesce(n.invited, 0)::int as invited, case when n.counted > 0 then n.present::int end as present`
const countedSql = `left join lateral (
     select count(*) as counted, count(*) filter (where at.present) as present, count(*) as invited
       from ambassadors.attendance at where at.meeting_id = t.id) n on true`

/** The next ones first, then the last eight. */
export const listMeetings = (tx: Tx, programmeId: string, now: Date): Promise<Meeting[]> =>
  tx.rows<Meeting>(
    `select ${meetingColumns} from ambassadors.meeting t ${countedSql}
      where t.programme_id = $1 order by t.starts_at <= $2, abs(extract(epoch from t.starts_at - $2::timestamptz)) limit 12`,
    [programmeId, now],
  )

export interface MeetingFacts {
  id: string
  programmeId: string
  kind: 'kickoff' | 'quarterly'
  title: string
  startsAt: Date
  recapAt: Date | null
}
export const findMeeting = (tx: Tx, id: string): Promise<MeetingFacts | undefined> =>
  tx.row<MeetingFacts>(
    `select id, programme_id as "programmeId", kind, title, starts_at as "startsAt", recap_at as "recapAt"
       from ambassadors.meeting where id = $1`,
    [id],
  )
export const insertMeeting = (
  tx: Tx,
  row: {
    id: string
    programmeId: string
    kind: 'kickoff' | 'quarterly'
    gatheringId: string | null
    title: string
    startsAt: Date
    place: string | null
    link: string | null
    by: string | null
  },
): Promise<number> =>
  tx.run(
    `insert into ambassadors.meeting (id, programme_id, kind, gathering_id, title, starts_at, place, link, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      row.id,
      row.programmeId,
      row.kind,
      row.gatheringId,
      row.title,
      row.startsAt,
      row.place,
      row.link,
      row.by,
    ],
  )
export const setRecap = (
  tx: Tx,
  id: string,
  recap: string,
  actions: readonly string[],
  now: Date,
): Promise<number> =>
  tx.run(`update ambassadors.meeting set recap = $2, actions = $3, recap_at = $4 where id = $1`, [
    id,
    recap,
    actions,
    now,
  ])
export const findInstant = async (tx: Tx, wall: string, timezone: string): Promise<Date> =>
  (await tx.row<{ at: Date }>(`select $1::timestamp at time zone $2 as at`, [wall, timezone]))!.at

/** Everybody seated, with whether they were there. */
export const setAttendance = async (
  tx: Tx,
  meetingId: string,
  present: readonly string[],
  now: Date,
): Promise<void> => {
  await tx.run(`delete from ambassadors.attendance where meeting_id = $1`, [meetingId])
  await tx.run(
    `insert into ambassadors.attendance (meeting_id, mandate_id, present, at)
     select t.id, a.id, a.id = any($2::uuid[]), $3 from ambassadors.meeting t
       join ambassadors.mandate a on a.programme_id = t.programme_id and a.state in ${seatedSql} where t.id = $1`,
    [meetingId, present, now],
  )
}
export const listAttendance = (
  tx: Tx,
  meetingId: string,
): Promise<{ mandateId: string; name: string; memberId: string; present: boolean }[]> =>
  tx.rows(
    `select a.id as "mandateId", m.display_name as name, m.id as "memberId", coalesce(at.present, false) as present
       from ambassadors.meeting t
       join ambassadors.mandate a on a.programme_id = t.programme_id and a.state in ${seatedSql}
       join people.member m on m.id = a.member_id
       left join ambassadors.attendance at on at.meeting_id = t.id and at.mandate_id = a.id
      where t.id = $1 order by m.sort_name, m.id`,
    [meetingId],
  )
/** The best attended kick-off. */
export const findKickoff = (
  tx: Tx,
  programmeId: string,
): Promise<{ meetingId: string; invited: number; present: number } | undefined> =>
  tx.row(
    `select t.id as "meetingId", count(at.mandate_id)::int as invited, (count(*) filter (where at.present))::int as present
       from ambassadors.meeting t left join ambassadors.attendance at on at.meeting_id = t.id
      where t.programme_id = $1 and t.kind = 'kickoff' group by t.id
      order by count(*) filter (where at.present)::numeric / greatest(1, count(at.mandate_id)) desc, t.starts_at desc limit 1`,
    [programmeId],
  )
