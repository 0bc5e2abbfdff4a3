import { commentEdited } from '#modules/discussions/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { enforce } from '#platform/shared/refusal.ts'
import { getCommentToChange } from '../access.ts'
import { nameGroups } from '../groups.ts'
import { withKeptLines } from '../kept-lines.ts'
import { canEditComment } from '../policy.ts'
import { updateCommentCard } from '../queries/cards.ts'
import { updateComment } from '../queries/comments.ts'
import { checkFiles, forgetBlobs } from '../shared.ts'
import { prepareText } from '../text.ts'

/** The author changes a comment; the former wording stays in its history. Emits commentEdited. Returns its post. */
export async function editComment(
  ctx: MemberContext,
  input: { commentId: string; bodyMd: string; attachments?: string[]; reachConfirmed?: boolean },
): Promise<{ postId: string }> {
  const { comment, post } = await getCommentToChange(ctx, input.commentId)
  enforce(canEditComment(ctx.actor, post, comment))
  const text = prepareText(
    await withKeptLines(ctx, { postId: post.id, commentId: comment.id, bodyMd: input.bodyMd }),
  )
  const { files, mentioned, blobs } = await updateComment(ctx.tx, {
    id: comment.id,
    postId: post.id,
    communityId: post.communityId,
    revisionId: newId(ctx.now.getTime()),
    text,
    by: ctx.actor.memberId,
    now: ctx.now,
    attachments: input.attachments ?? null,
    isNewWording: text.md !== comment.bodyMd,
  })
  checkFiles(input.attachments, files, text.attachments)
  await forgetBlobs(ctx, blobs)
  const groups = await nameGroups(ctx, post, {
    postId: post.id,
    commentId: comment.id,
    groups: text.groups,
    reachConfirmed: input.reachConfirmed,
  })
  await updateCommentCard(ctx.tx, comment.id)
  await emit(
    ctx,
    commentEdited(post.communityId, {
      postId: post.id,
      commentId: comment.id,
      mentioned,
      ...(groups.length > 0 && { groups }),
    }),
  )
  return { postId: post.id }
}
