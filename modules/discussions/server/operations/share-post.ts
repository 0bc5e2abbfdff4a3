import { getCommunityFor } from '#modules/communities/public.ts'
import type { FeedItem, SharePost } from '#modules/discussions/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getVisiblePost } from '../access.ts'
import { canShare } from '../policy.ts'
import { findShared, findSharing, setSharing } from '../queries/shares.ts'
import { actorId, viewerOf } from '../shared.ts'
import { publishPost } from './publish-post.ts'

/**
 * Brings a conversation that one reads into a community where one may write. The share quotes it for those who may
 * read it; to everybody else it only says that there is one. Refusals: 404 either end unseen, `notShareable`,
 * `sameCommunity`, the reasons of the target.
 */
export async function sharePost(
  ctx: Context,
  input: SharePost & { postId: string; authorId?: string },
): Promise<FeedItem> {
  const post = await getVisiblePost(ctx, input.postId)
  const source = await getCommunityFor(ctx, post.communityId, 'read')
  const isSharingAllowed = source.visibility === 'closed' ? await findSharing(ctx.tx, source.id) : null
  enforce(canShare(post, { visibility: source.visibility, isSharingAllowed }))
  if (input.communityId === post.communityId) throw new Refusal('sameCommunity')
  return publishPost(ctx, {
    communityId: input.communityId,
    bodyMd: input.bodyMd,
    ...(input.language && { language: input.language }),
    ...(input.authorId && { authorId: input.authorId }),
    sharedFrom: post.id,
  })
}

/** What a share quotes, for whoever reads the share. Refusal `postNotFound`, also for a post that is no share. */
export async function readShared(ctx: MemberContext, postId: string): Promise<string> {
  const post = await getVisiblePost(ctx, postId)
  const body = post.isDeleted ? undefined : await findShared(ctx.tx, post.id, viewerOf(ctx))
  if (!body) throw new Refusal('postNotFound')
  return body
}

/** Whether words may leave a community, and whether its managers decide that. */
export async function readSharing(
  ctx: Context,
  idOrSlug: string,
): Promise<{ isAllowed: boolean; isDecidable: boolean }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  if (community.visibility !== 'closed')
    return { isAllowed: community.visibility === 'open', isDecidable: false }
  return { isAllowed: (await findSharing(ctx.tx, community.id)) ?? false, isDecidable: true }
}

/** A manager of a closed community decides it; elsewhere visibility does (refusal `visibilityDecides`). */
export async function decideSharing(ctx: Context, idOrSlug: string, isAllowed: boolean): Promise<void> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  if (community.visibility !== 'closed') enforce('visibilityDecides')
  await setSharing(ctx.tx, { communityId: community.id, isAllowed, by: actorId(ctx), now: ctx.now })
}
