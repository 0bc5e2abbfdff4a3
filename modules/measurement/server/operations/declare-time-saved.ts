import { findVisiblePost } from '#modules/discussions/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { deleteTimeSaved, findText, listOwnTimeSaved, setTimeSaved } from '../time-saved/queries.ts'

export interface TimeSavedInput {
  postId: string
  commentId: string | null
  /** Null takes it back. */
  minutes: number | null
}

/**
 * "This text saved me…": one answer per person and text, changeable, said by whoever may read the text and has not
 * written it. Silent: no event, nobody learns who. Refusals: `postNotFound`, `notPermitted` (`ownText`).
 */
export async function declareTimeSaved(ctx: MemberContext, input: TimeSavedInput): Promise<void> {
  const text =
    (await findVisiblePost(ctx, input.postId)) && (await findText(ctx.tx, input.postId, input.commentId))
  if (!text) throw new Refusal('postNotFound')
  if (input.minutes === null) {
    await deleteTimeSaved(ctx.tx, input.postId, input.commentId, ctx.actor.memberId)
    return
  }
  if (text.isDeleted) throw new Refusal('postNotFound')
  if (text.authorId === ctx.actor.memberId) throw new Refusal('notPermitted', { reason: 'ownText' })
  await setTimeSaved(ctx.tx, {
    ...input,
    minutes: input.minutes,
    memberId: ctx.actor.memberId,
    at: ctx.now,
  })
}

/** What this person declared about a conversation's texts; their own only. */
export async function listMyTimeSaved(ctx: MemberContext, postId: string) {
  if (!(await findVisiblePost(ctx, postId))) throw new Refusal('postNotFound')
  return { items: await listOwnTimeSaved(ctx.tx, postId, ctx.actor.memberId) }
}
