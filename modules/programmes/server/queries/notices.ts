import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { readableProgrammeSql } from '../sql.ts'
import type { Viewer } from './programmes.ts'

/** Programmes that the viewer may read at this moment, with the cards that are theirs. */
export const listTold = (
  tx: Tx,
  viewer: Viewer,
  programmeIds: readonly string[],
): Promise<
  { id: string; name: LocalText; state: string; phase: string; leads: boolean; sponsors: boolean }[]
> =>
  tx.rows(
    `select p.id, p.name, p.state, p.phase,
            p.leader_id = $1::uuid or exists (select 1 from programmes.co_leader l where l.programme_id = p.id and l.member_id = $1) as leads,
            coalesce(p.sponsor_id = $1, false) as sponsors
       from programmes.programme p
      where p.id = any($3::uuid[]) and ${readableProgrammeSql('p', '$1::uuid', '$2::boolean')}`,
    [...viewer, programmeIds],
  )

/** Cards that are the viewer's own and still open. */
export const listOwnCards = (
  tx: Tx,
  memberId: string,
  cardIds: readonly string[],
): Promise<{ id: string; title: string }[]> =>
  tx.rows(
    `select id, title from programmes.card where id = any($2::uuid[]) and owner_id = $1 and done_at is null and refused_at is null`,
    [memberId, cardIds],
  )

/** Leaders, the sponsor, owners of open cards and managers of its communities. */
export const listConcerned = async (tx: Tx, programmeId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select p.leader_id as id from programmes.programme p where p.id = $1
       union select p.sponsor_id from programmes.programme p where p.id = $1 and p.sponsor_id is not null
       union select l.member_id from programmes.co_leader l where l.programme_id = $1
       union select k.owner_id from programmes.card k where k.programme_id = $1 and k.owner_id is not null
               and k.done_at is null and k.refused_at is null
       union select r.member_id from programmes.programme_community pc
               join communities.community_role r on r.community_id = pc.community_id and r.role = 'manager'
              where pc.programme_id = $1`,
      [programmeId],
    )
  ).map(({ id }) => id)

export const listLeaders = async (tx: Tx, programmeId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select p.leader_id as id from programmes.programme p where p.id = $1
       union select l.member_id from programmes.co_leader l where l.programme_id = $1`,
      [programmeId],
    )
  ).map(({ id }) => id)

export interface DueCard {
  cardId: string
  programmeId: string
  memberId: string
  on: string
  lead: number
}
/** Open cards of running programmes whose reminder (days before the day) is due and was not sent for that day. */
export const listDueCards = (tx: Tx, today: string, leads: readonly number[]): Promise<DueCard[]> =>
  tx.rows<DueCard>(
    `select k.id as "cardId", k.programme_id as "programmeId", k.owner_id as "memberId", k.on_day::text as "on", lead
       from programmes.card k join programmes.programme p on p.id = k.programme_id and p.state = 'running'
       join people.member m on m.id = k.owner_id and m.state = 'active'
       cross join unnest($2::int[]) as lead
      where k.kind in ('action', 'message', 'training', 'barrier') and k.done_at is null and k.refused_at is null
        and k.on_day - lead = $1::date
        and not exists (select 1 from programmes.reminder r where r.card_id = k.id and r.on_day = k.on_day and r.lead = lead)
      order by k.on_day, k.id`,
    [today, leads],
  )
export const insertReminder = (tx: Tx, cardId: string, on: string, lead: number, at: Date) =>
  tx.run(
    'insert into programmes.reminder (card_id, on_day, lead, sent_at) values ($1, $2, $3, $4) on conflict do nothing',
    [cardId, on, lead, at],
  )
