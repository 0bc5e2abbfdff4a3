import type { MemberContext } from '#platform/context.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { foldTag } from '#modules/campaigns/tag.ts'
import { findCampaign } from './queries/campaigns.ts'
import type { CampaignFacts, Viewer } from './queries/campaigns.ts'

export const viewerOf = (ctx: MemberContext): Viewer => ({
  id: ctx.actor.memberId,
  isEmployee: ctx.actor.memberKind === 'employee',
  today: ctx.now.toISOString().slice(0, 10),
})

/** By tag or identifier, if the reader may know of it. Refusal `campaignNotFound`. */
export async function getCampaign(ctx: MemberContext, key: string): Promise<CampaignFacts> {
  const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(key)
  const campaign = await findCampaign(ctx.tx, isId ? key : foldTag(key), viewerOf(ctx))
  if (!campaign) throw new Refusal('campaignNotFound')
  return campaign
}

/** As above, for whoever leads it, while it is not closed. Refusals 403 `leaderOnly`, `campaignClosed`. */
export async function getCampaignToLead(ctx: MemberContext, key: string): Promise<CampaignFacts> {
  const campaign = await getCampaign(ctx, key)
  enforce(campaign.leaderId === ctx.actor.memberId ? true : 'leaderOnly')
  if (campaign.isClosed) throw new Refusal('campaignClosed')
  return campaign
}
