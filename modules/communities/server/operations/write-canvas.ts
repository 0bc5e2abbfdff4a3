import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Canvas, WrittenCanvas } from '#modules/communities/contract.ts'
import { canvasChanged } from '#modules/communities/events.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import { canSponsor, findCanvas, upsertCanvas } from '#modules/communities/server/queries/canvas.ts'

/**
 * A manager writes why the community exists. A figure without its date and source proves nothing: a baseline comes
 * with both, a target with a date, both with an indicator. Emits canvasChanged.
 */
export async function writeCanvas(
  ctx: Context,
  idOrSlug: string,
  input: WrittenCanvas,
): Promise<Canvas | null> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  const canvas: WrittenCanvas = {
    ...input,
    problem: cleanText(input.problem),
    whoSuffers: cleanText(input.whoSuffers),
    indicator: cleanText(input.indicator),
    unit: cleanText(input.unit),
    baselineSource: cleanText(input.baselineSource),
  }
  if (canvas.baseline !== null && !(canvas.baselineOn && canvas.baselineSource && canvas.indicator))
    throw new Refusal('baselineIncomplete')
  if (canvas.target !== null && !(canvas.targetOn && canvas.indicator)) throw new Refusal('targetIncomplete')
  if (canvas.sponsorId && !(await canSponsor(ctx.tx, canvas.sponsorId, community.id, community.visibility)))
    throw new Refusal('sponsorNotMember')
  await upsertCanvas(
    ctx.tx,
    community.id,
    canvas,
    ctx.now,
    ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
  )
  await emit(ctx, canvasChanged(community.id, {}))
  return findCanvas(ctx.tx, community.id)
}
