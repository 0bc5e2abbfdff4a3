import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Viewer } from './queries/cards.ts'
import { findFacts, lockFacts } from './queries/gatherings.ts'
import type { GatheringFacts } from './queries/gatherings.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** Whoever asks, as the queries take it; the system sees everything and attends nothing. */
export const viewerOf = (ctx: Context): Viewer => ({
  id: ctx.actor.kind === 'member' ? ctx.actor.memberId : nobody,
  isEmployee: ctx.actor.kind === 'member' && ctx.actor.memberKind === 'employee',
  isSystem: ctx.actor.kind === 'system',
})

export interface GatheringAccess {
  gathering: GatheringFacts
  access: CommunityAccess
}

/** The gathering if its community may be read now; absent and invisible are the same 404. Two statements. */
export async function getGathering(ctx: Context, id: string): Promise<GatheringAccess> {
  const gathering = await findFacts(ctx.tx, viewerOf(ctx), id)
  if (!gathering) throw new Refusal('gatheringNotFound')
  return { gathering, access: await getCommunityFor(ctx, gathering.communityId, 'read') }
}

/** As `getGathering`, and seats stay as they are for everybody else until the transaction ends. */
export async function getGatheringToChange(ctx: Context, id: string): Promise<GatheringAccess> {
  const gathering = await lockFacts(ctx.tx, viewerOf(ctx), id)
  if (!gathering) throw new Refusal('gatheringNotFound')
  return { gathering, access: await getCommunityFor(ctx, gathering.communityId, 'read') }
}
