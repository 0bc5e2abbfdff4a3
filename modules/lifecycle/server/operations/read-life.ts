import { getCommunityFor } from '#modules/communities/public.ts'
import { completenessOf, missingOf, nextStages, readinessOf } from '#modules/lifecycle/words.ts'
import type { Life } from '#modules/lifecycle/contract.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { gatesOf, itemsOf, monthsAsked } from '../gates.ts'
import { countArrivals } from '../queries/closing.ts'
import { findStage, listCore, listHistory, listPeerReviews } from '../queries/life.ts'
import { findRevival, listReviews } from '../queries/reviews.ts'
import { readState } from '../shared.ts'

/** The life of a community, for its managers. */
export async function readLife(ctx: Context, idOrSlug: string): Promise<Life> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  return viewLife(ctx, community.id)
}

export async function viewLife(ctx: Context, communityId: string): Promise<Life> {
  const stage = await findStage(ctx.tx, communityId)
  if (!stage) throw new Refusal('communityNotFound')
  const ways = nextStages[stage]
  const state = await readState(ctx, communityId, Math.max(0, ...ways.map((to) => monthsAsked(stage, to))))
  const beforeLaunch = ['opportunity', 'framing', 'preparing'].includes(stage)
  return {
    communityId,
    stage,
    since: state.facts.since,
    readiness: beforeLaunch ? readinessOf(itemsOf('preparing', state)) : null,
    completeness: completenessOf(missingOf(state.canvas)),
    checklist: itemsOf(stage, state),
    next: ways.map((to) => ({ to, gates: gatesOf(stage, to, state) })),
    sleepProposed: state.isVitalityLow,
    core: await listCore(ctx.tx, communityId),
    reviews: await listReviews(ctx.tx, communityId),
    revival: await findRevival(ctx.tx, communityId),
    peerReviews: await listPeerReviews(ctx.tx, communityId),
    arrivals: await countArrivals(ctx.tx, communityId),
    history: await listHistory(ctx.tx, communityId),
  }
}
