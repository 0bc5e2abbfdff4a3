import type { Campaign, ChangeCampaign, NewCampaign } from '#modules/campaigns/contract.ts'
import { campaignClosed, campaignHanded, campaignJoined } from '#modules/campaigns/events.ts'
import { readTag } from '#modules/campaigns/tag.ts'
import { getCommunityFor } from '#modules/communities/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getCampaignToLead } from '../access.ts'
import { insertCampaign, isTagTaken, mayLead, setClosed, updateCampaign } from '../queries/campaigns.ts'
import { viewCampaign } from './read-campaigns.ts'

/**
 * A manager begins a campaign from their community, which takes part at once. Every employee may know of it, unless
 * the community is secret: it then stays there. Refusals `tagUnclear`, `tagTaken`, `datesUnclear`.
 */
export async function beginCampaign(ctx: MemberContext, input: NewCampaign): Promise<Campaign> {
  const community = await getCommunityFor(ctx, input.communityId, 'manage')
  if (community.stage === 'archived') throw new Refusal('notPermitted', { reason: 'archived' })
  const tag = readTag(input.tag)
  if (!tag) throw new Refusal('tagUnclear')
  if (input.endsOn < input.startsOn) throw new Refusal('datesUnclear')
  const scopeCommunityId = community.visibility === 'secret' ? community.id : null
  const id = newId(ctx.now.getTime())
  const isMade =
    !(await isTagTaken(ctx.tx, tag.folded, scopeCommunityId)) &&
    (await insertCampaign(ctx.tx, {
      id,
      ...tag,
      scopeCommunityId,
      title: cleanText(input.title) ?? tag.tag,
      purpose: cleanText(input.purpose) ?? tag.tag,
      howTo: cleanText(input.howTo) ?? '',
      language: input.language ?? ctx.actor.language,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      leaderId: ctx.actor.memberId,
      communityId: community.id,
      now: ctx.now,
    }))
  if (!isMade) throw new Refusal('tagTaken')
  await emit(ctx, campaignJoined(community.id, { campaignId: id }))
  return viewCampaign(ctx, { id })
}

/** Whoever leads changes words and dates, or hands it over to an employee who may know of it. */
export async function changeCampaign(
  ctx: MemberContext,
  { campaign: key, ...to }: ChangeCampaign & { campaign: string },
): Promise<Campaign> {
  const campaign = await getCampaignToLead(ctx, key)
  if ((to.endsOn ?? campaign.endsOn) < (to.startsOn ?? campaign.startsOn)) throw new Refusal('datesUnclear')
  if (to.leaderId && !(await mayLead(ctx.tx, campaign.id, to.leaderId))) throw new Refusal('campaignNotFound')
  await updateCampaign(ctx.tx, campaign.id, to)
  if (to.leaderId && to.leaderId !== campaign.leaderId)
    await emit(ctx, campaignHanded(null, { campaignId: campaign.id, memberId: to.leaderId }))
  return viewCampaign(ctx, campaign)
}

/** Ends with thanks; what it gave is counted for each reader, and the page stays. */
export async function closeCampaign(
  ctx: MemberContext,
  input: { campaign: string; thanks: string },
): Promise<Campaign> {
  const campaign = await getCampaignToLead(ctx, input.campaign)
  await setClosed(ctx.tx, campaign.id, cleanText(input.thanks) ?? '…', ctx.now)
  await emit(ctx, campaignClosed(null, { campaignId: campaign.id }))
  return viewCampaign(ctx, campaign)
}
