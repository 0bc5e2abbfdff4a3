import { addDemoReleases } from '#modules/measurement/public.ts'
import { publishedCommunities } from '#modules/demo/story/measurement.ts'
import type { Context } from '#platform/context.ts'

/** What the nights of the last months would have published. `ids`: communities by slug. */
export const addReleases = (ctx: Context, ids: ReadonlyMap<string, string>): Promise<void> =>
  addDemoReleases(
    ctx,
    publishedCommunities.flatMap((slug) => ids.get(slug) ?? []),
  )
