import { postPinned } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getPostToChange } from '../access.ts'
import { canPin } from '../policy.ts'
import { updateCards } from '../queries/cards.ts'
import { setPinned } from '../queries/posts.ts'

/** A moderator pins a post on top of its community (at most ten), or unpins it. Idempotent. */
export async function pinPost(ctx: Context, input: { postId: string; pinned: boolean }): Promise<void> {
  const post = await getPostToChange(ctx, input.postId)
  enforce(canPin(ctx.actor, post))
  // Nobody's words are put forward where there is no hierarchy.
  if (input.pinned && post.isLevel) throw new Refusal('noPinsHere')
  if (post.isPinned === input.pinned) return
  const done = await setPinned(ctx.tx, post.id, post.communityId, input.pinned ? ctx.now : null)
  if (!done) throw new Refusal('tooManyPinned')
  await updateCards(ctx.tx, [post.id])
  await emit(ctx, postPinned(post.communityId, { postId: post.id, pinned: input.pinned }))
}
