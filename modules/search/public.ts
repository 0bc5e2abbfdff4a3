import type { Context } from '#platform/context.ts'
import { listPlaceTexts, setDocsOfPosts, setGatheringDocs, setPageDocs } from './server/queries/docs.ts'

// The only server door of search for other modules.

/** Indexes these posts and all their comments as they are now; safe to run again. Imports call it in batches. */
export async function indexPosts(ctx: Context, postIds: readonly string[]): Promise<void> {
  if (postIds.length > 0) await setDocsOfPosts(ctx.tx, postIds)
}

/** The same for pages that were written without events (demo, imports). */
export async function indexPages(ctx: Context, pageIds: readonly string[]): Promise<void> {
  if (pageIds.length > 0) await setPageDocs(ctx.tx, pageIds)
}

/** The same for all pages and gatherings of these communities. */
export async function indexPlaces(ctx: Context, communityIds: readonly string[]): Promise<void> {
  const { pages, gatherings } = await listPlaceTexts(ctx.tx, communityIds)
  await setPageDocs(ctx.tx, pages)
  await setGatheringDocs(ctx.tx, gatherings)
}

/** Only for the demo company: searches that found nothing, as the administrator and managers read them. */
export { addDemoMissedSearches, removeDemoMissedSearches } from './server/operations/demo-missed.ts'
export type { DemoMissedSearch } from './server/operations/demo-missed.ts'
