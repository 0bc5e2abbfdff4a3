import type { MandateState } from '#modules/ambassadors/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Rows of the demo company, written as they would have become. */
export const insertDemoMandate = (
  tx: Tx,
  row: {
    id: string
    programmeId: string
    memberId: string
    state: MandateState
    stateAt: Date
    by: string
    as: 'self' | 'peer' | 'manager'
    word: string | null
    invitedAt: Date | null
    since: string | null
    end: string | null
    buddyId: string | null
    reachWord: string | null
  },
): Promise<number> =>
  tx.run(
    `insert into ambassadors.mandate (id, programme_id, member_id, state, state_at, nominated_by, nominated_as, nomination_word,
            consented_at, invited_at, since, mandate_end, buddy_id, reach_word, accepts_turns)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $5, $9, $10::date, $11::date, $12, $13, $4 in ('active', 'renewal'))`,
    [
      row.id,
      row.programmeId,
      row.memberId,
      row.state,
      row.stateAt,
      row.by,
      row.as,
      row.word,
      row.invitedAt,
      row.since,
      row.end,
      row.buddyId,
      row.reachWord,
    ],
  )
export const insertDemoTick = (
  tx: Tx,
  row: { mandateId: string; key: string; by: string; at: Date },
): Promise<number> =>
  tx.run(
    `insert into ambassadors.induction (mandate_id, key, done_at, done_by, charter_version)
     values ($1, $2, $3, $4, case when $2 = 'charter' then 1 end)`,
    [row.mandateId, row.key, row.at, row.by],
  )
export const insertDemoPresence = (
  tx: Tx,
  row: { meetingId: string; mandateId: string; present: boolean; at: Date },
): Promise<number> =>
  tx.run(`insert into ambassadors.attendance (meeting_id, mandate_id, present, at) values ($1, $2, $3, $4)`, [
    row.meetingId,
    row.mandateId,
    row.present,
    row.at,
  ])
export const insertDemoAgreement = (
  tx: Tx,
  row: { id: string; mandateId: string; hours: number; at: Date; word: string | null },
): Promise<number> =>
  tx.run(
    `insert into ambassadors.commitment (id, mandate_id, hours, language, asked_at, state, word, answered_at)
     values ($1, $2, $3, 'fr', $4, 'agreed', $5, $4)`,
    [row.id, row.mandateId, row.hours, row.at, row.word],
  )
/** The change programme under which a community stands, if there is one. */
export const findChangeOf = async (tx: Tx, communityId: string): Promise<string | null> =>
  (
    await tx.row<{ id: string }>(
      `select programme_id as id from programmes.programme_community where community_id = $1 limit 1`,
      [communityId],
    )
  )?.id ?? null
export const launchDemo = (tx: Tx, id: string, at: Date): Promise<number> =>
  tx.run(`update ambassadors.programme set launched_at = $2 where id = $1`, [id, at])
