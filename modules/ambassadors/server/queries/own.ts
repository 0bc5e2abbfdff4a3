import type { Commitment, InductionKey, MandateState, Meeting } from '#modules/ambassadors/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { cardOf, daySql, instantSql } from '../sql.ts'
import { inductionJsonSql, talkJsonSql } from './mandates.ts'

export interface OwnRow {
  id: string
  programmeId: string
  state: MandateState
  stateOn: string
  nominatedBy: MemberCard | null
  word: string | null
  isWaiting: boolean
  isRenewed: boolean
  buddy: MemberCard | null
  induction: { key: InductionKey; on: string; byLeader: boolean }[]
  signedVersion: number | null
  reachWord: string | null
  isListed: boolean
  acceptsTurns: boolean
  talk: { askedOn: string; byThemselves: boolean; heldOn: string | null; note: string | null } | null
  thanks: string | null
  announcement: string | null
  absences: { id: string; from: string; to: string }[]
  history: { to: MandateState; on: string }[]
  idea: { month: string; ideas: number[]; hasPassed: boolean } | null
}

/** Only to the person: their own notes, absences, history. `$3`: the month. */
const ownSql = `select a.id, a.programme_id as "programmeId", a.state, ${daySql('a.state_at')} as "stateOn",
       case when a.nominated_by = a.member_id then null else ${cardOf('a.nominated_by')} end as "nominatedBy",
       a.nomination_word as word, a.waiting_at is not null as "isWaiting", a.renewals > 0 as "isRenewed",
       ${cardOf('a.buddy_id')} as buddy, ${inductionJsonSql} as induction,
       (select i.charter_version from ambassadors.induction i where i.mandate_id = a.id and i.key = 'charter') as "signedVersion",
       a.reach_word as "reachWord", a.is_listed as "isListed", a.accepts_turns as "acceptsTurns",
       ${talkJsonSql('case when k.note_shared_at is not null then k.note end')} as talk,
       f.thanks, f.announcement,
       coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'from', ${daySql('x.from_day')}, 'to', ${daySql('x.to_day')}) order by x.from_day desc)
          from ambassadors.absence x where x.mandate_id = a.id), '[]') as absences,
       coalesce((select jsonb_agg(jsonb_build_object('to', s.to_state, 'on', ${daySql('s.at')}) order by s.at, s.id)
          from ambassadors.step s where s.mandate_id = a.id), '[]') as history,
       (select jsonb_build_object('month', d.month, 'ideas', jsonb_build_array(d.first, d.second), 'hasPassed', d.passed_at is not null)
          from ambassadors.idea d where d.mandate_id = a.id and d.month = $2) as idea
  from ambassadors.mandate a left join ambassadors.farewell f on f.mandate_id = a.id`
const mineSql = `${ownSql} where a.member_id = $1
  order by a.state in ('declined', 'withdrawn', 'alumni'), a.state_at desc, a.id`

export const listOwn = (tx: Tx, memberId: string, month: string): Promise<OwnRow[]> =>
  tx.rows<OwnRow>(mineSql, [memberId, month])

export const listAccompanied = (
  tx: Tx,
  memberId: string,
): Promise<{ member: MemberCard; programmeName: string; done: InductionKey[] }[]> =>
  tx.rows(
    `select ${memberCardSql('m')} as member, p.name as "programmeName",
            array(select i.key from ambassadors.induction i where i.mandate_id = a.id) as done
       from ambassadors.mandate a join ambassadors.programme p on p.id = a.programme_id join people.member m on m.id = a.member_id
      where a.buddy_id = $1 and a.state in ('invited', 'onboarding') order by a.state_at`,
    [memberId],
  )
export const listLed = (tx: Tx, memberId: string): Promise<{ id: string; name: string }[]> =>
  tx.rows(
    `select id, name from ambassadors.programme where leader_id = $1 and closed_at is null order by created_at`,
    [memberId],
  )

export const findCommitment = (tx: Tx, mandateId: string, now: Date): Promise<Commitment | undefined> =>
  tx.row<Commitment>(
    `select c.hours::float8 as hours, c.manager_address as "managerAddress", c.state, c.counter_hours::float8 as "counterHours",
            c.word, ${daySql('c.asked_at')} as "askedOn", ${daySql('c.answered_at')} as "answeredOn",
            c.state = 'asked' and coalesce(c.expires_at <= $2, false) as "isExpired"
       from ambassadors.commitment c where c.mandate_id = $1 and c.state <> 'replaced' order by c.asked_at desc, c.id desc limit 1`,
    [mandateId, now],
  )
export const setPresence = (
  tx: Tx,
  mandateId: string,
  row: {
    reachWord?: string | null | undefined
    isListed?: boolean | undefined
    acceptsTurns?: boolean | undefined
  },
): Promise<number> =>
  tx.run(
    `update ambassadors.mandate set reach_word = case when $2 then $3 else reach_word end, is_listed = coalesce($4, is_listed),
            accepts_turns = coalesce($5, accepts_turns) where id = $1`,
    [
      mandateId,
      row.reachWord !== undefined,
      row.reachWord?.trim() || null,
      row.isListed ?? null,
      row.acceptsTurns ?? null,
    ],
  )
export const insertAbsence = (
  tx: Tx,
  row: { id: string; mandateId: string; from: string; to: string },
): Promise<number> =>
  tx.run(
    `insert into ambassadors.absence (id, mandate_id, from_day, to_day) values ($1, $2, $3::date, $4::date)`,
    [row.id, row.mandateId, row.from, row.to],
  )
export const deleteAbsence = (tx: Tx, mandateId: string, id: string): Promise<number> =>
  tx.run(`delete from ambassadors.absence where mandate_id = $1 and id = $2`, [mandateId, id])
export const setPassed = (tx: Tx, mandateId: string, month: string, now: Date): Promise<number> =>
  tx.run(
    `insert into ambassadors.idea (mandate_id, month, first, second, sent_at, passed_at) values ($1, $2, 0, 1, $3, $3)
     on conflict (mandate_id, month) do update set passed_at = coalesce(idea.passed_at, excluded.passed_at)`,
    [mandateId, month, now],
  )

/** Meetings where the person was, in a period; for their attestation. */
export const listAttended = (
  tx: Tx,
  mandateId: string,
  from: string,
  to: string,
): Promise<{ title: string; on: string }[]> =>
  tx.rows(
    `select t.title, ${daySql('t.starts_at')} as on from ambassadors.attendance at join ambassadors.meeting t on t.id = at.meeting_id
      where at.mandate_id = $1 and at.present and t.starts_at::date between $2::date and $3::date order by t.starts_at`,
    [mandateId, from, to],
  )
export const listNextMeetings = (
  tx: Tx,
  programmeId: string,
  mandateId: string,
  now: Date,
): Promise<Meeting[]> =>
  tx.rows<Meeting>(
    `select t.id, t.kind, t.title, ${instantSql('t.starts_at')} as "startsAt", t.place, t.link, t.gathering_id as "gatheringId",
            t.recap, t.actions, t.starts_at <= $3 as "isPast", 0 as invited, null as present
       from ambassadors.meeting t where t.programme_id = $1 and $2::uuid is not null
        and (t.starts_at > $3 or t.recap is not null)
      order by t.starts_at <= $3, abs(extract(epoch from t.starts_at - $3::timestamptz)) limit 3`,
    [programmeId, mandateId, now],
  )

/** Thanks that recognition shows on walls are not copied; here only the leader's. */
export const findMemberName = async (tx: Tx, memberId: string): Promise<string> =>
  (await tx.row<{ name: string }>('select display_name as name from people.member where id = $1', [
    memberId,
  ]))!.name
