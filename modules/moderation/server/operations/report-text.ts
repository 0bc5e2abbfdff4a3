import { findVisiblePost } from '#modules/discussions/public.ts'
import type { MyReport, Quoted } from '#modules/moderation/contract.ts'
import { textReported } from '#modules/moderation/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { routeOf } from '../policy.ts'
import { findArticle, openCase } from '../queries/cases.ts'
import { findMyReport } from '../queries/mine.ts'
import { findText, insertReport } from '../queries/reports.ts'
import type { TextFacts } from '../queries/reports.ts'
import { isEmployee } from '../viewer.ts'

/** Reports that one person makes in a day before somebody should be called instead. */
const mostReportsADay = 20

export interface ReportInput {
  postId: string
  commentId?: string | null | undefined
  article?: number | null | undefined
  law?: boolean | undefined
  words?: string | null | undefined
  around?: boolean | undefined
}

/** A text of somebody else that this person reads now. Refusals `postNotFound`, `ownText`, `textGone`. */
export async function getTextOfAnother(
  ctx: MemberContext,
  postId: string,
  commentId: string | null,
): Promise<TextFacts> {
  const post = await findVisiblePost(ctx, postId)
  const text = post && (await findText(ctx.tx, postId, commentId, ctx.actor.memberId, ctx.now))
  if (!text) throw new Refusal('postNotFound')
  if (text.isGone) throw new Refusal('textGone')
  if (text.authorId === ctx.actor.memberId) throw new Refusal('ownText')
  return text
}

/**
 * Somebody who reads a text reports it. The words are copied as they stand; who reported is never told to the
 * author. Emits textReported.
 */
export async function reportText(ctx: MemberContext, input: ReportInput): Promise<MyReport> {
  const commentId = input.commentId ?? null
  const text = await getTextOfAnother(ctx, input.postId, commentId)
  if (text.reportsToday >= mostReportsADay) throw new Refusal('tooManyRequests')
  const law = input.law === true
  const words = cleanText(input.words)
  const article = law ? undefined : await quote(ctx, text.communityId, input.article)
  if (!words && (law || !article)) throw new Refusal('reasonMissing')
  const route = routeOf({ law, around: input.around === true, authorModerates: text.authorModerates })
  const { id, isNew } = await openCase(ctx.tx, {
    id: newId(ctx.now.getTime()),
    communityId: text.communityId,
    postId: input.postId,
    commentId,
    authorId: text.authorId,
    route,
    now: ctx.now,
  })
  const added = await insertReport(ctx.tx, {
    id: newId(ctx.now.getTime()),
    caseId: id,
    reporterId: ctx.actor.memberId,
    article,
    words,
    at: ctx.now,
  })
  if (added === 0) throw new Refusal('alreadyReported')
  await emit(ctx, textReported(text.communityId, { caseId: id, route, isFirst: isNew }))
  return (await findMyReport(ctx.tx, ctx.actor.memberId, isEmployee(ctx), id))!
}

/** The article of the current charter that is meant, if any. Refusal `articleUnknown`. */
export async function quote(
  ctx: MemberContext,
  communityId: string,
  number: number | null | undefined,
): Promise<Quoted | undefined> {
  if (!number) return undefined
  const article = await findArticle(ctx.tx, communityId, number)
  if (!article) throw new Refusal('articleUnknown')
  return article
}
