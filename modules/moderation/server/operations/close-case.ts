import type { CaseDetail, Outcome } from '#modules/moderation/contract.ts'
import { noticeAcknowledged, reportAnswered } from '#modules/moderation/events.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getCaseToChange } from '../access.ts'
import { setAcknowledged, setClosed } from '../queries/cases.ts'
import { listReporters } from '../queries/reports.ts'
import { readCaseAgain } from './read-case.ts'

/** Closes a case without a measure; those who reported learn what was said. */
export async function closeCase(
  ctx: MemberContext,
  input: { caseId: string; outcome: Outcome; word?: string | null | undefined },
): Promise<CaseDetail> {
  const file = await getCaseToChange(ctx, input.caseId)
  if (file.isClosed) throw new Refusal('caseClosed')
  if (file.hasWaitingMeasure) throw new Refusal('proposalWaiting')
  await endCase(ctx, file, input.outcome, cleanText(input.word))
  return readCaseAgain(ctx, file.id)
}

/** Writes the end and tells each person who reported. Emits reportAnswered. */
export async function endCase(
  ctx: Context,
  file: { id: string; communityId: string },
  outcome: Outcome,
  word: string | null,
): Promise<void> {
  const by = ctx.actor.kind === 'member' ? ctx.actor.memberId : null
  await setClosed(ctx.tx, { caseId: file.id, at: ctx.now, by, outcome, word })
  for (const { id, memberId } of await listReporters(ctx.tx, file.id))
    await emit(ctx, reportAnswered(file.communityId, { caseId: file.id, memberId, reportId: id }))
}

/** The legal desk has read a notice. Idempotent. Emits noticeAcknowledged to who wrote it. */
export async function acknowledgeNotice(ctx: MemberContext, caseId: string): Promise<CaseDetail> {
  const file = await getCaseToChange(ctx, caseId)
  if (file.route !== 'law') throw new Refusal('caseNotFound')
  if ((await setAcknowledged(ctx.tx, file.id, ctx.now)) > 0)
    for (const { id, memberId } of await listReporters(ctx.tx, file.id))
      await emit(ctx, noticeAcknowledged(null, { memberId, reportId: id }))
  return readCaseAgain(ctx, file.id)
}
