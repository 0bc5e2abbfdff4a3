import { communityRefSql } from '#modules/communities/public.ts'
import type { CommunityRef } from '#modules/communities/contract.ts'
import type { Leave } from '#modules/practice/contract.ts'
import type { HandoverPart } from '#modules/practice/words.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

const leaveColumns = `l.id, ${communityRefSql('c')} as community, ${memberCardSql('m')} as member,
  l.from_day::text as "from", l.to_day::text as "to",
  case when s.id is not null then ${memberCardSql('s')} end as "standIn", l.answer, l.returned_on::text as "returnedOn",
  exists (select 1 from practice.handover h where h.leave_id = l.id and h.given_at is not null) as "isSheetGiven"`
const leaveFrom = `from practice.leave l join communities.community c on c.id = l.community_id
  join people.member m on m.id = l.member_id left join people.member s on s.id = l.stand_in_id`
/** Still a manager of it: a role that was laid down has no leave. */
const managesSql = (member: string) =>
  `exists (select 1 from communities.community_role r where r.community_id = l.community_id and r.member_id = ${member} and r.role = 'manager')`

/** Leaves of a community's managers that are not over. */
export const listLeaves = (tx: Tx, communityId: string, today: string): Promise<Leave[]> =>
  tx.rows(
    `select ${leaveColumns} ${leaveFrom}
      where l.community_id = $1 and l.cancelled_at is null and l.returned_on is null and l.to_day >= $2 and ${managesSql('l.member_id')}
      order by l.from_day, l.id limit 100`,
    [communityId, today],
  )
/** One's own leaves and those for which one is asked, from a month ago on. */
export const listLeavesOf = (tx: Tx, memberId: string, since: string): Promise<Leave[]> =>
  tx.rows(
    `select ${leaveColumns} ${leaveFrom}
      where (l.member_id = $1 or l.stand_in_id = $1 and l.answer is distinct from 'declined')
        and l.cancelled_at is null and l.to_day >= $2 and ${managesSql('$1::uuid')}
      order by l.from_day, l.id limit 50`,
    [memberId, since],
  )
export const findLeave = (tx: Tx, leaveId: string): Promise<Leave | undefined> =>
  tx.row(`select ${leaveColumns} ${leaveFrom} where l.id = $1 and l.cancelled_at is null`, [leaveId])

/** Away on a day, with whoever agreed to stand in. */
export const listAway = (tx: Tx, communityId: string, day: string) =>
  tx.rows<{ away: MemberCard; standIn: MemberCard | null; from: string; to: string }>(
    `select ${memberCardSql('m')} as away, case when s.id is not null and l.answer = 'accepted' then ${memberCardSql('s')} end as "standIn",
            l.from_day::text as "from", l.to_day::text as "to" ${leaveFrom}
      where l.community_id = $1 and $2::date between l.from_day and l.to_day and l.cancelled_at is null
        and (l.returned_on is null or l.returned_on > $2) and ${managesSql('l.member_id')}
      order by l.from_day, l.id limit 50`,
    [communityId, day],
  )
export const isAway = async (
  tx: Tx,
  communityId: string,
  memberId: string,
  from: string,
  to: string,
): Promise<boolean> =>
  (await tx.row(
    `select 1 from practice.leave l where l.community_id = $1 and l.member_id = $2 and l.cancelled_at is null
        and l.from_day <= $4 and coalesce(l.returned_on - 1, l.to_day) >= $3 limit 1`,
    [communityId, memberId, from, to],
  )) !== undefined

export const listManagers = async (tx: Tx, communityId: string): Promise<MemberCard[]> =>
  (
    await tx.rows<{ card: MemberCard }>(
      `select ${memberCardSql('m')} as card from communities.community_role r
         join people.member m on m.id = r.member_id and m.state = 'active'
        where r.community_id = $1 and r.role = 'manager' order by m.sort_name limit 50`,
      [communityId],
    )
  ).map(({ card }) => card)

export const insertLeave = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    memberId: string
    from: string
    to: string
    standInId: string | null
    answer?: 'accepted' | null
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into practice.leave (id, community_id, member_id, from_day, to_day, created_at, stand_in_id, answer, answered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, case when $8::text is null then null else $6::timestamptz end)`,
    [row.id, row.communityId, row.memberId, row.from, row.to, row.at, row.standInId, row.answer ?? null],
  )
export const setStandIn = (tx: Tx, leaveId: string, standInId: string): Promise<number> =>
  tx.run('update practice.leave set stand_in_id = $2, answer = null, answered_at = null where id = $1', [
    leaveId,
    standInId,
  ])
/** Answered once; a second answer changes nothing and says so. */
export const setAnswer = (
  tx: Tx,
  leaveId: string,
  answer: 'accepted' | 'declined',
  at: Date,
): Promise<number> =>
  tx.run('update practice.leave set answer = $2, answered_at = $3 where id = $1 and answer is null', [
    leaveId,
    answer,
    at,
  ])
export const setCancelled = (tx: Tx, leaveId: string, at: Date): Promise<number> =>
  tx.run('update practice.leave set cancelled_at = $2 where id = $1', [leaveId, at])
export const setReturned = (tx: Tx, leaveId: string, on: string): Promise<number> =>
  tx.run('update practice.leave set returned_on = $2 where id = $1', [leaveId, on])

export interface SheetRow {
  word: string | null
  parts: { key: HandoverPart; lines: string[] }[]
  givenAt: string | null
  returnWord: string | null
}
export const findHandover = (tx: Tx, leaveId: string): Promise<SheetRow | undefined> =>
  tx.row(
    `select word, parts, ${instantSql('given_at')} as "givenAt", return_word as "returnWord" from practice.handover where leave_id = $1`,
    [leaveId],
  )
export const setHandover = (
  tx: Tx,
  leaveId: string,
  row: { word: string | null; parts: SheetRow['parts']; give: boolean; at: Date },
): Promise<number> =>
  tx.run(
    `insert into practice.handover (leave_id, word, parts, changed_at, given_at)
     values ($1, $2, $3, $4, case when $5::boolean then $4::timestamptz end)
     on conflict (leave_id) do update set word = excluded.word, parts = excluded.parts, changed_at = excluded.changed_at,
       given_at = coalesce(excluded.given_at, practice.handover.given_at)`,
    [leaveId, row.word, JSON.stringify(row.parts), row.at, row.give],
  )
export const setReturnWord = (tx: Tx, leaveId: string, word: string, at: Date): Promise<number> =>
  tx.run(
    'update practice.handover set return_word = $2, return_at = $3 where leave_id = $1 and given_at is not null',
    [leaveId, word, at],
  )

/** Open cases of moderation: how many, and nothing else. */
export const countOpenCases = async (tx: Tx, communityId: string): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from moderation.case_file where community_id = $1 and closed_at is null and route = 'community'`,
    [communityId],
  ))!.n
/** Questions that nobody else has answered: for a sheet when the workbench gives none. */
export const listOpenQuestions = (tx: Tx, communityId: string) =>
  tx.rows<{ title: string }>(
    `select coalesce(p.title, left(p.excerpt, 80)) as title from discussions.post p
      where p.community_id = $1 and p.kind = 'question' and p.deleted_at is null and p.accepted_answer_id is null and not p.imported
        and not exists (select 1 from discussions.closure k where k.post_id = p.id)
        and not exists (select 1 from discussions.comment c where c.post_id = p.id and c.is_answer and c.author_id <> p.author_id and c.deleted_at is null)
      order by p.created_at limit 10`,
    [communityId],
  )

export interface ToldLeave {
  id: string
  memberId: string
  standInId: string | null
  communityId: string
  community: Pick<CommunityRef, 'id' | 'slug' | 'name' | 'accent'>
  from: string
  to: string
}
/** For notices: leaves that still concern somebody. */
export const listToldLeaves = (tx: Tx, viewerId: string, ids: readonly string[]): Promise<ToldLeave[]> =>
  tx.rows(
    `select l.id, l.member_id as "memberId", l.stand_in_id as "standInId", l.community_id as "communityId",
            jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) as community,
            l.from_day::text as "from", l.to_day::text as "to"
       from practice.leave l join communities.community c on c.id = l.community_id
      where l.id = any($2::uuid[]) and l.cancelled_at is null and $1::uuid in (l.member_id, l.stand_in_id) and ${managesSql('$1::uuid')}`,
    [viewerId, ids],
  )
