import type { CaseDetail } from '#modules/moderation/contract.ts'
import { appealDecided, appealMade } from '#modules/moderation/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findMeasure, getMeasureToChange, needsMediatorOf } from '../access.ts'
import { canDecideAppeal } from '../policy.ts'
import { findAppeal, insertAppeal, setAppealDecision } from '../queries/steps.ts'
import { readCaseAgain } from './read-case.ts'
import { allow, undoMeasure } from './take-measure.ts'

/** The author asks somebody who took no part to look again; once per decision. Emits appealMade. */
export async function appeal(
  ctx: MemberContext,
  input: { measureId: string; words: string; toMediator?: boolean | undefined },
): Promise<void> {
  const measure = await findMeasure(ctx, input.measureId)
  const place = measure && (await needsMediatorOf(ctx, measure.caseId))
  if (!measure || place?.authorId !== ctx.actor.memberId || measure.decision !== 'confirmed')
    throw new Refusal('measureNotFound')
  if (measure.liftedAt) throw new Refusal('alreadyDecided')
  const words = cleanText(input.words)
  if (!words) throw new Refusal('reasonMissing')
  const toMediator = input.toMediator === true
  if ((await insertAppeal(ctx.tx, { measureId: measure.id, words, toMediator, at: ctx.now })) === 0)
    throw new Refusal('appealTaken')
  const { needsMediator } = (await needsMediatorOf(ctx, measure.caseId))!
  await emit(
    ctx,
    appealMade(place.communityId, {
      caseId: measure.caseId,
      measureId: measure.id,
      toMediators: needsMediator,
    }),
  )
}

/** Decides an appeal with reasons; overturning restores the text or ends the pause. Emits appealDecided. */
export async function decideAppeal(
  ctx: MemberContext,
  input: { measureId: string; decision: 'upheld' | 'overturned'; reasons: string },
): Promise<CaseDetail> {
  const { measure, file } = await getMeasureToChange(ctx, input.measureId)
  const waiting = await findAppeal(ctx.tx, measure.id)
  if (!waiting) throw new Refusal('measureNotFound')
  allow(canDecideAppeal(ctx.actor.memberId, file, file.office, measure, waiting))
  const reasons = cleanText(input.reasons)
  if (!reasons) throw new Refusal('reasonMissing')
  await setAppealDecision(ctx.tx, {
    measureId: measure.id,
    by: ctx.actor.memberId,
    at: ctx.now,
    decision: input.decision,
    reasons,
  })
  if (input.decision === 'overturned' && !measure.liftedAt) await undoMeasure(ctx, file, measure)
  await emit(
    ctx,
    appealDecided(file.communityId, {
      caseId: file.id,
      memberId: file.authorId,
      measureId: measure.id,
      decision: input.decision,
    }),
  )
  return readCaseAgain(ctx, file.id, file)
}
