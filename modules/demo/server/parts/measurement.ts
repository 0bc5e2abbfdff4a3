import { addDemoReleases, addDemoTimeSaved, recountFigures } from '#modules/measurement/public.ts'
import { publishedCommunities } from '#modules/demo/story/measurement.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'

/** What the nights of the last months would have published. `ids`: communities by slug. */
export const addReleases = (ctx: Context, ids: ReadonlyMap<string, string>): Promise<void> =>
  addDemoReleases(
    ctx,
    publishedCommunities.flatMap((slug) => ids.get(slug) ?? []),
  )

/** Most people say a few minutes, some an hour, one in nine half a day. */
const declared = [15, 5, 15, 60, 5, 0, 15, 60, 240]

/** Minutes saved, as a third of those whom a text helped would declare them; and every figure counted in the background. */
export async function addFigures(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { community, posts, helped } of story.communities) {
    const dates = new Map(posts.map((post) => [post.id, post.at]))
    await addDemoTimeSaved(
      ctx,
      helped
        .filter((_helped, index) => index % 3 === 0)
        .map((one, index) => ({
          ...one,
          minutes: declared[index % declared.length]!,
          at: new Date(
            Math.min(ctx.now.getTime() - 1000, (dates.get(one.postId) ?? ctx.now).getTime() + 2 * 86_400_000),
          ),
        })),
    )
    const communityId = ids.get(community.slug)
    if (communityId) await recountFigures(ctx, communityId)
  }
}
