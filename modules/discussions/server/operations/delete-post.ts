import { postDeleted } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce } from '#platform/shared/refusal.ts'
import { getPostToChange } from '../access.ts'
import { canDelete } from '../policy.ts'
import { isTextHidden } from '../queries/hiding.ts'
import { deletePostText } from '../queries/posts.ts'
import { actorId, forgetBlobs } from '../shared.ts'

/**
 * The author takes a post back: text, files, history and reactions go; the answers of others stay under its address.
 * One that moderation hid is still theirs to take back.
 */
export async function deletePost(ctx: Context, postId: string): Promise<void> {
  const post = await getPostToChange(ctx, postId)
  const isHidden = post.isDeleted && (await isTextHidden(ctx.tx, post.id, null))
  enforce(canDelete(ctx.actor, isHidden ? { ...post, isDeleted: false } : post))
  await forgetBlobs(ctx, await deletePostText(ctx.tx, post.id, actorId(ctx), ctx.now))
  await emit(ctx, postDeleted(post.communityId, { postId: post.id }))
}
