import type { Context } from '#platform/context.ts'

/** Indexes these posts and all their comments as they are now; safe to run again. Imports call it in batches. */
export const indexPosts: (ctx: Context, postIds: readonly string[]) => Promise<void> = () => {
  throw new Error('not available yet')
}
