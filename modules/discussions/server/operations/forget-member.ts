import type { Context } from '#platform/context.ts'
import { updateCards, updateCardsOfThreads } from '../queries/cards.ts'
import { listOwnTexts, unnameMember } from '../queries/erase.ts'
import { deleteComment } from './delete-comment.ts'
import { deletePost } from './delete-post.ts'

/**
 * Takes a person's name out of what others wrote (mentions become plain words), and, when they wish, their own texts
 * too: each leaves its place, so that what others answered keeps its sense.
 */
export async function forgetMember(ctx: Context, memberId: string, texts: 'keep' | 'delete'): Promise<void> {
  if (texts === 'delete') {
    const own = await listOwnTexts(ctx.tx, memberId)
    for (const { commentId, postId } of own)
      await (commentId ? deleteComment(ctx, commentId) : deletePost(ctx, postId))
  }
  const posts = await unnameMember(ctx.tx, memberId)
  if (posts.length === 0) return
  await updateCards(ctx.tx, posts)
  await updateCardsOfThreads(ctx.tx, posts)
}
