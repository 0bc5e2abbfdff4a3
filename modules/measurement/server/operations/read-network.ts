import { getCommunityFor } from '#modules/communities/public.ts'
import type { Network } from '#modules/measurement/network-contract.ts'
import type { Context } from '#platform/context.ts'
import { refuseGuests } from './list-releases.ts'

/** The published map of ties between entities. Guests see no figures; who is not a member sees the topics only. */
export async function readNetwork(ctx: Context, community: string, _period?: string): Promise<Network> {
  await getCommunityFor(ctx, community, 'read')
  refuseGuests(ctx)
  return {
    withheld: 'notYet',
    periods: [],
    map: null,
    topics: [],
    topicsUntil: ctx.now.toISOString().slice(0, 10),
  }
}
