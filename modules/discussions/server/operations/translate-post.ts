import type { TranslatePost } from '#modules/discussions/contract.ts'
import { postEdited } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getPostToChange } from '../access.ts'
import { canEdit } from '../policy.ts'
import { updateCardAndFindItem } from '../queries/cards.ts'
import { deleteTranslation, setTranslation } from '../queries/translations.ts'
import { actorId } from '../shared.ts'
import { prepareText, prepareTitle } from '../text.ts'

/**
 * The author says their post in another language: the reader sees their own first. Nobody is told again; it is found
 * in both. Answers the feed item as JSON text. Refusals: `sameLanguage`, `emptyText`. Emits postEdited.
 */
export async function translatePost(
  ctx: Context,
  input: TranslatePost & { postId: string },
): Promise<string> {
  const post = await getPostToChange(ctx, input.postId)
  enforce(canEdit(ctx.actor, post))
  if (post.language === input.language) throw new Refusal('sameLanguage')
  const text = prepareText(input.bodyMd)
  await setTranslation(ctx.tx, {
    postId: post.id,
    language: input.language,
    title: prepareTitle(input.title),
    text,
    by: post.authorId,
    now: ctx.now,
  })
  await emit(ctx, postEdited(post.communityId, { postId: post.id, mentioned: [] }))
  return updateCardAndFindItem(ctx.tx, post.id, actorId(ctx) ?? post.authorId)
}

/** Refusal `translationNotFound`. Emits postEdited. */
export async function removeTranslation(
  ctx: Context,
  input: { postId: string; language: string },
): Promise<void> {
  const post = await getPostToChange(ctx, input.postId)
  enforce(canEdit(ctx.actor, post))
  if ((await deleteTranslation(ctx.tx, post.id, input.language)) === 0)
    throw new Refusal('translationNotFound')
  await emit(ctx, postEdited(post.communityId, { postId: post.id, mentioned: [] }))
  await updateCardAndFindItem(ctx.tx, post.id, actorId(ctx) ?? post.authorId)
}
