import { textHidden, textShown } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { updateCards, updateCardsOfComment } from '../queries/cards.ts'
import {
  deleteCommentHiding,
  deletePostHiding,
  findTextPlace,
  insertCommentHiding,
  insertPostHiding,
} from '../queries/hiding.ts'

/** A post, or one of its comments. */
export interface TextPlace {
  postId: string
  commentId: string | null
}

/**
 * Hides a text behind a placeholder: its words, names, reactions and history leave their place for everybody at once.
 * A door for moderation, which has decided who may; nothing is checked here. False when the text is gone or hidden
 * already. Emits textHidden.
 */
export async function hideText(
  ctx: Context,
  text: TextPlace & { article: number | null; articleTitle: LocalText | null; note: string | null },
): Promise<boolean> {
  const place = await getPlace(ctx, text)
  const row = { ...text, at: ctx.now }
  const done = text.commentId ? await insertCommentHiding(ctx.tx, row) : await insertPostHiding(ctx.tx, row)
  if (done === 0) return false
  if (text.commentId) await updateCardsOfComment(ctx.tx, text.postId, text.commentId)
  await emit(ctx, textHidden(place.communityId, { postId: text.postId, commentId: text.commentId }))
  return true
}

/** Puts a hidden text back as it was. False when it was not hidden. Emits textShown. */
export async function showTextAgain(ctx: Context, text: TextPlace): Promise<boolean> {
  const place = await getPlace(ctx, text)
  const done = text.commentId
    ? await deleteCommentHiding(ctx.tx, text.postId, text.commentId)
    : await deletePostHiding(ctx.tx, text.postId)
  if (done === 0) return false
  if (text.commentId) await updateCardsOfComment(ctx.tx, text.postId, text.commentId)
  else await updateCards(ctx.tx, [text.postId])
  await emit(ctx, textShown(place.communityId, { postId: text.postId, commentId: text.commentId }))
  return true
}

async function getPlace(ctx: Context, text: TextPlace): Promise<{ communityId: string }> {
  const place = await findTextPlace(ctx.tx, text.postId, text.commentId)
  if (!place) throw new Refusal('postNotFound')
  return place
}
