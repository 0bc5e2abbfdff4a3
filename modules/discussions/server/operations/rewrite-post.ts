import { postEdited } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { updateCards } from '../queries/cards.ts'
import { replacePostText } from '../queries/rewrite.ts'
import { forgetBlobs } from '../shared.ts'
import { prepareText, prepareTitle } from '../text.ts'

/**
 * For a module above that may: other words take the place of a post's, and nothing of the former ones is kept, neither
 * in its history nor in a translation nor behind a hiding. False when the post is gone. Emits postEdited.
 */
export async function rewritePost(
  ctx: Context,
  input: { postId: string; title: string; bodyMd: string },
): Promise<boolean> {
  const text = prepareText(input.bodyMd)
  const row = await replacePostText(ctx.tx, input.postId, prepareTitle(input.title), text)
  if (!row) return false
  await forgetBlobs(ctx, row.blobs)
  if (!row.isThere) return true
  await updateCards(ctx.tx, [input.postId])
  await emit(ctx, postEdited(row.communityId, { postId: input.postId, mentioned: [] }))
  return true
}
