import type { CaseDetail, Step } from '#modules/moderation/contract.ts'
import { authorWritten, peerAsked } from '#modules/moderation/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getCaseToChange } from '../access.ts'
import { insertStep, isAvailablePeer, setCorrectionClock } from '../queries/steps.ts'
import { readCaseAgain } from './read-case.ts'
import { quote } from './report-text.ts'

/** Hours that an author has to correct, unless another time is given. */
export const usualHours = 24

/**
 * A rung of the ladder: a peer is asked to write; the author gets a word with the article; the author is asked to
 * correct, with a clock that keeps everything else waiting.
 */
export async function takeStep(
  ctx: MemberContext,
  input: {
    caseId: string
    step: Step
    toMemberId?: string | null | undefined
    article?: number | null | undefined
    text?: string | null | undefined
    hours?: number | undefined
  },
): Promise<CaseDetail> {
  const file = await getCaseToChange(ctx, input.caseId)
  if (file.isClosed || file.route === 'law') throw new Refusal('caseClosed')
  const article = await quote(ctx, file.communityId, input.article)
  const text = cleanText(input.text)
  const id = newId(ctx.now.getTime())
  const isPeer = input.step === 'peer'
  if (!isPeer && !text) throw new Refusal('reasonMissing')
  if (isPeer) {
    const peer = input.toMemberId
    if (!peer || file.office !== 'moderator' || !(await isAvailablePeer(ctx.tx, file.id, peer)))
      throw new Refusal('peerNotAvailable')
  }
  await insertStep(ctx.tx, {
    id,
    caseId: file.id,
    step: input.step,
    by: ctx.actor.memberId,
    to: isPeer ? input.toMemberId! : null,
    article,
    text,
    at: ctx.now,
  })
  if (input.step === 'correction')
    await setCorrectionClock(
      ctx.tx,
      file.id,
      new Date(ctx.now.getTime() + (input.hours ?? usualHours) * 3_600_000),
    )
  if (isPeer) await emit(ctx, peerAsked(file.communityId, { memberId: input.toMemberId!, requestId: id }))
  else
    await emit(
      ctx,
      authorWritten(file.communityId, { caseId: file.id, memberId: file.authorId, step: input.step }),
    )
  return readCaseAgain(ctx, file.id)
}
