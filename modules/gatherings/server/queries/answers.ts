import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Attendee, SeatKind } from '#modules/gatherings/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface AnswerRow {
  attends: SeatKind | null
  waitsFor: SeatKind | null
}

export const findAnswer = (tx: Tx, gatheringId: string, memberId: string): Promise<AnswerRow | undefined> =>
  tx.row<AnswerRow>(
    `select attends, waits_for as "waitsFor" from gatherings.answer where gathering_id = $1 and member_id = $2`,
    [gatheringId, memberId],
  )

/** Writes an answer; `keepTurn` keeps the place in the list, otherwise one stands at its end. */
export async function setAnswer(
  tx: Tx,
  gatheringId: string,
  memberId: string,
  answer: AnswerRow,
  keepTurn: boolean,
  now: Date,
): Promise<void> {
  await tx.run(
    `insert into gatherings.answer (gathering_id, member_id, attends, waits_for, turn, answered_at)
     values ($1, $2, $3, $4, nextval('gatherings.turn'), $6)
     on conflict (gathering_id, member_id) do update set attends = excluded.attends, waits_for = excluded.waits_for,
            turn = case when $5 then answer.turn else excluded.turn end, answered_at = excluded.answered_at`,
    [gatheringId, memberId, answer.attends, answer.waitsFor, keepTurn, now],
  )
}

export const deleteAnswer = (tx: Tx, gatheringId: string, memberId: string): Promise<number> =>
  tx.run(`delete from gatherings.answer where gathering_id = $1 and member_id = $2`, [gatheringId, memberId])

/**
 * Gives the free seats of one kind to those who wait longest, as many as there are; people who may no longer come
 * are passed over. The gathering must be locked. Returns who got one.
 */
export const giveSeats = async (tx: Tx, gatheringId: string, kind: SeatKind): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `with next as (
         select a.member_id from gatherings.answer a
           join gatherings.gathering g on g.id = a.gathering_id
           join people.member m on m.id = a.member_id and m.state = 'active'
           join communities.membership s on s.member_id = a.member_id and s.community_id = g.community_id
          where a.gathering_id = $1 and a.waits_for = $2
          order by a.turn
          limit (select greatest(0, case when $2 = 'onSite' then g.seats_on_site else g.seats_remote end
                        - (select count(*) from gatherings.answer t where t.gathering_id = g.id and t.attends = $2))
                   from gatherings.gathering g where g.id = $1
                  and (case when $2 = 'onSite' then g.seats_on_site else g.seats_remote end) is not null))
       update gatherings.answer a set attends = $2, waits_for = null
         from next where a.gathering_id = $1 and a.member_id = next.member_id
       returning a.member_id as id`,
      [gatheringId, kind],
    )
  ).map((row) => row.id)

/** A kind is no longer offered: whoever had or awaited it stands in the other kind's list, in the order of their answers. */
export const moveToKind = (tx: Tx, gatheringId: string, from: SeatKind, to: SeatKind): Promise<number> =>
  tx.run(
    `update gatherings.answer set
            attends = case when attends = $3 then attends end,
            waits_for = case when attends = $3 then null else $3 end
      where gathering_id = $1 and (attends = $2 or waits_for = $2)`,
    [gatheringId, from, to],
  )

/** Gatherings to come where this person answered and may no longer come: they left, were removed, or are deactivated. */
export const listLostSeats = async (
  tx: Tx,
  memberId: string,
  communityId: string | null,
  now: Date,
): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select g.id from gatherings.answer a
         join gatherings.gathering g on g.id = a.gathering_id
         join people.member m on m.id = a.member_id
        where a.member_id = $1 and g.ends_at > $3 and ($2::uuid is null or g.community_id = $2)
          and (m.state <> 'active' or not exists (
            select 1 from communities.membership s where s.member_id = a.member_id and s.community_id = g.community_id))
        order by g.id`,
      [memberId, communityId, now],
    )
  ).map((row) => row.id)

export const listAttendees = (
  tx: Tx,
  gatheringId: string,
  afterTurn: number | null,
  limit: number,
): Promise<(Attendee & { turn: number })[]> =>
  tx.rows(
    `select ${memberCardSql('m')} as member, a.attends, a.turn::float8 as turn
       from gatherings.answer a join people.member m on m.id = a.member_id
      where a.gathering_id = $1 and a.attends is not null and ($2::bigint is null or a.turn > $2)
      order by a.turn limit $3`,
    [gatheringId, afterTurn, limit + 1],
  )

export const setMinutesWish = (tx: Tx, gatheringId: string, memberId: string): Promise<number> =>
  tx.run(
    `insert into gatherings.minutes_wish (gathering_id, member_id) values ($1, $2) on conflict do nothing`,
    [gatheringId, memberId],
  )

export const deleteMinutesWish = (tx: Tx, gatheringId: string, memberId: string): Promise<number> =>
  tx.run(`delete from gatherings.minutes_wish where gathering_id = $1 and member_id = $2`, [
    gatheringId,
    memberId,
  ])

const mayRead = readableCommunitySql('c', 'm.id', `(m.kind = 'employee')`)

/**
 * Whom to tell that the minutes are there: who said they would come and was not seen (where somebody was seen at
 * all), who answered that they could not, and who asked. Those alone who may read it now.
 */
export const findMinutesReceivers = async (tx: Tx, gatheringId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from gatherings.gathering g
         join communities.community c on c.id = g.community_id
         join people.member m on m.state = 'active' and (
           exists (select 1 from gatherings.minutes_wish w where w.gathering_id = g.id and w.member_id = m.id)
           or exists (select 1 from gatherings.answer a where a.gathering_id = g.id and a.member_id = m.id
                        and (a.attends is null or exists (select 1 from gatherings.presence p where p.gathering_id = g.id))))
        where g.id = $1 and ${mayRead}
          and not exists (select 1 from gatherings.presence p where p.gathering_id = g.id and p.member_id = m.id)
        order by m.id`,
      [gatheringId],
    )
  ).map((row) => row.id)

/** Who comes, or waits where `withWaiting`, and may still read the gathering. */
export const findAttendeeIds = async (tx: Tx, gatheringId: string, withWaiting: boolean): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from gatherings.answer a
         join gatherings.gathering g on g.id = a.gathering_id
         join communities.community c on c.id = g.community_id
         join people.member m on m.id = a.member_id and m.state = 'active'
        where a.gathering_id = $1 and (a.attends is not null or ($2 and a.waits_for is not null)) and ${mayRead}
        order by m.id`,
      [gatheringId, withWaiting],
    )
  ).map((row) => row.id)

/** As `findAttendeeIds`, without those who chose not to be reminded so long before; nobody of what is cancelled, archived or begun. */
export const findReminderReceivers = async (
  tx: Tx,
  gatheringId: string,
  lead: 'day' | 'hour',
  now: Date,
): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from gatherings.answer a
         join gatherings.gathering g on g.id = a.gathering_id
         join communities.community c on c.id = g.community_id
         join people.member m on m.id = a.member_id and m.state = 'active'
         left join gatherings.preference p on p.member_id = m.id
        where a.gathering_id = $1 and a.attends is not null and g.starts_at > $3 and c.stage <> 'archived'
          and not exists (select 1 from gatherings.cancellation k where k.gathering_id = g.id)
          and coalesce(case when $2 = 'day' then p.remind_day else p.remind_hour end, true) and ${mayRead}
        order by m.id`,
      [gatheringId, lead, now],
    )
  ).map((row) => row.id)
