import { removeDemoCampaigns } from '#modules/campaigns/public.ts'
import { removeDemoCommunities } from '#modules/communities/public.ts'
import { removeDemoDebateFiles } from '#modules/debates/public.ts'
import { removeDemoPresence, removeDemoReleases } from '#modules/measurement/public.ts'
import { removeDemoWishes } from '#modules/lifecycle/public.ts'
import { removeDemoNewsletters } from '#modules/newsletters/public.ts'
import { hasDemoPeople, removeDemoPeople } from '#modules/people/public.ts'
import { removeDemoPractice } from '#modules/practice/public.ts'
import { removeDemoPulse } from '#modules/pulse/public.ts'
import { removeDemoProgrammes } from '#modules/programmes/public.ts'
import { removeDemoMissedSearches } from '#modules/search/public.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'

/** Removes the demo company in the caller's transaction. Refuses demoNotLoaded. */
export async function removeDemo(
  ctx: Context,
): Promise<{ communities: number; people: number; kept: number }> {
  if (!(await hasDemoPeople(ctx))) throw new Refusal('demoNotLoaded')
  await removeDemoCampaigns(ctx)
  await removeDemoDebateFiles(ctx)
  const communities = await removeDemoCommunities(ctx)
  await removeDemoPresence(ctx)
  await removeDemoWishes(ctx)
  await removeDemoReleases(ctx)
  await removeDemoMissedSearches(ctx)
  await removeDemoPractice(ctx)
  await removeDemoPulse(ctx)
  await removeDemoProgrammes(ctx)
  await removeDemoNewsletters(ctx)
  const { removed, kept } = await removeDemoPeople(ctx)
  return { communities, people: removed, kept }
}
