import { writeIndicator } from '#modules/communities/public.ts'
import type { ProblemView, WrittenIndicator } from '#modules/problems/contract.ts'
import { problemChanged } from '#modules/problems/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getCommunityToManage } from '../living.ts'
import { viewProblem } from './read-problem.ts'

/**
 * A manager declares the indicator. A target equal to the baseline is refused: nothing could be said of the way
 * between them; a target that lies before the baseline is a slip. Emits problemChanged and canvasChanged.
 */
export async function declareIndicator(
  ctx: Context,
  idOrSlug: string,
  input: WrittenIndicator,
): Promise<ProblemView> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  if (input.target !== null && input.target === input.baseline) throw new Refusal('targetIsBaseline')
  if (input.targetOn && input.baselineOn && input.targetOn <= input.baselineOn)
    throw new Refusal('targetBeforeBaseline')
  await writeIndicator(ctx, community.id, input)
  await emit(ctx, problemChanged(community.id, { what: 'indicator' }))
  return viewProblem(ctx, community)
}
