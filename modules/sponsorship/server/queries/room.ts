import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface RoomRow {
  id: string
  communityId: string
  why: string
  announcedBy: MemberCard | null
  announcedAt: Date
  startsOn: string
  startedAt: Date | null
  endsOn: string | null
  endWhy: string | null
}

const roomSql = `select o.id, o.community_id as "communityId", o.why, case when m.id is not null then ${memberCardSql('m')} end as "announcedBy",
         o.announced_at as "announcedAt", o.starts_on::text as "startsOn", o.started_at as "startedAt", o.ends_on::text as "endsOn",
         o.end_why as "endWhy"
    from sponsorship.room o left join people.member m on m.id = o.announced_by where o.ended_at is null`

/** The announcement that stands. */
export const findRoom = (tx: Tx, communityId: string): Promise<RoomRow | undefined> =>
  tx.row(`${roomSql} and o.community_id = $1`, [communityId])
/** Announcements of every community whose first or last day has come. */
export const listDueRooms = (tx: Tx, today: string): Promise<RoomRow[]> =>
  tx.rows(
    `${roomSql} and ((o.started_at is null and o.starts_on <= $1::date) or (o.ends_on is not null and o.ends_on <= $1::date)) for update of o`,
    [today],
  )
/** False when one stands already. */
export const insertRoom = async (
  tx: Tx,
  one: { id: string; communityId: string; why: string; startsOn: string; by: string; now: Date },
): Promise<boolean> =>
  (await tx.run(
    `insert into sponsorship.room (id, community_id, why, starts_on, announced_by, announced_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [one.id, one.communityId, one.why, one.startsOn, one.by, one.now],
  )) > 0
export const setRoomStarted = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run('update sponsorship.room set started_at = $2 where id = $1', [id, now])
export const setRoomEnding = (
  tx: Tx,
  one: { id: string; why: string; endsOn: string; by: string; now: Date },
): Promise<number> =>
  tx.run(
    `update sponsorship.room set end_announced_by = $2, end_announced_at = $3, end_why = $4, ends_on = greatest($5::date, starts_on) where id = $1`,
    [one.id, one.by, one.now, one.why, one.endsOn],
  )
export const setRoomEnded = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run('update sponsorship.room set ended_at = $2 where id = $1', [id, now])
export const findRoomById = (
  tx: Tx,
  id: string,
): Promise<{ communityId: string; startsOn: string; endsOn: string | null } | undefined> =>
  tx.row(
    `select community_id as "communityId", starts_on::text as "startsOn", ends_on::text as "endsOn" from sponsorship.room where id = $1`,
    [id],
  )
