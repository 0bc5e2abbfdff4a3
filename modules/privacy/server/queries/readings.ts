import type { Reading, ReadingNotice } from '#modules/privacy/contract.ts'
import { communityRefSql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { exactInstantSql, instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

type Row = Omit<Reading, 'can'> & { askedById: string; askedExactly: string }

const factsSql = `
  r.id, ${memberCardSql('asker')} as "askedBy", r.purpose, r.reason, r.hours, ${instantSql('r.asked_at')} as "askedAt",
  case when r.decided_by is null then null else ${memberCardSql('decider')} end as "decidedBy",
  case when r.grant_id is null and r.decided_by is null and r.refusal is null then 'waiting'
       when r.grant_id is null then 'refused'
       when r.ends_at > $1 then 'open' else 'over' end as state,
  case when r.grant_id is null then null else ${instantSql('r.decided_at')} end as "openedAt",
  ${instantSql('r.ends_at')} as "endsAt"`
const fromSql = `
  from privacy.reading r
  join communities.community c on c.id = r.community_id
  join people.member asker on asker.id = r.asked_by
  left join people.member decider on decider.id = r.decided_by`
// The name of a secret community is none of an administrator's business; who leads it is.
const rowSql = `
  select ${factsSql}, r.community_id as "communityId", r.refusal, r.tell_after_days as "tellAfterDays",
         ${instantSql('r.members_told_at')} as "membersToldAt", r.asked_by as "askedById",
         ${exactInstantSql('r.asked_at')} as "askedExactly",
         case when c.visibility = 'secret' then null else ${communityRefSql('c')} end as community,
         coalesce((select jsonb_agg(${memberCardSql('m')} order by m.display_name)
                     from communities.community_role role join people.member m on m.id = role.member_id
                    where role.community_id = c.id and role.role = 'manager'), '[]') as managers
  ${fromSql}`

export const findReading = (tx: Tx, now: Date, readingId: string): Promise<Row | undefined> =>
  tx.row<Row>(`${rowSql} where r.id = $2`, [now, readingId])

/** Newest first, `limit + 1` rows. */
export const listReadings = (
  tx: Tx,
  now: Date,
  before: { at: string | null; id: string | null },
  limit: number,
): Promise<Row[]> =>
  tx.rows<Row>(
    `${rowSql} where $2::timestamptz is null or (r.asked_at, r.id) < ($2::timestamptz, $3::uuid)
      order by r.asked_at desc, r.id desc limit $4`,
    [now, before.at, before.id, limit + 1],
  )

/** Waits for its second person, so that another effect cannot come in between. */
export const lockReading = (tx: Tx, readingId: string) =>
  tx.row<{
    communityId: string
    askedBy: string
    hours: number
    isWaiting: boolean
    grantId: string | null
    endsAt: Date | null
  }>(
    `select community_id as "communityId", asked_by as "askedBy", hours, grant_id as "grantId", ends_at as "endsAt",
            decided_by is null and refusal is null as "isWaiting"
       from privacy.reading where id = $1 for update`,
    [readingId],
  )

export const hasOpenRequest = async (tx: Tx, memberId: string, communityId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from privacy.reading where asked_by = $1 and community_id = $2 and decided_by is null and refusal is null`,
    [memberId, communityId],
  )) !== undefined

export const insertReading = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    askedBy: string
    at: Date
    purpose: string
    reason: string
    hours: number
    tellAfterDays: number
  },
): Promise<number> =>
  tx.run(
    `insert into privacy.reading (id, community_id, asked_by, asked_at, purpose, reason, hours, tell_after_days)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.communityId, row.askedBy, row.at, row.purpose, row.reason, row.hours, row.tellAfterDays],
  )

export const setOpened = (
  tx: Tx,
  readingId: string,
  decision: { by: string; at: Date; grantId: string; endsAt: Date },
): Promise<number> =>
  tx.run(
    `update privacy.reading set decided_by = $2, decided_at = $3, grant_id = $4, ends_at = $5 where id = $1`,
    [readingId, decision.by, decision.at, decision.grantId, decision.endsAt],
  )

/** `by` is null where whoever asked took the request back. */
export const setRefused = (
  tx: Tx,
  readingId: string,
  decision: { by: string | null; at: Date; reason: string },
): Promise<number> =>
  tx.run(`update privacy.reading set decided_by = $2, decided_at = $3, refusal = $4 where id = $1`, [
    readingId,
    decision.by,
    decision.at,
    decision.reason,
  ])

export const setEnded = (tx: Tx, readingId: string, by: string, at: Date): Promise<number> =>
  tx.run(`update privacy.reading set ends_at = $3, ended_by = $2 where id = $1`, [readingId, by, at])

/** Readings that are over for as long as was announced, marked as told. */
export const takeReadingsToTell = (tx: Tx, now: Date): Promise<{ id: string; communityId: string }[]> =>
  tx.rows(
    `update privacy.reading set members_told_at = $1
      where grant_id is not null and members_told_at is null
        and ends_at + make_interval(days => tell_after_days) <= $1
      returning id, community_id as "communityId"`,
    [now],
  )

/** What a community's people read about it: the managers everything that was opened, the others what was told. */
export const listNotices = (
  tx: Tx,
  now: Date,
  communityId: string,
  isManager: boolean,
): Promise<ReadingNotice[]> =>
  tx.rows<ReadingNotice>(
    `select ${factsSql} ${fromSql}
      where r.community_id = $2 and r.grant_id is not null and ($3 or r.members_told_at is not null)
      order by r.asked_at desc, r.id desc limit 100`,
    [now, communityId, isManager],
  )

export interface NoticeFactsRow {
  id: string
  slug: string | null
  name: Record<string, string> | null
  askedBy: string
  isOpened: boolean
  refusal: string | null
}

/** For notices: what a receiver may be told of a reading; the community's name to its people alone. */
export const listReadingFacts = (
  tx: Tx,
  ids: readonly string[],
  viewerId: string,
): Promise<NoticeFactsRow[]> =>
  tx.rows<NoticeFactsRow>(
    `select r.id, asker.display_name as "askedBy", r.grant_id is not null as "isOpened", r.refusal,
            case when ms.member_id is null then null else c.slug end as slug,
            case when ms.member_id is null then null else c.name end as name
       ${fromSql}
       left join communities.membership ms on ms.community_id = c.id and ms.member_id = $2
      where r.id = any($1::uuid[])`,
    [ids, viewerId],
  )

const idsOf = async (found: Promise<{ id: string }[]>): Promise<string[]> => (await found).map(({ id }) => id)

export const listManagerIds = (tx: Tx, readingId: string): Promise<string[]> =>
  idsOf(
    tx.rows(
      `select role.member_id as id from privacy.reading r
         join communities.community_role role on role.community_id = r.community_id and role.role = 'manager'
        where r.id = $1`,
      [readingId],
    ),
  )
/** Those of then: members of the community since before the end of the reading. */
export const listMemberIds = (tx: Tx, readingId: string): Promise<string[]> =>
  idsOf(
    tx.rows(
      `select ms.member_id as id from privacy.reading r
         join communities.membership ms on ms.community_id = r.community_id and ms.joined_at <= r.ends_at
         join people.member m on m.id = ms.member_id and m.state = 'active'
        where r.id = $1 and ms.member_id <> r.asked_by`,
      [readingId],
    ),
  )
export const listOtherAdministrators = (tx: Tx, readingId: string): Promise<string[]> =>
  idsOf(
    tx.rows(
      `select m.id from privacy.reading r, people.administrator a join people.member m on m.id = a.member_id
        where r.id = $1 and m.state = 'active' and m.id <> r.asked_by`,
      [readingId],
    ),
  )
export const findAsker = (tx: Tx, readingId: string): Promise<{ id: string } | undefined> =>
  tx.row('select asked_by as id from privacy.reading where id = $1', [readingId])

/** How often it happened, by calendar year, for the sheets: asked and opened. */
export const countReadings = (tx: Tx): Promise<{ year: number; asked: number; opened: number }[]> =>
  tx.rows(
    `select extract(year from asked_at)::int as year, count(*)::int as asked, count(grant_id)::int as opened
       from privacy.reading group by 1 order by 1 desc limit 5`,
  )
