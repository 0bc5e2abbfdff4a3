import type { CommunityKind } from '#modules/communities/contract.ts'
import type { KindState, Presets, Step } from '#modules/kinds/contract.ts'
import type { Context } from '#platform/context.ts'
import { presetsOf, stateOf } from './server/operations/read-kind.ts'
import { listSteps } from './server/queries/process.ts'
import { findKindOf } from './server/queries/state.ts'

// The only server door of kinds for other modules.

export interface Kind extends Presets {
  /** How often the indicator is asked for. */
  rhythm: 'month' | 'quarter'
  state: KindState
  /** Declared steps of a process, in order. */
  steps: Step[]
}

/** What the kind of a community brings and what is there of it. The caller has checked who reads. */
export async function readKind(ctx: Context, communityId: string): Promise<Kind> {
  const kind: CommunityKind = await findKindOf(ctx.tx, communityId)
  const { state } = await stateOf(ctx, communityId)
  return {
    ...presetsOf(kind),
    rhythm: kind === 'process' ? 'month' : 'quarter',
    state,
    steps: kind === 'process' ? await listSteps(ctx.tx, communityId) : [],
  }
}

/** Puts a conversation at a step; the actor takes part in its community. */
export { moveConversation } from './server/operations/move-conversation.ts'
/** Only for the demo company: history with its dates, told to nobody. */
export { addDemoProcess, addDemoProgramme, addDemoProject } from './server/operations/demo-kinds.ts'
export type { DemoJourney } from './server/operations/demo-kinds.ts'
