import { getCommunityFor } from '#modules/communities/public.ts'
import type { MissedSearches } from '#modules/search/contract.ts'
import type { Context } from '#platform/context.ts'
import { listMissed } from '../queries/missed.ts'

/** What was searched everywhere and not found, by at least five people each; the administrator's list. */
export const listMissedSearches = async (ctx: Context): Promise<MissedSearches> => ({
  items: await listMissed(ctx.tx, null, ctx.now),
})

/** The same for searches inside one community; its managers' list. */
export async function listMissedSearchesIn(ctx: Context, slug: string): Promise<MissedSearches> {
  const community = await getCommunityFor(ctx, slug, 'manage')
  return { items: await listMissed(ctx.tx, community.id, ctx.now) }
}
