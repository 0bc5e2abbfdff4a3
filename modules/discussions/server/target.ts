import type { Context } from '#platform/context.ts'
import { getCommentToChange, getPostToChange } from './access.ts'
import type { AccessiblePost } from './access.ts'
import type { Target } from './queries/reactions.ts'

/** A post, or a comment by its own id. */
export type TargetInput =
  | { postId: string; commentId?: null | undefined }
  | { postId?: string; commentId: string }

/** What a reaction or a "this helped me" is for, as this actor may read it; its post is locked. */
export async function getTarget(
  ctx: Context,
  input: TargetInput,
): Promise<{ target: Target; post: AccessiblePost; authorId: string; isDeleted: boolean }> {
  if (input.commentId) {
    const { comment, post } = await getCommentToChange(ctx, input.commentId)
    return {
      target: { postId: post.id, commentId: comment.id },
      post,
      authorId: comment.authorId,
      isDeleted: comment.isDeleted,
    }
  }
  const post = await getPostToChange(ctx, input.postId!)
  return {
    target: { postId: post.id, commentId: null },
    post,
    authorId: post.authorId,
    isDeleted: post.isDeleted,
  }
}
