import { foldTag, tagsIn } from '#modules/campaigns/tag.ts'
import type { Context } from '#platform/context.ts'
import { findTagged, listCandidates, setTagged } from '../queries/tags.ts'

const tagsOf = (post: { text: string; tags: string[] }): string[] => [
  ...new Set([...post.tags.map(foldTag), ...tagsIn(post.text)]),
]

/** Which campaigns a conversation belongs to, after what it says has changed. Idempotent. */
export async function tagPost(ctx: Context, postId: string): Promise<void> {
  const post = await findTagged(ctx.tx, postId)
  if (post) await setTagged(ctx.tx, postId, post.communityId, tagsOf(post))
}

/** Finds what carried the tag before its campaign was there. */
export async function tagEarlierPosts(ctx: Context, campaignId: string): Promise<void> {
  let after: string | null = null
  for (;;) {
    const posts: Awaited<ReturnType<typeof listCandidates>> = await listCandidates(
      ctx.tx,
      campaignId,
      after,
      500,
    )
    for (const post of posts) {
      const tags = tagsOf(post)
      if (tags.length > 0) await setTagged(ctx.tx, post.id, post.communityId, tags)
    }
    if (posts.length < 500) return
    after = posts.at(-1)!.id
  }
}
