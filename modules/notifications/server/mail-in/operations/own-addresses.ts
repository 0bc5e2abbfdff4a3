import { getCommunityFor } from '#modules/communities/public.ts'
import type { OwnMailAddresses } from '#modules/notifications/mailings-contract.ts'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { deleteMailingRefusal, insertMailingRefusal } from '#modules/notifications/server/mailings/queries.ts'
import { postAddressesFor } from '../addresses.ts'
import { listOwnCommunities, renewGeneration } from '../queries.ts'

/** The member's own addresses, one a community, and whose mailings reach them. */
export async function readOwnAddresses(ctx: MemberContext, services: Services): Promise<OwnMailAddresses> {
  const communities = await listOwnCommunities(ctx.tx, ctx.actor.memberId)
  const addresses = await postAddressesFor(ctx, services, ctx.actor.memberId, communities)
  return {
    isReceiving: services.config.mailIn !== undefined,
    items: communities.map((community) => ({
      community: {
        id: community.id,
        slug: community.slug,
        name: community.name as LocalText,
        accent: community.accent,
      },
      address: addresses.get(community.id) ?? null,
      takesMailings: !community.isRefused,
    })),
  }
}

/** Makes a new address for one community; the earlier one stops at once. */
export async function renewOwnAddress(
  ctx: MemberContext,
  services: Services,
  communityId: string,
): Promise<{ address: string | null }> {
  const community = await getCommunityFor(ctx, communityId, 'read')
  const generation = await renewGeneration(ctx.tx, ctx.actor.memberId, community.id, ctx.now)
  const addresses = await postAddressesFor(ctx, services, ctx.actor.memberId, [
    { id: community.id, generation },
  ])
  return { address: addresses.get(community.id) ?? null }
}

/** Takes the mailings of a community, or no more of them. */
export async function chooseMailings(
  ctx: MemberContext,
  communityId: string,
  takesMailings: boolean,
): Promise<void> {
  const community = await getCommunityFor(ctx, communityId, 'read')
  if (takesMailings) await deleteMailingRefusal(ctx.tx, ctx.actor.memberId, community.id)
  else await insertMailingRefusal(ctx.tx, ctx.actor.memberId, community.id, ctx.now)
}
