import type { CommunityStage } from '#modules/communities/contract.ts'
import type { Review } from '#modules/lifecycle/contract.ts'
import { readinessOf } from '#modules/lifecycle/words.ts'
import type { Context } from '#platform/context.ts'
import { itemsOf } from './server/gates.ts'
import { listReviews } from './server/queries/reviews.ts'
import { readState } from './server/shared.ts'

// The only server door of lifecycle for other modules. Rights are the caller's.

export interface StageNow {
  stage: CommunityStage
  /** ISO instant since when. */
  since: string
  checklist: { key: string; done: boolean }[]
  /** Percent of the preparing checklist; null from the launch on. */
  readiness: number | null
  /** Reviews that wait, soonest first. */
  dueReviews: { id: string; kind: Review['kind']; on: string }[]
}

/** Where a community stands: its state, checklist, and what is to be reviewed. */
export async function readStage(ctx: Context, communityId: string): Promise<StageNow> {
  const state = await readState(ctx, communityId, 0)
  const { stage, since } = state.facts
  const isBefore = stage === 'opportunity' || stage === 'framing' || stage === 'preparing'
  const reviews = await listReviews(ctx.tx, communityId)
  return {
    stage,
    since,
    checklist: itemsOf(stage, state).map(({ key, done }) => ({ key, done })),
    readiness: isBefore ? readinessOf(itemsOf('preparing', state)) : null,
    dueReviews: reviews
      .filter(({ doneAt }) => doneAt === null)
      .map(({ id, kind, dueOn }) => ({ id, kind, on: dueOn })),
  }
}

/** What another state would change, before it does; the actor manages the community. */
export { changesOf, changeStage } from './server/operations/change-stage.ts'
/** Only for the demo company: its history is its own. */
export { addDemoLife, addDemoWishes, removeDemoWishes } from './server/operations/demo-lifecycle.ts'
/** The whole canvas as it is now. */
export { readCanvas } from './server/shared.ts'
