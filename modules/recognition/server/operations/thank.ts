import { getCommunityFor } from '#modules/communities/public.ts'
import { findVisiblePost } from '#modules/discussions/public.ts'
import type { Act, Showing, Thanks } from '#modules/recognition/contract.ts'
import { memberThanked, thanksShown } from '#modules/recognition/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getThanks } from '../access.ts'
import { findAuthor, isHere, isPageAuthor } from '../queries/people.ts'
import { deleteThanks, insertThanks, setShowing, updateThanks } from '../queries/thanks.ts'

export interface ThankInput {
  /** Identifier or slug. */
  community: string
  toMemberId: string
  text: string
  act: Act
  postId?: string | null | undefined
  commentId?: string | null | undefined
  pageId?: string | null | undefined
  isPrivate?: boolean | undefined
}

const cleaned = (text: string): string => {
  const words = text.normalize('NFC').replace(/\0/gu, '').trim()
  if (!words) throw new Refusal('invalidInput', { fields: [{ field: 'body/text', problem: 'is empty' }] })
  return words
}

/**
 * A member thanks another in words, for something concrete. Before the community it stands under what it is about,
 * unless the receiver declines; the wall takes their yes. Emits memberThanked.
 */
export async function thank(ctx: MemberContext, input: ThankInput): Promise<Thanks> {
  const community = await getCommunityFor(ctx, input.community, 'participate')
  const text = cleaned(input.text)
  if (input.toMemberId === ctx.actor.memberId) throw new Refusal('ownThanks')
  if (!(await isHere(ctx.tx, input.toMemberId, community.id))) throw new Refusal('receiverNotHere')
  const postId = input.postId ?? null
  const commentId = postId ? (input.commentId ?? null) : null
  const pageId = input.pageId ?? null
  if (postId) {
    const post = await findVisiblePost(ctx, postId)
    const author = post && (await findAuthor(ctx.tx, community.id, postId, commentId))
    if (author !== input.toMemberId) throw new Refusal('objectNotHere')
  }
  if (pageId && !(await isPageAuthor(ctx.tx, community.id, pageId, input.toMemberId)))
    throw new Refusal('objectNotHere')
  const id = newId(ctx.now.getTime())
  const isPrivate = input.isPrivate ?? false
  await insertThanks(ctx.tx, {
    id,
    communityId: community.id,
    giverId: ctx.actor.memberId,
    receiverId: input.toMemberId,
    text,
    act: input.act,
    postId,
    commentId,
    pageId,
    language: ctx.actor.language,
    isPrivate,
    now: ctx.now,
  })
  await emit(ctx, memberThanked(community.id, { thanksId: id, memberId: input.toMemberId }))
  if (!isPrivate) await emit(ctx, thanksShown(community.id, { postId }))
  return getThanks(ctx, id)
}

/** Other words, or another audience; the receiver is asked again before the wall shows them. */
export async function wordThanks(
  ctx: MemberContext,
  input: { thanksId: string; text?: string | undefined; isPrivate?: boolean | undefined },
): Promise<Thanks> {
  const thanks = await getThanks(ctx, input.thanksId)
  enforce(thanks.giver.id === ctx.actor.memberId || 'notYourThanks')
  const text = input.text === undefined ? null : cleaned(input.text)
  await updateThanks(
    ctx.tx,
    thanks.id,
    ctx.actor.memberId,
    { text, isPrivate: input.isPrivate ?? null },
    ctx.now,
  )
  await emit(ctx, thanksShown(thanks.community.id, { postId: thanks.postId }))
  return getThanks(ctx, thanks.id)
}

/** The giver takes it back. */
export async function takeThanksBack(ctx: MemberContext, thanksId: string): Promise<void> {
  const thanks = await getThanks(ctx, thanksId)
  enforce(thanks.giver.id === ctx.actor.memberId || 'notYourThanks')
  await deleteThanks(ctx.tx, thanks.id, ctx.actor.memberId)
  await emit(ctx, thanksShown(thanks.community.id, { postId: thanks.postId }))
}

/** The receiver says where it may be seen: on the wall, only where it was said, or nowhere. */
export async function showThanks(
  ctx: MemberContext,
  input: { thanksId: string; showing: Showing },
): Promise<Thanks> {
  const thanks = await getThanks(ctx, input.thanksId)
  enforce(thanks.receiver.id === ctx.actor.memberId || 'notYourThanks')
  enforce(!thanks.isPrivate || 'privateThanks')
  await setShowing(ctx.tx, thanks.id, ctx.actor.memberId, input.showing, ctx.now)
  await emit(ctx, thanksShown(thanks.community.id, { postId: thanks.postId }))
  return getThanks(ctx, thanks.id)
}
