import type { InductionKey, MandateState } from '#modules/ambassadors/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { cardOf, daySql, seatedSql } from '../sql.ts'

export interface MandateRow {
  id: string
  programmeId: string
  memberId: string
  state: MandateState
  nominatedAs: 'self' | 'peer' | 'manager'
  nominatedBy: string | null
  consentedAt: Date | null
  waitingAt: Date | null
  invitedAt: Date | null
  since: string | null
  mandateEnd: string | null
  renewals: number
  buddyId: string | null
  inductionDone: InductionKey[]
  talkHeld: boolean
  hasThanks: boolean
  hasAnnouncement: boolean
}

const rowSql = `select a.id, a.programme_id as "programmeId", a.member_id as "memberId", a.state, a.nominated_as as "nominatedAs",
       a.nominated_by as "nominatedBy", a.consented_at as "consentedAt", a.waiting_at as "waitingAt",
       a.invited_at as "invitedAt", ${daySql('a.since')} as since, ${daySql('a.mandate_end')} as "mandateEnd", a.renewals,
       a.buddy_id as "buddyId",
       array(select i.key from ambassadors.induction i where i.mandate_id = a.id) as "inductionDone",
       exists (select 1 from ambassadors.talk k where k.mandate_id = a.id and k.concluded_at is null and k.held_on is not null) as "talkHeld",
       f.thanks is not null as "hasThanks", f.announcement is not null as "hasAnnouncement"
  from ambassadors.mandate a left join ambassadors.farewell f on f.mandate_id = a.id`
const byId = `${rowSql} where a.id = $1`
const seatedRows = `${rowSql} where a.programme_id = $1 and a.state in ${seatedSql}`

export const findMandate = (tx: Tx, id: string): Promise<MandateRow | undefined> =>
  tx.row<MandateRow>(byId, [id])
export const listSeated = (tx: Tx, programmeId: string): Promise<MandateRow[]> =>
  tx.rows<MandateRow>(seatedRows, [programmeId])

export const countSeated = async (tx: Tx, programmeId: string): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from ambassadors.mandate where programme_id = $1 and state in ${seatedSql}`,
    [programmeId],
  ))!.n

/** Somebody who was there before begins anew: their history and their record remain. */
export const insertMandate = (
  tx: Tx,
  row: {
    id: string
    programmeId: string
    memberId: string
    by: string | null
    as: 'self' | 'peer' | 'manager'
    word: string | null
    consentedAt: Date | null
    now: Date
  },
): Promise<{ id: string } | undefined> =>
  tx.row(
    `insert into ambassadors.mandate (id, programme_id, member_id, state, state_at, nominated_by, nominated_as, nomination_word, consented_at)
     values ($1, $2, $3, 'nominated', $4, $5, $6, $7, $8)
     on conflict (programme_id, member_id) do update set state = 'nominated', state_at = excluded.state_at,
        nominated_by = excluded.nominated_by, nominated_as = excluded.nominated_as, nomination_word = excluded.nomination_word,
        consented_at = excluded.consented_at, waiting_at = null, invited_at = null, since = null, mandate_end = null, renewals = 0
      where mandate.state in ('declined', 'withdrawn', 'alumni')
     returning id`,
    [row.id, row.programmeId, row.memberId, row.now, row.by, row.as, row.word, row.consentedAt],
  )

export const insertStep = (
  tx: Tx,
  step: { id: string; mandateId: string; from: string | null; to: string; by: string | null; now: Date },
): Promise<number> =>
  tx.run(
    `insert into ambassadors.step (id, mandate_id, from_state, to_state, at, by_member_id) values ($1, $2, $3, $4, $5, $6)`,
    [step.id, step.mandateId, step.from, step.to, step.now, step.by],
  )

/** Moves a mandate from the state that the caller decided on; 0 rows when somebody was faster. */
export const setState = (
  tx: Tx,
  id: string,
  from: MandateState,
  to: MandateState,
  now: Date,
): Promise<number> =>
  tx.run(
    `update ambassadors.mandate set state = $3, state_at = $4, waiting_at = null where id = $1 and state = $2`,
    [id, from, to, now],
  )
export const setConsent = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run(`update ambassadors.mandate set consented_at = $2 where id = $1 and consented_at is null`, [id, now])
export const setWaiting = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run(`update ambassadors.mandate set waiting_at = $2 where id = $1 and waiting_at is null`, [id, now])
export const setInvited = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run(`update ambassadors.mandate set invited_at = $2 where id = $1`, [id, now])
export const setMandate = (
  tx: Tx,
  id: string,
  since: string,
  end: string,
  renewals: number,
): Promise<number> =>
  tx.run(
    `update ambassadors.mandate set since = coalesce(since, $2::date), mandate_end = $3::date, renewals = $4 where id = $1`,
    [id, since, end, renewals],
  )
export const setBuddy = (tx: Tx, id: string, memberId: string | null): Promise<number> =>
  tx.run(`update ambassadors.mandate set buddy_id = $2 where id = $1`, [id, memberId])

export const setTick = async (
  tx: Tx,
  mandateId: string,
  key: InductionKey,
  tick: { by: string | null; now: Date; charterVersion: number | null } | null,
): Promise<number> =>
  tick === null
    ? tx.run(`delete from ambassadors.induction where mandate_id = $1 and key = $2`, [mandateId, key])
    : tx.run(
        `insert into ambassadors.induction (mandate_id, key, done_at, done_by, charter_version) values ($1, $2, $3, $4, $5)
         on conflict (mandate_id, key) do update set charter_version = excluded.charter_version, done_at = excluded.done_at
          where induction.charter_version is distinct from excluded.charter_version`,
        [mandateId, key, tick.now, tick.by, tick.charterVersion],
      )
export const deleteTicks = (tx: Tx, mandateId: string): Promise<number> =>
  tx.run(`delete from ambassadors.induction where mandate_id = $1`, [mandateId])

export const deleteFarewell = (tx: Tx, mandateId: string): Promise<number> =>
  tx.run(`delete from ambassadors.farewell where mandate_id = $1`, [mandateId])

export const insertTalk = (
  tx: Tx,
  talk: { id: string; mandateId: string; quarter: string; by: string; now: Date },
): Promise<number> =>
  tx.run(
    `insert into ambassadors.talk (id, mandate_id, quarter, asked_by, asked_at) values ($1, $2, $3, $4, $5)`,
    [talk.id, talk.mandateId, talk.quarter, talk.by, talk.now],
  )
export const setTalkHeld = (
  tx: Tx,
  mandateId: string,
  talk: { on: string; by: string; note: string | null; shared: boolean; now: Date },
): Promise<number> =>
  tx.run(
    `update ambassadors.talk set held_on = $2::date, held_by = $3, note = $4,
            note_shared_at = case when $5 then coalesce(note_shared_at, $6::timestamptz) end
      where mandate_id = $1 and concluded_at is null`,
    [mandateId, talk.on, talk.by, talk.note, talk.shared, talk.now],
  )
export const concludeTalk = (
  tx: Tx,
  mandateId: string,
  outcome: 'active' | 'lighter' | 'withdrawn',
  now: Date,
): Promise<number> =>
  tx.run(
    `update ambassadors.talk set outcome = $2, concluded_at = $3 where mandate_id = $1 and concluded_at is null`,
    [mandateId, outcome, now],
  )
export const setThanks = (tx: Tx, mandateId: string, text: string, by: string, now: Date): Promise<number> =>
  tx.run(
    `insert into ambassadors.farewell (mandate_id, thanks, thanks_by, thanks_at) values ($1, $2, $3, $4)
     on conflict (mandate_id) do update set thanks = excluded.thanks, thanks_by = excluded.thanks_by, thanks_at = excluded.thanks_at`,
    [mandateId, text, by, now],
  )
export const setAnnouncement = (tx: Tx, mandateId: string, text: string, now: Date): Promise<number> =>
  tx.run(
    `insert into ambassadors.farewell (mandate_id, announcement, announcement_at) values ($1, $2, $3)
     on conflict (mandate_id) do update set announcement = excluded.announcement, announcement_at = excluded.announcement_at`,
    [mandateId, text, now],
  )

/** A mandate as the leader's screen needs it; everything of the record is left out by construction. */
export interface CohortRow extends MandateRow {
  member: MemberCard
  stateOn: string
  nominatedByCard: MemberCard | null
  word: string | null
  buddy: MemberCard | null
  induction: { key: InductionKey; on: string; byLeader: boolean }[]
  agreedHours: number | null
  talk: {
    askedOn: string
    byThemselves: boolean
    heldOn: string | null
    note: string | null
    isNoteShared: boolean
  } | null
  thanks: string | null
  announcement: string | null
}

export const inductionJsonSql = `coalesce((select jsonb_agg(jsonb_build_object('key', i.key, 'on', ${daySql('i.done_at')},
     'byLeader', i.done_by is distinct from a.member_id) order by i.done_at) from ambassadors.induction i where i.mandate_id = a.id), '[]')`
export const talkJsonSql = (
  note: string,
): string => `(select jsonb_build_object('askedOn', ${daySql('k.asked_at')},
     'byThemselves', k.asked_by is not distinct from a.member_id, 'heldOn', ${daySql('k.held_on')}, 'note', ${note},
     'isNoteShared', k.note_shared_at is not null)
   from ambassadors.talk k where k.mandate_id = a.id and k.concluded_at is null order by k.asked_at desc limit 1)`

const cohortSql = `select r.*, ${memberCardSql('m')} as member, ${daySql('a.state_at')} as "stateOn",
       ${cardOf('a.nominated_by')} as "nominatedByCard", a.nomination_word as word, ${cardOf('a.buddy_id')} as buddy,
       ${inductionJsonSql} as induction,
       (select c.hours::float8 from ambassadors.commitment c where c.mandate_id = a.id and c.state = 'agreed'
         order by c.answered_at desc limit 1) as "agreedHours",
       ${talkJsonSql('k.note')} as talk, f.thanks, f.announcement
  from (${rowSql}) r
  join ambassadors.mandate a on a.id = r.id
  join people.member m on m.id = a.member_id
  left join ambassadors.farewell f on f.mandate_id = a.id
 where a.programme_id = $1
 order by array_position('{talk,nominated,invited,onboarding,renewal,active,paused,lighter,alumni,withdrawn,declined}'::text[], a.state),
          m.sort_name, m.id limit 1000`
export const listCohort = (tx: Tx, programmeId: string): Promise<CohortRow[]> =>
  tx.rows<CohortRow>(cohortSql, [programmeId])

/** What the quarterly check weighs: per ambassador, what two quarters held and when they were away. */
export interface CheckRow {
  mandateId: string
  memberId: string
  member: MemberCard
  since: string
  counts: Record<string, number>
  away: { from: string; to: string }[]
}
/** `$2`, `$3`: the first and the last day of both quarters. */
export const listChecks = (tx: Tx, programmeId: string, from: string, to: string): Promise<CheckRow[]> =>
  tx.rows<CheckRow>(
    `select a.id as "mandateId", a.member_id as "memberId", ${memberCardSql('m')} as member, ${daySql('a.since')} as since,
            coalesce((select jsonb_object_agg(q.quarter, q.n) from (
              select to_char(c.on_day, 'YYYY"-Q"Q') as quarter, count(*)::int as n from ambassadors.contribution c
               where c.mandate_id = a.id and c.on_day between $2::date and $3::date
                 and (c.dropped_at is null or c.source = 'detected') group by 1) q), '{}') as counts,
            coalesce((select jsonb_agg(jsonb_build_object('from', w.f, 'to', w.t)) from (
              select ${daySql('x.from_day')} as f, ${daySql('x.to_day')} as t from ambassadors.absence x where x.mandate_id = a.id
              union all
              select ${daySql('s.at')}, coalesce((select min(${daySql('n.at')}) from ambassadors.step n
                        where n.mandate_id = a.id and n.at > s.at and n.from_state = 'paused'), to_char($3::date, 'YYYY-MM-DD'))
                from ambassadors.step s where s.mandate_id = a.id and s.to_state = 'paused') w), '[]') as away
       from ambassadors.mandate a join people.member m on m.id = a.member_id
      where a.programme_id = $1 and a.state = 'active' and a.since is not null order by m.sort_name, m.id`,
    [programmeId, from, to],
  )
