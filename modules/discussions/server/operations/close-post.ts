import type { ClosePost } from '#modules/discussions/contract.ts'
import { postClosed } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { findVisiblePost, getPostToChange } from '../access.ts'
import { canArrange, canClose } from '../policy.ts'
import { updateCards } from '../queries/cards.ts'
import { deleteClosure, insertClosure } from '../queries/posts.ts'
import { actorId } from '../shared.ts'

/** The author or a moderator closes a post with a reason: it stays readable, nobody writes under it. */
export async function closePost(ctx: Context, input: ClosePost & { postId: string }): Promise<void> {
  const post = await getPostToChange(ctx, input.postId)
  enforce(canClose(ctx.actor, post))
  const duplicateOf = input.reason === 'duplicate' ? (input.duplicateOf ?? null) : null
  // A duplicate of something that the closer cannot read would tell that it exists.
  if (duplicateOf && (duplicateOf === post.id || !(await findVisiblePost(ctx, duplicateOf))))
    throw new Refusal('duplicateUnknown')
  await insertClosure(ctx.tx, {
    postId: post.id,
    by: actorId(ctx),
    now: ctx.now,
    reason: input.reason,
    note: cleanText(input.note),
    duplicateOf,
  })
  await updateCards(ctx.tx, [post.id])
  await emit(ctx, postClosed(post.communityId, { postId: post.id, closed: true }))
}

/** Opens it again. Idempotent. */
export async function reopenPost(ctx: Context, postId: string): Promise<void> {
  const post = await getPostToChange(ctx, postId)
  enforce(canArrange(ctx.actor, post))
  if (!(await deleteClosure(ctx.tx, post.id))) return
  await updateCards(ctx.tx, [post.id])
  await emit(ctx, postClosed(post.communityId, { postId: post.id, closed: false }))
}
