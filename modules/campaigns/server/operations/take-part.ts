import type { Campaign } from '#modules/campaigns/contract.ts'
import { campaignJoined, campaignProposed } from '#modules/campaigns/events.ts'
import { getCommunityFor } from '#modules/communities/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getCampaign } from '../access.ts'
import { deleteTakingPart, setTakingPart } from '../queries/campaigns.ts'
import { viewCampaign } from './read-campaigns.ts'

interface Place {
  campaign: string
  community: string
}

/**
 * A manager brings their community in; whoever leads asks a community that they see, and its managers decide.
 * Refusals `campaignStaysHere`, `campaignClosed`, 403 `managersOnly`.
 */
export async function takePart(ctx: MemberContext, place: Place): Promise<Campaign> {
  const campaign = await getCampaign(ctx, place.campaign)
  const community = await getCommunityFor(ctx, place.community, 'see')
  const isLeader = campaign.leaderId === ctx.actor.memberId
  enforce(community.can.manage || isLeader ? true : 'managersOnly')
  if (campaign.isClosed) throw new Refusal('campaignClosed')
  if (campaign.scopeCommunityId && campaign.scopeCommunityId !== community.id)
    throw new Refusal('campaignStaysHere')
  const hasChanged = await setTakingPart(ctx.tx, {
    campaignId: campaign.id,
    communityId: community.id,
    memberId: ctx.actor.memberId,
    agreed: community.can.manage,
    now: ctx.now,
  })
  if (hasChanged)
    await emit(
      ctx,
      (community.can.manage ? campaignJoined : campaignProposed)(community.id, { campaignId: campaign.id }),
    )
  return viewCampaign(ctx, campaign)
}

/** A manager takes their community out, or declines; whoever leads takes their request back. What was written stays where it is. */
export async function leaveCampaign(ctx: MemberContext, place: Place): Promise<Campaign> {
  const campaign = await getCampaign(ctx, place.campaign)
  const community = await getCommunityFor(ctx, place.community, 'see')
  enforce(community.can.manage || campaign.leaderId === ctx.actor.memberId ? true : 'managersOnly')
  if (campaign.isClosed) throw new Refusal('campaignClosed')
  if (campaign.scopeCommunityId === community.id) throw new Refusal('campaignStaysHere')
  await deleteTakingPart(ctx.tx, campaign.id, community.id)
  return viewCampaign(ctx, campaign)
}
