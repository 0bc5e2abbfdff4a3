import type { Review, ReviewFacts, Revival } from '#modules/lifecycle/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { cardSql, todaySql } from './life.ts'

const reviewColumns = `
  r.id, r.kind, r.due_on::text as "dueOn", ${instantSql('r.done_at')} as "doneAt", ${cardSql('r.by_member_id')} as by,
  r.decision, r.learnt`

/** Those to come first, then those done, latest first. */
export const listReviews = (tx: Tx, communityId: string): Promise<Review[]> =>
  tx.rows(
    `select ${reviewColumns} from lifecycle.review r where r.community_id = $1
      order by r.done_at is not null, case when r.done_at is null then r.due_on end, r.done_at desc limit 30`,
    [communityId],
  )

export const findReview = (
  tx: Tx,
  communityId: string,
  id: string,
): Promise<(Review & { facts: ReviewFacts | null }) | undefined> =>
  tx.row(`select ${reviewColumns}, r.facts from lifecycle.review r where r.id = $2 and r.community_id = $1`, [
    communityId,
    id,
  ])

/** One review of a kind waits at a time; a later plan does not move the one that waits. */
export const planReview = (
  tx: Tx,
  row: { id: string; communityId: string; kind: string; at: Date; inDays: number },
): Promise<number> =>
  tx.run(
    `insert into lifecycle.review (id, community_id, kind, due_on) values ($1, $2, $3, ${todaySql('$4')} + $5::int)
     on conflict (community_id, kind) where done_at is null do nothing`,
    [row.id, row.communityId, row.kind, row.at, row.inDays],
  )

export const setReviewed = (
  tx: Tx,
  row: { id: string; by: string; at: Date; decision: string; learnt: string; facts: ReviewFacts },
): Promise<number> =>
  tx.run(
    `update lifecycle.review set done_at = $3, by_member_id = $2, decision = $4, learnt = $5, facts = $6::jsonb
      where id = $1 and done_at is null`,
    [row.id, row.by, row.at, row.decision, row.learnt, JSON.stringify(row.facts)],
  )

/** Reviews whose day has come and nobody was reminded of this week; marks them so. */
export const takeDueReviews = (
  tx: Tx,
  now: Date,
): Promise<{ id: string; communityId: string; kind: string }[]> =>
  tx.rows(
    `update lifecycle.review r set reminded_at = $1::timestamptz
       from communities.community c
      where c.id = r.community_id and c.stage <> 'archived' and r.done_at is null and r.due_on <= ${todaySql('$1')}
        and (r.reminded_at is null or r.reminded_at < $1::timestamptz - interval '7 days')
      returning r.id, r.community_id as "communityId", r.kind`,
    [now],
  )

const revivalSql = `
  v.id, ${instantSql('v.begun_at')} as "begunAt", v.ends_on::text as "endsOn", v.outcome, v.word, ${instantSql('v.ended_at')} as "endedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'text', s.text, 'owner', ${cardSql('s.owner_id')},
            'dueOn', s.due_on, 'doneAt', ${instantSql('s.done_at')}) order by s.position), '[]')
     from lifecycle.revival_step s where s.revival_id = v.id) as steps`

/** The plan under way, else the latest one. */
export const findRevival = async (tx: Tx, communityId: string): Promise<Revival | null> =>
  (await tx.row<Revival>(
    `select ${revivalSql} from lifecycle.revival v where v.community_id = $1 order by v.ended_at is not null, v.begun_at desc limit 1`,
    [communityId],
  )) ?? null

export const insertRevival = (
  tx: Tx,
  row: { id: string; communityId: string; by: string | null; at: Date; days: number },
): Promise<number> =>
  tx.run(
    `insert into lifecycle.revival (id, community_id, begun_at, begun_by, ends_on)
     values ($1, $2, $3, $4, ${todaySql('$3')} + $5::int) on conflict (community_id) where ended_at is null do nothing`,
    [row.id, row.communityId, row.at, row.by, row.days],
  )

/** The steps as they are now written; one whose words stayed keeps its tick. */
export const replaceSteps = (
  tx: Tx,
  revivalId: string,
  steps: readonly { id: string; text: string; ownerId: string | null; dueOn: string }[],
): Promise<number> =>
  tx.run(
    `with before as (delete from lifecycle.revival_step where revival_id = $1 returning text, done_at)
     insert into lifecycle.revival_step (id, revival_id, position, text, owner_id, due_on, done_at)
     select s.id, $1, s.position, s.text, s.owner_id, s.due_on,
            (select max(b.done_at) from before b where b.text = s.text)
       from unnest($2::uuid[], $3::text[], $4::uuid[], $5::date[]) with ordinality as s(id, text, owner_id, due_on, position)`,
    [
      revivalId,
      steps.map(({ id }) => id),
      steps.map(({ text }) => text),
      steps.map(({ ownerId }) => ownerId),
      steps.map(({ dueOn }) => dueOn),
    ],
  )

export const setStepDone = (
  tx: Tx,
  row: { revivalId: string; stepId: string; at: Date | null },
): Promise<number> =>
  tx.run(`update lifecycle.revival_step set done_at = $3 where revival_id = $1 and id = $2`, [
    row.revivalId,
    row.stepId,
    row.at,
  ])

export const endRevival = (
  tx: Tx,
  row: { id: string; outcome: string; word: string; at: Date },
): Promise<number> =>
  tx.run(
    `update lifecycle.revival set outcome = $2, word = $3, ended_at = $4 where id = $1 and ended_at is null`,
    [row.id, row.outcome, row.word, row.at],
  )
