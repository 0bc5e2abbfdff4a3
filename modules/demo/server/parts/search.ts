import { searchesInVain } from '#modules/demo/story/searches.ts'
import { addDemoMissedSearches, indexPlaces } from '#modules/search/public.ts'
import type { Context } from '#platform/context.ts'

/** What was searched in vain, and the index of pages and gatherings. `ids`: communities by slug. */
export async function addSearches(ctx: Context, ids: ReadonlyMap<string, string>): Promise<void> {
  await addDemoMissedSearches(
    ctx,
    searchesInVain.flatMap(({ in: slug, ...search }) => {
      const communityId = slug === undefined ? null : ids.get(slug)
      return communityId === undefined ? [] : [{ ...search, communityId }]
    }),
  )
  await indexPlaces(ctx, [...ids.values()])
}
