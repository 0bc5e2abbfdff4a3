import type { MandateState } from '#modules/ambassadors/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { daySql, servingSql } from '../sql.ts'

/** Notes that a reminder leaves now; false when it left before. */
export const takeReminder = async (tx: Tx, key: string, programmeId: string, now: Date): Promise<boolean> =>
  (await tx.run(
    `insert into ambassadors.reminded (key, programme_id, at) values ($1, $2, $3) on conflict do nothing`,
    [key, programmeId, now],
  )) > 0

export interface DueMandate {
  id: string
  memberId: string
  state: MandateState
  buddyId: string | null
  invitedOn: string | null
  movedOn: string
  since: string | null
  mandateEnd: string | null
  hasCall: boolean
  isWaiting: boolean
  isAway: boolean
  thisMonth: number
  hasIdea: boolean
}
export const listDueMandates = (tx: Tx, programmeId: string, today: string): Promise<DueMandate[]> =>
  tx.rows<DueMandate>(
    `select a.id, a.member_id as "memberId", a.state, a.buddy_id as "buddyId", ${daySql('a.invited_at')} as "invitedOn",
            ${daySql('greatest(a.state_at, (select max(i.done_at) from ambassadors.induction i where i.mandate_id = a.id))')} as "movedOn",
            ${daySql('a.since')} as since, ${daySql('a.mandate_end')} as "mandateEnd",
            exists (select 1 from ambassadors.induction i where i.mandate_id = a.id and i.key = 'call') as "hasCall",
            a.waiting_at is not null as "isWaiting",
            exists (select 1 from ambassadors.absence x where x.mandate_id = a.id and $2::date between x.from_day and x.to_day) as "isAway",
            (select count(*)::int from ambassadors.contribution c where c.mandate_id = a.id and c.dropped_at is null
                and c.on_day between date_trunc('month', $2::date) and $2::date) as "thisMonth",
            exists (select 1 from ambassadors.idea d where d.mandate_id = a.id and d.month = to_char($2::date, 'YYYY-MM')) as "hasIdea"
       from ambassadors.mandate a join people.member m on m.id = a.member_id and m.state = 'active'
      where a.programme_id = $1 and a.state not in ('declined', 'withdrawn', 'alumni', 'lighter') order by a.state_at, a.id`,
    [programmeId, today],
  )
export const listDueMeetings = (
  tx: Tx,
  programmeId: string,
  now: Date,
): Promise<{ id: string; on: string; days: number; hasRecap: boolean }[]> =>
  tx.rows(
    `select id, ${daySql('starts_at')} as on, (starts_at::date - $2::date)::int as days, recap_at is not null as "hasRecap"
       from ambassadors.meeting where programme_id = $1 and starts_at between $2::timestamptz - interval '8 days' and $2::timestamptz + interval '22 days'`,
    [programmeId, now],
  )
export const insertIdea = (
  tx: Tx,
  idea: { mandateId: string; month: string; first: number; second: number; now: Date },
): Promise<number> =>
  tx.run(
    `insert into ambassadors.idea (mandate_id, month, first, second, sent_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [idea.mandateId, idea.month, idea.first, idea.second, idea.now],
  )

export const listServing = (
  tx: Tx,
): Promise<{ mandateId: string; memberId: string; communityId: string | null; since: Date }[]> =>
  tx.rows(
    `select a.id as "mandateId", a.member_id as "memberId", p.community_id as "communityId",
            greatest(coalesce(a.since::timestamptz, a.state_at), now() - interval '400 days') as since
       from ambassadors.mandate a join ambassadors.programme p on p.id = a.programme_id and p.closed_at is null
      where a.state in ${servingSql} order by a.id`,
  )

/** Notes of talks go after a year; the address of a line manager when the mandate is over. */
export const forgetOld = async (tx: Tx, now: Date): Promise<void> => {
  await tx.run(
    `update ambassadors.talk set note = null, note_shared_at = null where note is not null and concluded_at < $1::timestamptz - interval '1 year'`,
    [now],
  )
  await tx.run(
    `update ambassadors.commitment c set manager_address = null, token_hash = null from ambassadors.mandate a
      where a.id = c.mandate_id and a.state in ('declined', 'withdrawn', 'alumni') and c.manager_address is not null`,
  )
}

export interface NoticeFacts {
  programmeId: string
  name: string
  leads: boolean
  isMine: boolean
  accompanies: boolean
}
/** What a notice may say to one person now. */
export const listNoticeProgrammes = (tx: Tx, me: string, ids: readonly string[]): Promise<NoticeFacts[]> =>
  tx.rows<NoticeFacts>(
    `select p.id as "programmeId", p.name, p.leader_id = $1 as leads,
            exists (select 1 from ambassadors.mandate a where a.programme_id = p.id and a.member_id = $1) as "isMine",
            exists (select 1 from ambassadors.mandate a where a.programme_id = p.id and a.buddy_id = $1) as accompanies
       from ambassadors.programme p where p.id = any($2::uuid[])`,
    [me, ids],
  )
