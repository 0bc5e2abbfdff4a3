import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityStage } from '#modules/communities/contract.ts'
import type { Life } from '#modules/lifecycle/contract.ts'
import { nextStages, thresholds } from '#modules/lifecycle/words.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { countMembersAmong } from '../queries/life.ts'
import { endRevival, findRevival, insertRevival, replaceSteps, setStepDone } from '../queries/reviews.ts'
import { memberOf } from '../shared.ts'
import { enterStage } from './change-stage.ts'
import { viewLife } from './read-life.ts'

/** The thirty-day plan of a dormant community: steps, with whom and until when. Rewriting keeps what is done. */
export async function planRevival(
  ctx: Context,
  idOrSlug: string,
  steps: readonly { text: string; ownerId: string | null; dueOn: string }[],
): Promise<Life> {
  const { id, stage } = await getCommunityFor(ctx, idOrSlug, 'manage')
  if (stage !== 'dormant') throw new Refusal('notDormant')
  const owners = [...new Set(steps.flatMap(({ ownerId }) => ownerId ?? []))]
  if ((await countMembersAmong(ctx.tx, id, owners)) < owners.length) throw new Refusal('coreNotHere')
  await insertRevival(ctx.tx, {
    id: newId(ctx.now.getTime()),
    communityId: id,
    by: memberOf(ctx),
    at: ctx.now,
    days: thresholds.revivalDays,
  })
  const revival = await findRevival(ctx.tx, id)
  if (!revival || revival.outcome) throw new Refusal('noRevival')
  if (steps.some(({ dueOn }) => dueOn > revival.endsOn))
    throw new Refusal('stepAfterEnd', { endsOn: revival.endsOn })
  await replaceSteps(
    ctx.tx,
    revival.id,
    steps.map((step) => ({
      id: newId(ctx.now.getTime()),
      text: cleanText(step.text) ?? '',
      ownerId: step.ownerId,
      dueOn: step.dueOn,
    })),
  )
  return viewLife(ctx, id)
}

export async function markStep(
  ctx: Context,
  input: { community: string; stepId: string; done: boolean },
): Promise<Life> {
  const { id } = await getCommunityFor(ctx, input.community, 'manage')
  const revival = await findRevival(ctx.tx, id)
  const changed =
    revival && !revival.outcome
      ? await setStepDone(ctx.tx, {
          revivalId: revival.id,
          stepId: input.stepId,
          at: input.done ? ctx.now : null,
        })
      : 0
  if (changed === 0) throw new Refusal('noRevival')
  return viewLife(ctx, id)
}

/**
 * The plan ends: the community wakes up to the state that is given (`launched` by default), or is led to its closing,
 * which is announced apart. Emits stageChanged when it wakes up.
 */
export async function concludeRevival(
  ctx: Context,
  idOrSlug: string,
  input: { outcome: 'revive' | 'close'; to?: CommunityStage | undefined; word: string },
): Promise<Life> {
  const { id, stage } = await getCommunityFor(ctx, idOrSlug, 'manage')
  if (stage !== 'dormant') throw new Refusal('notDormant')
  const to = input.to ?? 'launched'
  if (input.outcome === 'revive' && (!nextStages.dormant.includes(to) || to === 'transforming'))
    throw new Refusal('stageNotNext', { from: stage, to })
  const revival = await findRevival(ctx.tx, id)
  const word = cleanText(input.word) ?? ''
  const ended =
    revival && (await endRevival(ctx.tx, { id: revival.id, outcome: input.outcome, word, at: ctx.now }))
  if (!ended) throw new Refusal('noRevival')
  if (input.outcome === 'revive') await enterStage(ctx, { id, from: stage, to, reason: word, passed: [] })
  return viewLife(ctx, id)
}
