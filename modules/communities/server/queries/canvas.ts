import type { Canvas, CommunityVisibility } from '#modules/communities/contract.ts'
import type { WrittenCanvas } from '#modules/communities/contract.ts'
import { canvasSql } from '#modules/communities/server/queries/detail.ts'
import type { Tx } from '#platform/db/tx.ts'

export const findCanvas = async (tx: Tx, communityId: string): Promise<Canvas | null> =>
  (
    await tx.row<{ canvas: Canvas | null }>(
      `select ${canvasSql} as canvas from communities.community c where c.id = $1`,
      [communityId],
    )
  )?.canvas ?? null

const upsert = `
  insert into communities.canvas (community_id, problem, who_suffers, indicator, unit, baseline, baseline_on, baseline_source,
                                  target, target_on, sponsor_id, changed_at, changed_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict (community_id) do update set problem = excluded.problem, who_suffers = excluded.who_suffers,
    indicator = excluded.indicator, unit = excluded.unit, baseline = excluded.baseline, baseline_on = excluded.baseline_on,
    baseline_source = excluded.baseline_source, target = excluded.target, target_on = excluded.target_on,
    sponsor_id = excluded.sponsor_id, changed_at = excluded.changed_at, changed_by = excluded.changed_by`

export const upsertCanvas = (
  tx: Tx,
  communityId: string,
  canvas: WrittenCanvas,
  at: Date,
  byMemberId: string | null,
): Promise<number> =>
  tx.run(upsert, [
    communityId,
    canvas.problem,
    canvas.whoSuffers,
    canvas.indicator,
    canvas.unit,
    canvas.baseline,
    canvas.baselineOn,
    canvas.baselineSource,
    canvas.target,
    canvas.targetOn,
    canvas.sponsorId,
    at,
    byMemberId,
  ])

export interface IndicatorOfCanvas {
  name: string
  formula: string | null
  unit: string | null
  source: string | null
  baseline: number | null
  baselineOn: string | null
  target: number | null
  targetOn: string | null
}

/** The indicator alone; the other fields of the canvas stay. */
export const upsertIndicator = (
  tx: Tx,
  communityId: string,
  indicator: IndicatorOfCanvas,
  at: Date,
  byMemberId: string | null,
): Promise<number> =>
  tx.run(
    `insert into communities.canvas (community_id, indicator, formula, unit, baseline, baseline_on, baseline_source,
                                     target, target_on, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (community_id) do update set indicator = excluded.indicator, formula = excluded.formula,
       unit = excluded.unit, baseline = excluded.baseline, baseline_on = excluded.baseline_on,
       baseline_source = excluded.baseline_source, target = excluded.target, target_on = excluded.target_on,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [
      communityId,
      indicator.name,
      indicator.formula,
      indicator.unit,
      indicator.baseline,
      indicator.baselineOn,
      indicator.source,
      indicator.target,
      indicator.targetOn,
      at,
      byMemberId,
    ],
  )

const sponsor = `
  select 1 from people.member p
   where p.id = $1 and p.kind = 'employee' and p.state in ('active', 'invited')
     and ($3::text <> 'secret' or exists (select 1 from communities.membership m where m.community_id = $2 and m.member_id = p.id))`

/** An employee here present; of a secret community, one who is in it. */
export const canSponsor = async (
  tx: Tx,
  memberId: string,
  communityId: string,
  visibility: CommunityVisibility,
): Promise<boolean> => (await tx.row(sponsor, [memberId, communityId, visibility])) !== undefined
