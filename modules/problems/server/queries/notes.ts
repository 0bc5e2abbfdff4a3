import type { Tx } from '#platform/db/tx.ts'
import type { Doer, ReviewDecision } from '#modules/problems/words.ts'

export const insertIntervention = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    on: string
    text: string
    doneAs: Doer
    postId: string | null
    by: string | null
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into problems.intervention (id, community_id, on_day, text, done_as, post_id, noted_by, noted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.communityId, row.on, row.text, row.doneAs, row.postId, row.by, row.at],
  )

export const removeIntervention = async (
  tx: Tx,
  communityId: string,
  id: string,
  at: Date,
): Promise<boolean> =>
  (await tx.run(
    `update problems.intervention set removed_at = $3 where community_id = $1 and id = $2 and removed_at is null`,
    [communityId, id, at],
  )) === 1

export const countComparisons = async (tx: Tx, communityId: string): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from problems.comparison where community_id = $1 and removed_at is null`,
    [communityId],
  ))!.n

export const hasComparison = async (tx: Tx, communityId: string, id: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from problems.comparison where community_id = $1 and id = $2 and removed_at is null`,
    [communityId, id],
  )) !== undefined

export const insertComparison = (
  tx: Tx,
  row: { id: string; communityId: string; name: string; source: string; by: string | null; at: Date },
): Promise<number> =>
  tx.run(
    `insert into problems.comparison (id, community_id, name, source, created_by, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.communityId, row.name, row.source, row.by, row.at],
  )

export const removeComparison = async (tx: Tx, communityId: string, id: string, at: Date): Promise<boolean> =>
  (await tx.run(
    `update problems.comparison set removed_at = $3 where community_id = $1 and id = $2 and removed_at is null`,
    [communityId, id, at],
  )) === 1

export const insertReview = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    at: Date
    decision: ReviewDecision
    why: string
    value: number | null
    valueOn: string | null
    baseline: number | null
    target: number | null
    progress: number | null
    nextOn: string | null
    by: string | null
  },
): Promise<number> =>
  tx.run(
    `insert into problems.review (id, community_id, reviewed_at, decision, why, value, value_on, baseline, target, progress, next_on, reviewed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.id,
      row.communityId,
      row.at,
      row.decision,
      row.why,
      row.value,
      row.valueOn,
      row.baseline,
      row.target,
      row.progress,
      row.nextOn,
      row.by,
    ],
  )
