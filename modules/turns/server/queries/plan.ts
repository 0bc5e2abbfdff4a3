import type { Tx } from '#platform/db/tx.ts'
import { crewSql } from './accounts.ts'

export interface PlannedTurn {
  id: string
  week: string
  memberId: string
  state: 'planned' | 'done' | 'passed' | 'returned'
  isSettled: boolean
}
export const listTurns = (tx: Tx, accountId: string): Promise<PlannedTurn[]> =>
  tx.rows(
    `select id, week::text, member_id as "memberId", state, is_settled as "isSettled" from turns.turn
      where account_id = $1 order by week, id`,
    [accountId],
  )

export interface TrainedMember {
  id: string
  trainedAt: string
  /** Days away, both included: what they said here, and what they said to everybody. */
  away: { from: string; to: string }[]
}
export const listTrained = (
  tx: Tx,
  accountId: string,
  ids: readonly string[] | null,
): Promise<TrainedMember[]> =>
  tx.rows(
    `with crew as (${crewSql})
     select crew.id, r.on_day::text || ' ' || to_char(r.noted_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS') as "trainedAt",
            coalesce((select jsonb_agg(jsonb_build_object('from', away.starts_on, 'to', away.ends_on)) from (
              select p.from_day as starts_on, p.to_day as ends_on from turns.pause p where p.member_id = crew.id
              union all select e.starts_on, e.ends_on from expertise.absence e where e.member_id = crew.id) away), '[]') as away
       from crew join turns.training r on r.account_id = $1 and r.member_id = crew.id order by crew.id`,
    [accountId, ids],
  )

export const insertTurn = (
  tx: Tx,
  turn: {
    id: string
    accountId: string
    week: string
    memberId: string
    at: Date
    state?: string
    links?: readonly string[]
    word?: string | null
  },
): Promise<number> =>
  tx.run(
    `insert into turns.turn (id, account_id, week, member_id, state, assigned_at, links, word, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, case when $5 = 'done' then $6::timestamptz end)`,
    [
      turn.id,
      turn.accountId,
      turn.week,
      turn.memberId,
      turn.state ?? 'planned',
      turn.at,
      JSON.stringify(turn.links ?? []),
      turn.word ?? null,
    ],
  )
export const deleteTurns = (tx: Tx, ids: readonly string[]): Promise<number> =>
  tx.run(`delete from turns.turn where id = any($1::uuid[]) and state = 'planned'`, [ids])
