import { answerAccepted } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { findPostOfComment, getPostToChange } from '../access.ts'
import { canAccept } from '../policy.ts'
import { updateCards } from '../queries/cards.ts'
import { deleteAcceptance, setAcceptedAnswer } from '../queries/posts.ts'
import { actorId } from '../shared.ts'

/**
 * The asker accepts one answer to their question (a manager when the asker is gone); another one replaces it.
 * Idempotent. Emits answerAccepted.
 */
export async function acceptAnswer(
  ctx: Context,
  input: { postId: string; commentId: string },
): Promise<void> {
  const post = await getPostToChange(ctx, input.postId)
  enforce(canAccept(ctx.actor, post))
  if (post.acceptedAnswerId === input.commentId) return
  const comment = await findPostOfComment(ctx.tx, input.commentId)
  if (!comment || comment.postId !== post.id) throw new Refusal('commentNotFound')
  if (!comment.isAnswer || comment.isDeleted) throw new Refusal('notAnAnswer')
  // For the system, the asker is who accepted.
  await setAcceptedAnswer(ctx.tx, post.id, input.commentId, actorId(ctx) ?? post.authorId, ctx.now)
  await updateCards(ctx.tx, [post.id])
  await emit(
    ctx,
    answerAccepted(post.communityId, { postId: post.id, commentId: input.commentId, accepted: true }),
  )
}

/** Takes the acceptance back. Idempotent. */
export async function withdrawAcceptance(ctx: Context, postId: string): Promise<void> {
  const post = await getPostToChange(ctx, postId)
  enforce(canAccept(ctx.actor, post))
  if (!post.acceptedAnswerId) return
  await deleteAcceptance(ctx.tx, post.id)
  await updateCards(ctx.tx, [post.id])
  await emit(
    ctx,
    answerAccepted(post.communityId, { postId: post.id, commentId: post.acceptedAnswerId, accepted: false }),
  )
}
