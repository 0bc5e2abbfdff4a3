import type { Step, WrittenStep } from '#modules/kinds/contract.ts'
import { processChanged } from '#modules/kinds/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanLocalText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getCommunityToManage } from '../living.ts'
import { clockOf, dueAtOf } from '../clock.ts'
import {
  countSitting,
  listSittingAt,
  listSteps,
  putStepsAway,
  saveSteps,
  setDueDates,
} from '../queries/process.ts'

/**
 * A manager declares the steps in order. A step left out is put away, unless conversations sit at it (`stepInUse`);
 * where a target changed, the dates of what sits there follow. Emits processChanged.
 */
export async function writeProcess(
  ctx: Context,
  idOrSlug: string,
  written: readonly WrittenStep[],
): Promise<{ steps: Step[] }> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  const before = new Map((await listSteps(ctx.tx, community.id)).map((step) => [step.id, step]))
  const ids = new Set(written.flatMap(({ id }) => id ?? []))
  if ([...ids].some((id) => !before.has(id)) || ids.size < written.filter(({ id }) => id).length)
    throw new Refusal('stepNotFound')
  const leaving = [...before.keys()].filter((id) => !ids.has(id))
  const [sitting] = leaving.length > 0 ? await countSitting(ctx.tx, leaving) : []
  if (sitting) throw new Refusal('stepInUse', { n: sitting.n, name: before.get(sitting.stepId)!.name })
  if (leaving.length > 0) await putStepsAway(ctx.tx, leaving, ctx.now)
  const steps = written.map((step) => ({
    ...step,
    id: step.id ?? newId(ctx.now.getTime()),
    name: cleanLocalText(step.name),
    targetAmount: step.ends ? null : step.targetAmount,
  }))
  await saveSteps(ctx.tx, community.id, steps)
  const changed = new Map(
    steps
      .filter((step) => {
        const was = before.get(step.id)
        return (
          was &&
          (was.targetAmount !== step.targetAmount ||
            was.targetUnit !== step.targetUnit ||
            was.ends !== step.ends)
        )
      })
      .map((step) => [step.id, step]),
  )
  if (changed.size > 0) {
    const clock = await clockOf(ctx, community.siteId)
    const rows = await listSittingAt(ctx.tx, [...changed.keys()])
    await setDueDates(
      ctx.tx,
      rows.map((row) => ({
        postId: row.postId,
        dueAt: dueAtOf(clock, changed.get(row.stepId)!, row.enteredAt),
      })),
    )
  }
  await emit(ctx, processChanged(community.id, {}))
  return { steps: await listSteps(ctx.tx, community.id) }
}
