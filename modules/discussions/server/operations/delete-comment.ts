import { commentDeleted } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce } from '#platform/shared/refusal.ts'
import { getCommentToChange } from '../access.ts'
import { canDeleteComment } from '../policy.ts'
import { deleteCommentText } from '../queries/comments.ts'
import { updateCardsOfComment } from '../queries/cards.ts'
import { isTextHidden } from '../queries/hiding.ts'
import { actorId, forgetBlobs } from '../shared.ts'

/**
 * The author takes a comment back: its text goes, its place stays so that replies keep their sense. One that moderation
 * hid is still theirs to take back.
 */
export async function deleteComment(ctx: Context, commentId: string): Promise<void> {
  const { comment, post } = await getCommentToChange(ctx, commentId)
  const isHidden = comment.isDeleted && (await isTextHidden(ctx.tx, post.id, comment.id))
  enforce(canDeleteComment(ctx.actor, isHidden ? { ...comment, isDeleted: false } : comment))
  await forgetBlobs(ctx, await deleteCommentText(ctx.tx, comment.id, post.id, actorId(ctx), ctx.now))
  await updateCardsOfComment(ctx.tx, post.id, comment.id)
  await emit(ctx, commentDeleted(post.communityId, { postId: post.id, commentId: comment.id }))
}
