import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface Ticket {
  label: string
  answered: boolean
}

export const findTicket = (tx: Tx, waveId: string, memberId: string): Promise<Ticket | undefined> =>
  tx.row<Ticket>(
    `select cell_label as label, answered from pulse.pulse_ticket where wave_id = $1 and member_id = $2`,
    [waveId, memberId],
  )

export const listUnmarked = async (tx: Tx, waveId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select member_id as id from pulse.pulse_ticket where wave_id = $1 and not answered order by member_id`,
      [waveId],
    )
  ).map(({ id }) => id)

/** People are marked all together, never one by one as they answer. */
export const setAnswered = (tx: Tx, waveId: string, memberIds: readonly string[]): Promise<number> =>
  tx.run(
    `update pulse.pulse_ticket set answered = true where wave_id = $1 and member_id = any($2::uuid[]) and not answered`,
    [waveId, memberIds],
  )

/** For the reminder alone. No screen, no export and no route reads this. */
export const listToRemind = async (tx: Tx, waveId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select t.member_id as id from pulse.pulse_ticket t
         join pulse.wave w on w.id = t.wave_id join people.member m on m.id = t.member_id and m.state = 'active'
        where t.wave_id = $1 and not t.answered and w.state = 'open'
          and (w.community_id is null or exists (select from communities.membership ms
                where ms.community_id = w.community_id and ms.member_id = t.member_id))
        order by t.member_id`,
      [waveId],
    )
  ).map(({ id }) => id)

/** Everybody who was asked. */
export const listAsked = async (tx: Tx, waveId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select t.member_id as id from pulse.pulse_ticket t join people.member m on m.id = t.member_id and m.state = 'active'
        where t.wave_id = $1 order by t.member_id`,
      [waveId],
    )
  ).map(({ id }) => id)

/** Open waves that wait for one person. */
export const listWaitingFor = async (tx: Tx, memberId: string, isEmployee: boolean): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select w.id from pulse.pulse_ticket t join pulse.wave w on w.id = t.wave_id and w.state = 'open'
         left join communities.community c on c.id = w.community_id
        where t.member_id = $1 and not t.answered and (c.id is null or (${readableCommunitySql('c', '$1::uuid', '$2::boolean')}
          and exists (select from communities.membership ms where ms.community_id = c.id and ms.member_id = $1)))
        order by w.closes_at limit 5`,
      [memberId, isEmployee],
    )
  ).map(({ id }) => id)

/** Waves over since before that instant of which tickets are left. */
export const listWavesToForget = (tx: Tx, before: Date): Promise<{ id: string }[]> =>
  tx.rows<{ id: string }>(
    `select w.id from pulse.wave w where w.state in ('closed', 'cancelled') and w.ended_at <= $1
        and exists (select from pulse.pulse_ticket t where t.wave_id = w.id)`,
    [before],
  )

/** From then on nobody can tell any more who was asked, and who answered. */
export const deleteTickets = (tx: Tx, waveId: string): Promise<number> =>
  tx.run(`delete from pulse.pulse_ticket where wave_id = $1`, [waveId])
