import type { Outcome } from '#modules/debates/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Every save is another version; numbers cited that exist in the debate are kept. */
export const insertSynthesis = (
  tx: Tx,
  row: {
    debateId: string
    bodyMd: string
    bodyHtml: string
    cites: readonly number[]
    by: string
    publishedAt: Date | null
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into debates.synthesis (debate_id, version, body_md, body_html, cites, by_member_id, at, published_at)
     select $1, coalesce((select max(s.version) from debates.synthesis s where s.debate_id = $1), 0) + 1, $2, $3,
            array(select a.number from debates.argument a where a.debate_id = $1 and a.number = any($4::int[]) and a.returned_at is null order by 1),
            $5, $6, $7`,
    [row.debateId, row.bodyMd, row.bodyHtml, row.cites, row.by, row.now, row.publishedAt],
  )

export const setDecider = (
  tx: Tx,
  row: { debateId: string; deciderId: string; due: string; by: string; now: Date },
): Promise<number> =>
  tx.run(
    `insert into debates.decision (debate_id, decider_id, due, asked_by, asked_at) values ($1, $2, $3, $4, $5)
     on conflict (debate_id) do update set decider_id = excluded.decider_id, due = excluded.due, asked_by = excluded.asked_by, asked_at = excluded.asked_at
      where debates.decision.published_at is null`,
    [row.debateId, row.deciderId, row.due, row.by, row.now],
  )
export const publishDecision = async (
  tx: Tx,
  row: {
    debateId: string
    outcome: Outcome
    text: string
    because: string
    decidedOn: string
    by: string
    now: Date
    parts: readonly { proposalId: string; outcome: Outcome; because: string }[]
  },
): Promise<number> => {
  const done = await tx.run(
    `update debates.decision set outcome = $2, text = $3, because = $4, decided_on = $5, written_by = $6, published_at = $7
      where debate_id = $1 and published_at is null`,
    [row.debateId, row.outcome, row.text, row.because, row.decidedOn, row.by, row.now],
  )
  if (done > 0)
    await tx.run(
      `insert into debates.decision_part (debate_id, proposal_id, outcome, because)
       select $1, p.id, x.outcome, x.because from json_to_recordset($2::json) as x("proposalId" uuid, outcome text, because text)
         join debates.proposal p on p.id = x."proposalId" and p.debate_id = $1`,
      [row.debateId, JSON.stringify(row.parts)],
    )
  return done
}
export const insertNoDecision = (
  tx: Tx,
  row: { debateId: string; reason: string; by: string; now: Date },
): Promise<number> =>
  tx.run(
    'insert into debates.no_decision (debate_id, reason, by_member_id, at) values ($1, $2, $3, $4) on conflict do nothing',
    [row.debateId, row.reason, row.by, row.now],
  )

/** Takes the reminders due today: 7 days and one day before, on the day, then every 7 days; each once. */
export const takeReminders = (
  tx: Tx,
  today: string,
  now: Date,
): Promise<{ debateId: string; communityId: string; memberId: string; day: number }[]> =>
  tx.rows(
    `with due as (
       select d.id, d.community_id, dn.decider_id, ($1::date - dn.due) as late from debates.debate d
         join debates.decision dn on dn.debate_id = d.id and dn.published_at is null
        where d.closes_at <= $2 and d.opened_at is not null and not exists (select 1 from debates.no_decision nd where nd.debate_id = d.id)),
     day as (select due.*, case when late >= 7 then late / 7 * 7 when late >= 0 then 0 when late >= -1 then -1 when late >= -7 then -7 end as day from due),
     taken as (insert into debates.reminder (debate_id, day, at) select id, day, $2 from day where day is not null
               on conflict do nothing returning debate_id, day)
     select t.debate_id as "debateId", day.community_id as "communityId", day.decider_id as "memberId", day.late as day
       from taken t join day on day.id = t.debate_id order by 1`,
    [today, now],
  )
