import type { AddComment } from '#modules/discussions/contract.ts'
import { commentAdded } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getPostToChange } from '../access.ts'
import { nameGroups } from '../groups.ts'
import { canComment } from '../policy.ts'
import { insertComment } from '../queries/comments.ts'
import { updateCardsOfComment } from '../queries/cards.ts'
import { authorOf, checkFiles } from '../shared.ts'
import { prepareText } from '../text.ts'

/**
 * Comments, or answers a question. A reply goes under the comment it names; a reply to a reply goes under the
 * same comment: one level. Emits commentAdded. The system may write for a member (`authorId`).
 */
export async function addComment(
  ctx: Context,
  input: AddComment & { postId: string; authorId?: string },
): Promise<{ id: string }> {
  const authorId = authorOf(ctx, input.authorId)
  const text = prepareText(input.bodyMd)
  const post = await getPostToChange(ctx, input.postId)
  enforce(canComment(ctx.actor, post))
  const isAnswer = post.kind === 'question' && !input.parentId && input.isAnswer === true
  const id = newId(ctx.now.getTime())
  const { files, mentioned, parentId } = await insertComment(ctx.tx, {
    id,
    communityId: post.communityId,
    postId: post.id,
    parentId: input.parentId ?? null,
    authorId,
    isAnswer,
    text,
    language: input.language ?? post.language,
    now: ctx.now,
    attachments: input.attachments ?? [],
    draftKey: input.draftKey ?? null,
  })
  // Of another conversation, or none: the same answer.
  if (input.parentId && !parentId) throw new Refusal('commentNotFound')
  checkFiles(input.attachments, files, text.attachments)
  const groups = await nameGroups(ctx, post, {
    postId: post.id,
    commentId: id,
    groups: text.groups,
    reachConfirmed: input.reachConfirmed,
  })
  await updateCardsOfComment(ctx.tx, post.id, id)
  await emit(
    ctx,
    commentAdded(post.communityId, {
      postId: post.id,
      commentId: id,
      authorId,
      parentId,
      isAnswer,
      mentioned,
      ...(groups.length > 0 && { groups }),
    }),
  )
  return { id }
}
