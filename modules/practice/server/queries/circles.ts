import type { CircleCard, CircleEntry } from '#modules/practice/contract.ts'
import type { EntryKind } from '#modules/practice/words.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { exactInstantSql, instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Whoever manages a community, whichever. */
export const isManager = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from communities.community_role where member_id = $1 and role = 'manager' limit 1`,
    [memberId],
  )) !== undefined

/** `$1` looks. */
const circleColumns = `c.id, c.name, c.purpose, c.seats,
  coalesce((select jsonb_agg(${memberCardSql('m')} order by cm.joined_at, m.id) from practice.circle_member cm
              join people.member m on m.id = cm.member_id where cm.circle_id = c.id), '[]') as members,
  exists (select 1 from practice.circle_member mine where mine.circle_id = c.id and mine.member_id = $1::uuid) as "isMine",
  case when exists (select 1 from practice.circle_member mine where mine.circle_id = c.id and mine.member_id = $1::uuid)
       then (select ${instantSql('min(mt.starts_at)')} from practice.circle_meeting mt
              where mt.circle_id = c.id and mt.starts_at > $2) end as "nextMeeting"`

/** Mine first, then those with a free seat. */
export const listCircles = (tx: Tx, memberId: string, now: Date): Promise<CircleCard[]> =>
  tx.rows(
    `select ${circleColumns} from practice.circle c
      where exists (select 1 from practice.circle_member mine where mine.circle_id = c.id and mine.member_id = $1::uuid)
         or (select count(*) from practice.circle_member cm where cm.circle_id = c.id) < c.seats
      order by exists (select 1 from practice.circle_member mine where mine.circle_id = c.id and mine.member_id = $1::uuid) desc,
               c.created_at desc, c.id limit 100`,
    [memberId, now],
  )
export const findCircle = (
  tx: Tx,
  memberId: string,
  now: Date,
  circleId: string,
): Promise<CircleCard | undefined> =>
  tx.row(`select ${circleColumns} from practice.circle c where c.id = $3`, [memberId, now, circleId])
/** Seats are taken one after the other. */
export const lockCircle = (tx: Tx, circleId: string): Promise<{ seats: number } | undefined> =>
  tx.row('select seats from practice.circle where id = $1 for update', [circleId])

export const insertCircle = (
  tx: Tx,
  row: { id: string; name: string; purpose: string | null; seats: number; at: Date; by: string | null },
): Promise<number> =>
  tx.run(
    'insert into practice.circle (id, name, purpose, seats, created_at, created_by) values ($1, $2, $3, $4, $5, $6)',
    [row.id, row.name, row.purpose, row.seats, row.at, row.by],
  )
export const insertSeat = (tx: Tx, circleId: string, memberId: string, at: Date): Promise<number> =>
  tx.run(
    'insert into practice.circle_member (circle_id, member_id, joined_at) values ($1, $2, $3) on conflict do nothing',
    [circleId, memberId, at],
  )
export async function deleteSeat(tx: Tx, circleId: string, memberId: string): Promise<number> {
  const left = await tx.run('delete from practice.circle_member where circle_id = $1 and member_id = $2', [
    circleId,
    memberId,
  ])
  await tx.run(
    `delete from practice.circle c where c.id = $1
        and not exists (select 1 from practice.circle_member cm where cm.circle_id = c.id)`,
    [circleId],
  )
  return left
}

export const listMeetings = (tx: Tx, circleId: string, now: Date) =>
  tx.rows<{ id: string; startsAt: string; place: string }>(
    `select id, ${instantSql('starts_at')} as "startsAt", place from practice.circle_meeting
      where circle_id = $1 and starts_at > $2::timestamptz - interval '1 day' order by starts_at limit 10`,
    [circleId, now],
  )
export const insertMeeting = (
  tx: Tx,
  row: { id: string; circleId: string; startsAt: string; place: string; by: string; at: Date },
): Promise<number> =>
  tx.run(
    `insert into practice.circle_meeting (id, circle_id, starts_at, place, by_member_id, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.circleId, row.startsAt, row.place, row.by, row.at],
  )

const entryColumns = `e.id, e.kind, ${memberCardSql('a')} as author, e.text, ${instantSql('e.at')} as at, e.author_id = $1::uuid as "isMine",
  coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'author', ${memberCardSql('ra')}, 'text', r.text, 'at', ${instantSql('r.at')}) order by r.at)
              from practice.circle_reply r join people.member ra on ra.id = r.author_id where r.entry_id = e.id), '[]') as replies`
export type EntryRow = CircleEntry & { exactAt: string }
export const listEntries = (
  tx: Tx,
  viewerId: string,
  circleId: string,
  after: [string | null, string | null],
  limit: number,
): Promise<EntryRow[]> =>
  tx.rows(
    `select ${entryColumns}, ${exactInstantSql('e.at')} as "exactAt" from practice.circle_entry e join people.member a on a.id = e.author_id
      where e.circle_id = $2 and ($3::timestamptz is null or (e.at, e.id) < ($3::timestamptz, $4::uuid))
      order by e.at desc, e.id desc limit $5`,
    [viewerId, circleId, ...after, limit + 1],
  )
export const findEntry = (tx: Tx, viewerId: string, entryId: string): Promise<CircleEntry | undefined> =>
  tx.row(
    `select ${entryColumns} from practice.circle_entry e join people.member a on a.id = e.author_id where e.id = $2`,
    [viewerId, entryId],
  )
export const insertEntry = (
  tx: Tx,
  row: { id: string; circleId: string; kind: EntryKind; authorId: string; text: string; at: Date },
): Promise<number> =>
  tx.run(
    'insert into practice.circle_entry (id, circle_id, kind, author_id, text, at) values ($1, $2, $3, $4, $5, $6)',
    [row.id, row.circleId, row.kind, row.authorId, row.text, row.at],
  )
/** The circle of an entry, if this person sits in it. */
export const findCircleOfEntry = (tx: Tx, entryId: string, memberId: string) =>
  tx.row<{ circleId: string }>(
    `select e.circle_id as "circleId" from practice.circle_entry e
       join practice.circle_member cm on cm.circle_id = e.circle_id and cm.member_id = $2 where e.id = $1`,
    [entryId, memberId],
  )
export const insertReply = (
  tx: Tx,
  row: { id: string; entryId: string; authorId: string; text: string; at: Date },
): Promise<number> =>
  tx.run(
    'insert into practice.circle_reply (id, entry_id, author_id, text, at) values ($1, $2, $3, $4, $5)',
    [row.id, row.entryId, row.authorId, row.text, row.at],
  )
export const deleteEntry = (tx: Tx, entryId: string, authorId: string): Promise<number> =>
  tx.run('delete from practice.circle_entry where id = $1 and author_id = $2', [entryId, authorId])
export const listSeatIds = async (tx: Tx, circleId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select cm.member_id as id from practice.circle_member cm join people.member m on m.id = cm.member_id and m.state = 'active'
        where cm.circle_id = $1`,
      [circleId],
    )
  ).map(({ id }) => id)

/** Members of the communities that somebody manages, whose full name stands in a text; at most five. */
export const findNames = async (tx: Tx, managerId: string, text: string): Promise<string[]> =>
  (
    await tx.rows<{ name: string }>(
      `select distinct m.display_name as name from communities.community_role r
         join communities.membership ms on ms.community_id = r.community_id
         join people.member m on m.id = ms.member_id and m.id <> $1
        where r.member_id = $1 and r.role = 'manager' and length(m.sort_name) >= 4
          and position(m.sort_name in people.fold($2)) > 0
        order by 1 limit 5`,
      [managerId, text],
    )
  ).map(({ name }) => name)

/** Circles among these in which somebody sits. */
export const listToldCircles = (tx: Tx, viewerId: string, ids: readonly string[]) =>
  tx.rows<{ id: string; name: string }>(
    `select c.id, c.name from practice.circle c join practice.circle_member cm on cm.circle_id = c.id and cm.member_id = $1
      where c.id = any($2::uuid[])`,
    [viewerId, ids],
  )
