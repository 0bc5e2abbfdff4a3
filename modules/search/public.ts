import type { Context } from '#platform/context.ts'
import { setDocsOfPosts } from './server/queries/docs.ts'

/** Indexes these posts and all their comments as they are now; safe to run again. Imports call it in batches. */
export async function indexPosts(ctx: Context, postIds: readonly string[]): Promise<void> {
  if (postIds.length > 0) await setDocsOfPosts(ctx.tx, postIds)
}
