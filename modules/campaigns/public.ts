// The only server door of campaigns for other modules.
import type { CampaignCard } from '#modules/campaigns/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { getCampaign } from './server/access.ts'
import { readCampaigns, viewCampaign } from './server/operations/read-campaigns.ts'

/** Campaigns that run today and that this person may know of; at most twenty. */
export const listRunningCampaigns = async (ctx: MemberContext): Promise<CampaignCard[]> =>
  (await readCampaigns(ctx, { running: true })).items

/** One campaign by tag or id as this person may know of it, with counts of what they may read. Refusal `campaignNotFound`. */
export async function readCampaignCard(
  ctx: MemberContext,
  key: string,
): Promise<CampaignCard & { counts: { posts: number; stories: number; communities: number } }> {
  const page = await viewCampaign(ctx, await getCampaign(ctx, key))
  const { id, tag, address, title, purpose, language, startsOn, endsOn, state, counts } = page
  return { id, tag, address, title, purpose, language, startsOn, endsOn, state, counts }
}

/** Only for the demo company. */
export { addDemoCampaign, removeDemoCampaigns } from './server/operations/demo-campaign.ts'
export type { DemoCampaign } from './server/operations/demo-campaign.ts'
