import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { canvasChanged } from '#modules/communities/events.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import { upsertIndicator } from '#modules/communities/server/queries/canvas.ts'
import type { IndicatorOfCanvas } from '#modules/communities/server/queries/canvas.ts'

/**
 * The indicator's part of the canvas, in the one row that holds it; the rest of the canvas stays as it is. Same rules
 * as the whole: a baseline comes with its date and source, a target with its date. Emits canvasChanged.
 */
export async function writeIndicator(
  ctx: Context,
  idOrSlug: string,
  input: IndicatorOfCanvas,
): Promise<{ communityId: string }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  const indicator = {
    ...input,
    name: cleanText(input.name) ?? '',
    formula: cleanText(input.formula),
    unit: cleanText(input.unit),
    source: cleanText(input.source),
  }
  if (indicator.baseline !== null && !(indicator.baselineOn && indicator.source))
    throw new Refusal('baselineIncomplete')
  if (indicator.target !== null && !indicator.targetOn) throw new Refusal('targetIncomplete')
  const by = ctx.actor.kind === 'member' ? ctx.actor.memberId : null
  await upsertIndicator(ctx.tx, community.id, indicator, ctx.now, by)
  await emit(ctx, canvasChanged(community.id, {}))
  return { communityId: community.id }
}
