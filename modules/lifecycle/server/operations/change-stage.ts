import { declareStage, getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityStage, declaredStages } from '#modules/communities/contract.ts'
import { stageChanged } from '#modules/lifecycle/events.ts'
import type { Life, Preview } from '#modules/lifecycle/contract.ts'
import { nextStages, thresholds } from '#modules/lifecycle/words.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { gatesOf, monthsAsked, unmet } from '../gates.ts'
import { countActiveMembers, insertStageChange } from '../queries/life.ts'
import { planReview } from '../queries/reviews.ts'
import { memberOf, readState } from '../shared.ts'
import { viewLife } from './read-life.ts'

const capital = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1)

/** What another state would change, before anything does. Refuses `stageNotNext`. */
export async function changesOf(ctx: Context, idOrSlug: string, to: CommunityStage): Promise<Preview> {
  const { id, stage: from } = await getCommunityFor(ctx, idOrSlug, 'manage')
  if (!nextStages[from].includes(to)) throw new Refusal('stageNotNext', { from, to })
  const gates = gatesOf(from, to, await readState(ctx, id, monthsAsked(from, to)))
  const { hard, soft } = unmet(gates)
  return {
    from,
    to,
    gates,
    isAllowed: hard.length === 0,
    needsReason: soft.length > 0,
    // Nobody loses the right to write before the community is archived.
    writes: 'members',
    told: Math.max(0, (await countActiveMembers(ctx.tx, id)) - 1),
    shows: [shown[to] ?? 'living'],
    brings: [
      'checklist',
      ...(to === 'launched' ? (['day90'] as const) : []),
      ...(to === 'mature' ? (['stageReview'] as const) : []),
      ...(to === 'dormant' ? (['revivalPlan'] as const) : []),
      ...(to === 'framing' && from === 'transforming' ? (['newCanvas'] as const) : []),
    ],
  }
}

const shown: Partial<Record<CommunityStage, Preview['shows'][number]>> = {
  opportunity: 'gathersIdeas',
  framing: 'beingPrepared',
  preparing: 'beingPrepared',
  launched: 'launched',
  transforming: 'rethinking',
  dormant: 'sleeping',
}

/**
 * A manager leads the community to another state. A hard gate refuses with its code `gate<Key>` and `gates`, all that
 * is not met; a soft one asks for a written reason (`reasonMissing`), which stays in the history. Emits stageChanged.
 */
export async function changeStage(
  ctx: Context,
  idOrSlug: string,
  input: { to: CommunityStage; reason?: string | null | undefined },
): Promise<Life> {
  const { id, stage: from } = await getCommunityFor(ctx, idOrSlug, 'manage')
  const { to } = input
  // A second press finds it done.
  if (from === to) return viewLife(ctx, id)
  if (!nextStages[from].includes(to)) throw new Refusal('stageNotNext', { from, to })
  const { hard, soft } = unmet(gatesOf(from, to, await readState(ctx, id, monthsAsked(from, to))))
  if (hard[0]) throw new Refusal(`gate${capital(hard[0].key)}`, { gates: hard })
  const reason = cleanText(input.reason)
  if (soft.length > 0 && !reason) throw new Refusal('reasonMissing', { gates: soft })
  await enterStage(ctx, { id, from, to, reason, passed: soft.map(({ key }) => key) })
  return viewLife(ctx, id)
}

/** Enters a state once everything is decided: history, plan of reviews, members told. */
export async function enterStage(
  ctx: Context,
  change: { id: string; from: CommunityStage; to: CommunityStage; reason: string | null; passed: string[] },
): Promise<void> {
  const { id, from, to } = change
  await declareStage(ctx, id, to as (typeof declaredStages)[number])
  await insertStageChange(ctx.tx, {
    communityId: id,
    at: ctx.now,
    from,
    to,
    by: memberOf(ctx),
    reason: change.reason,
    passed: change.passed,
  })
  const plan = (kind: string, inDays: number) =>
    planReview(ctx.tx, { id: newId(ctx.now.getTime()), communityId: id, kind, at: ctx.now, inDays })
  if (to === 'launched' && from === 'preparing') await plan('day90', thresholds.reviewDays)
  if (to === 'mature') await plan('stage', 365)
  await emit(ctx, stageChanged(id, { from, to }))
}
