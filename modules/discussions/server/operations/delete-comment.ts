import { commentDeleted } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce } from '#platform/shared/refusal.ts'
import { getCommentToChange } from '../access.ts'
import { canDeleteComment } from '../policy.ts'
import { deleteCommentText } from '../queries/comments.ts'
import { updateCardsOfComment } from '../queries/cards.ts'
import { actorId, forgetBlobs } from '../shared.ts'

/** The author takes a comment back: its text goes, its place stays so that replies keep their sense. */
export async function deleteComment(ctx: Context, commentId: string): Promise<void> {
  const { comment, post } = await getCommentToChange(ctx, commentId)
  enforce(canDeleteComment(ctx.actor, comment))
  await forgetBlobs(ctx, await deleteCommentText(ctx.tx, comment.id, post.id, actorId(ctx), ctx.now))
  await updateCardsOfComment(ctx.tx, post.id, comment.id)
  await emit(ctx, commentDeleted(post.communityId, { postId: post.id, commentId: comment.id }))
}
