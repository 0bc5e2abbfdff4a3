import type { Tx } from '#platform/db/tx.ts'

export const insertCheck = (
  tx: Tx,
  row: { id: string; themeId: string; by: string; to: string | null; now: Date },
): Promise<number> =>
  tx.run(
    `insert into listening.theme_check (id, theme_id, asked_by, asked_at, to_member_id) values ($1, $2, $3, $4, $5)`,
    [row.id, row.themeId, row.by, row.now, row.to],
  )
export const setCheck = (
  tx: Tx,
  row: { id: string; by: string; decision: 'confirmed' | 'returned'; word: string | null; now: Date },
): Promise<number> =>
  tx.run(
    `update listening.theme_check set by_member_id = $2, decision = $3, word = $4, at = $5 where id = $1 and at is null`,
    [row.id, row.by, row.decision, row.word, row.now],
  )

export const insertDecision = (
  tx: Tx,
  row: {
    id: string
    themeId: string
    deciderId: string
    by: string
    question: string
    due: string
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into listening.decision (id, theme_id, decider_id, asked_by, question, due, asked_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, row.themeId, row.deciderId, row.by, row.question, row.due, row.now],
  )

export interface DecisionRow {
  id: string
  themeId: string
  communityId: string
  deciderId: string
  askedBy: string | null
  question: string
  due: string
  isAccepted: boolean
  isOver: boolean
}
/** A decision that stands; `isOver`: answered, or the theme was closed. Locks the theme. */
export async function findDecisionToChange(tx: Tx, id: string): Promise<DecisionRow | undefined> {
  await tx.row(
    'select 1 from listening.theme th join listening.decision d on d.theme_id = th.id where d.id = $1 for update of th',
    [id],
  )
  return tx.row<DecisionRow>(
    `select d.id, d.theme_id as "themeId", th.community_id as "communityId", d.decider_id as "deciderId", d.asked_by as "askedBy",
            d.question, d.due::text as due, d.accepted_at is not null as "isAccepted",
            exists (select 1 from listening.answer an where an.theme_id = th.id and an.published_at is not null)
              or exists (select 1 from listening.closure clo where clo.theme_id = th.id) as "isOver"
       from listening.decision d join listening.theme th on th.id = d.theme_id where d.id = $1 and d.handed_at is null`,
    [id],
  )
}
export const acceptDecision = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run('update listening.decision set accepted_at = $2 where id = $1 and accepted_at is null', [id, now])
export const handDecision = (
  tx: Tx,
  id: string,
  to: string,
  reason: string | null,
  now: Date,
): Promise<number> =>
  tx.run(
    'update listening.decision set handed_at = $2, handed_to = $3, handed_reason = $4 where id = $1 and handed_at is null',
    [id, now, to, reason],
  )

/** Writes the answer, or words it otherwise while it is not published. */
export async function setAnswer(
  tx: Tx,
  answer: {
    themeId: string
    decisionId: string
    weWillNot: string | null
    because: string | null
    now: Date
  },
  actions: readonly { id: string; text: string; ownerId: string | null; due: string }[],
): Promise<void> {
  await tx.run(
    `insert into listening.answer (theme_id, decision_id, we_will_not, because, at) values ($1, $2, $3, $4, $5)
     on conflict (theme_id) do update set decision_id = excluded.decision_id, we_will_not = excluded.we_will_not,
            because = excluded.because, at = excluded.at`,
    [answer.themeId, answer.decisionId, answer.weWillNot, answer.because, answer.now],
  )
  await tx.run('delete from listening.action where theme_id = $1', [answer.themeId])
  if (actions.length > 0)
    await tx.run(
      `insert into listening.action (id, theme_id, position, text, owner_id, due)
       select r.id, $1, r.position, r.text, r.owner_id, r.due
         from json_to_recordset($2::json) as r (id uuid, position int, text text, owner_id uuid, due date)`,
      [
        answer.themeId,
        JSON.stringify(
          actions.map(({ id, text, ownerId, due }, position) => ({
            id,
            position,
            text,
            owner_id: ownerId,
            due,
          })),
        ),
      ],
    )
}
export const setPublished = (
  tx: Tx,
  themeId: string,
  by: string,
  postId: string,
  now: Date,
): Promise<number> =>
  tx.run(
    'update listening.answer set published_at = $4, published_by = $2, post_id = $3 where theme_id = $1 and published_at is null',
    [themeId, by, postId, now],
  )
export const insertClosure = (
  tx: Tx,
  row: { themeId: string; reason: string; by: string; postId: string; now: Date },
): Promise<number> =>
  tx.run(
    `insert into listening.closure (theme_id, reason, by_member_id, at, post_id) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [row.themeId, row.reason, row.by, row.now, row.postId],
  )

export interface ActionRow {
  id: string
  themeId: string
  communityId: string
  due: string
  ownerId: string | null
  deciderId: string | null
  isDone: boolean
  isPublished: boolean
  viewerManages: boolean
}
export const findActionToChange = (tx: Tx, id: string, viewerId: string): Promise<ActionRow | undefined> =>
  tx.row(
    `select a.id, a.theme_id as "themeId", th.community_id as "communityId", a.due::text as due, a.owner_id as "ownerId",
            (select d.decider_id from listening.decision d where d.theme_id = th.id and d.handed_at is null) as "deciderId",
            a.done_at is not null as "isDone", an.published_at is not null as "isPublished",
            exists (select 1 from communities.community_role r where r.community_id = th.community_id and r.member_id = $2 and r.role = 'manager') as "viewerManages"
       from listening.action a join listening.answer an on an.theme_id = a.theme_id join listening.theme th on th.id = a.theme_id
      where a.id = $1 for update of a`,
    [id, viewerId],
  )
export const setActionDone = (
  tx: Tx,
  id: string,
  by: string,
  word: string | null,
  now: Date,
): Promise<number> =>
  tx.run(
    'update listening.action set done_at = $4, done_by = $2, word = $3 where id = $1 and done_at is null',
    [id, by, word, now],
  )
/** The first date promised stays visible beside the new one. */
export const setActionDue = (tx: Tx, id: string, due: string, reason: string): Promise<number> =>
  tx.run(
    'update listening.action set first_due = coalesce(first_due, due), due = $2, move_reason = $3 where id = $1 and done_at is null',
    [id, due, reason],
  )

/**
 * Reminders to give now: seven days before, the day before, the day itself, and every seven days after. Marks them as
 * given. Only the latest step, and none that lay before the question was asked.
 */
export const takeReminders = (
  tx: Tx,
  today: string,
  now: Date,
): Promise<{ decisionId: string; memberId: string; communityId: string; themeId: string; day: number }[]> =>
  tx.rows(
    `with open as (
       select d.id, d.decider_id, d.theme_id, d.asked_at, d.due, $1::date - d.due as since
         from listening.decision d
        where d.handed_at is null
          and not exists (select 1 from listening.answer an where an.theme_id = d.theme_id)
          and not exists (select 1 from listening.closure clo where clo.theme_id = d.theme_id)),
     step as (
       select open.*, case when since >= 7 then since / 7 * 7 when since >= 0 then 0 when since = -1 then -1
                           when since >= -7 then -7 end as day from open),
     given as (
       insert into listening.reminder (decision_id, day, at)
       select id, day, $2 from step where day is not null and (asked_at at time zone 'UTC')::date < due + day
       on conflict do nothing returning decision_id, day)
     select g.decision_id as "decisionId", s.decider_id as "memberId", th.community_id as "communityId", th.id as "themeId", g.day
       from given g join step s on s.id = g.decision_id join listening.theme th on th.id = s.theme_id
       join people.member m on m.id = s.decider_id and m.state = 'active'`,
    [today, now],
  )
