import type { Tx } from '#platform/db/tx.ts'
import type { FrozenDecision } from './reports.ts'

const columns = `'own' as kind, d.id, d.text, d.owner_id as "ownerId", to_char(d.due, 'YYYY-MM-DD') as due,
  to_char(d.asked_at at time zone 'UTC', 'YYYY-MM-DD') as "askedOn", d.answer,
  to_char(d.answered_at at time zone 'UTC', 'YYYY-MM-DD') as "answeredOn"`

/** Decisions that wait, oldest first, with those answered since a day (what the last report asked). */
export const listDecisions = (
  tx: Tx,
  communityId: string,
  answeredSince: string | null,
): Promise<FrozenDecision[]> =>
  tx.rows<FrozenDecision>(
    `select ${columns} from reports.decision d
      where d.community_id = $1 and (d.answered_at is null or d.answered_at >= $2::date)
      order by d.answered_at is not null, d.asked_at, d.id limit 30`,
    [communityId, answeredSince],
  )

export const insertDecision = (
  tx: Tx,
  decision: {
    id: string
    communityId: string
    text: string
    ownerId: string | null
    due: string | null
    at: Date
    byMemberId: string | null
  },
): Promise<number> =>
  tx.run(
    `insert into reports.decision (id, community_id, text, owner_id, due, asked_at, asked_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      decision.id,
      decision.communityId,
      decision.text,
      decision.ownerId,
      decision.due,
      decision.at,
      decision.byMemberId,
    ],
  )

/** @returns false where there is none; answering again corrects the answer. */
export const setDecisionAnswer = async (
  tx: Tx,
  communityId: string,
  id: string,
  answer: { text: string; at: Date; byMemberId: string },
): Promise<boolean> =>
  (await tx.run(
    `update reports.decision set answer = $3, answered_at = coalesce(answered_at, $4), answered_by = $5
      where community_id = $1 and id = $2`,
    [communityId, id, answer.text, answer.at, answer.byMemberId],
  )) > 0

/** Which of these people take part in the community, or sponsor it: only they are named. */
export const listInside = async (tx: Tx, communityId: string, ids: readonly string[]): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from people.member m
        where m.id = any($2) and m.state = 'active'
          and (exists (select 1 from communities.membership j where j.member_id = m.id and j.community_id = $1)
               or exists (select 1 from communities.canvas k where k.community_id = $1 and k.sponsor_id = m.id))`,
      [communityId, ids],
    )
  ).map(({ id }) => id)
