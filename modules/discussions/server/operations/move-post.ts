import { getCommunityFor, takePostSequence } from '#modules/communities/public.ts'
import type { PostKind } from '#modules/discussions/contract.ts'
import { postMoved } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce } from '#platform/shared/refusal.ts'
import { getPostToChange } from '../access.ts'
import { canArrange, canMove } from '../policy.ts'
import { updateCards, updateCardsOfThreads } from '../queries/cards.ts'
import { setCommunity, setKind } from '../queries/posts.ts'

/** Its author or a moderator turns a post into another kind; comments become answers under a question, and back. */
export async function changeKind(ctx: Context, input: { postId: string; kind: PostKind }): Promise<void> {
  const post = await getPostToChange(ctx, input.postId)
  enforce(canArrange(ctx.actor, post))
  if (post.kind === input.kind) return
  await setKind(ctx.tx, post.id, input.kind)
  await updateCards(ctx.tx, [post.id])
  if ((post.kind === 'question') !== (input.kind === 'question'))
    await updateCardsOfThreads(ctx.tx, [post.id])
  await emit(ctx, postMoved(post.communityId, { postId: post.id, kind: input.kind }))
}

/**
 * Moves a post with all that stands under it. Needs the right to write (author) or to moderate at both ends.
 * Both communities are told, neither hears the other's name.
 */
export async function movePost(ctx: Context, input: { postId: string; communityId: string }): Promise<void> {
  const post = await getPostToChange(ctx, input.postId)
  enforce(canArrange(ctx.actor, post))
  const there = await getCommunityFor(ctx, input.communityId, 'read')
  enforce(canMove(ctx.actor, post, there.can))
  if (there.id === post.communityId) return
  const seq = await takePostSequence(ctx, there.id, { authorId: post.authorId })
  await setCommunity(ctx.tx, post.id, there.id, seq)
  await updateCards(ctx.tx, [post.id])
  const told = { postId: post.id, kind: post.kind }
  await emit(ctx, postMoved(post.communityId, told))
  await emit(ctx, postMoved(there.id, told))
}
