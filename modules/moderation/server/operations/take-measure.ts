import { endPause, pauseMember } from '#modules/communities/public.ts'
import { hideText, showTextAgain } from '#modules/discussions/public.ts'
import type { CaseDetail, MeasureKind, Outcome } from '#modules/moderation/contract.ts'
import { measureLifted, measureProposed, measureTaken } from '#modules/moderation/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getCase, getCaseToChange, getMeasureToChange } from '../access.ts'
import type { CaseAccess, MeasureRow } from '../access.ts'
import { canDecide, canPropose } from '../policy.ts'
import {
  hasOtherHoldingMeasure,
  insertMeasure,
  setMeasureDecision,
  setMeasureLifted,
} from '../queries/steps.ts'
import { endCase } from './close-case.ts'
import { readCaseAgain } from './read-case.ts'
import { quote } from './report-text.ts'

/** Throws a decision of the policy as its own refusal. */
export function allow(decision: true | string): void {
  if (decision !== true) throw new Refusal(decision)
}

/** The first of two people. Nothing happens to the text before the second one. Emits measureProposed. */
export async function proposeMeasure(
  ctx: MemberContext,
  input: {
    caseId: string
    kind: MeasureKind
    article?: number | null | undefined
    reason: string
    note?: string | null | undefined
    days?: number | undefined
    urgent?: boolean | undefined
  },
): Promise<CaseDetail> {
  const file = await getCaseToChange(ctx, input.caseId)
  const urgent = input.urgent === true
  allow(canPropose(input.kind, file.route, file, urgent, ctx.now))
  const isLaw = input.kind === 'takedown'
  const article = isLaw ? undefined : await quote(ctx, file.communityId, input.article)
  const reason = cleanText(input.reason)
  if (!reason || (!isLaw && !article)) throw new Refusal('reasonMissing')
  if (input.kind === 'pause' && !input.days) throw new Refusal('daysMissing')
  const id = newId(ctx.now.getTime())
  await insertMeasure(ctx.tx, {
    id,
    caseId: file.id,
    kind: input.kind,
    article,
    reason,
    note: input.kind === 'pause' ? null : cleanText(input.note),
    days: input.kind === 'pause' ? input.days! : null,
    urgent,
    by: ctx.actor.memberId,
    at: ctx.now,
  })
  const { needsMediator } = await getCase(ctx, file.id)
  await emit(
    ctx,
    measureProposed(file.communityId, { caseId: file.id, measureId: id, toMediators: needsMediator }),
  )
  return readCaseAgain(ctx, file.id, file)
}

const outcomeOf: Record<MeasureKind, Outcome> = { hide: 'hidden', pause: 'paused', takedown: 'takenDown' }

/** The second person confirms, and it takes effect, or declines, and the case goes on. Emits measureTaken. */
export async function decideMeasure(
  ctx: MemberContext,
  input: { measureId: string; decision: 'confirmed' | 'declined'; word?: string | null | undefined },
): Promise<CaseDetail> {
  const { measure, file } = await getMeasureToChange(ctx, input.measureId)
  allow(canDecide(ctx.actor.memberId, file, measure))
  const isConfirmed = input.decision === 'confirmed'
  const endsAt =
    isConfirmed && measure.days ? new Date(ctx.now.getTime() + measure.days * 24 * 3_600_000) : null
  await setMeasureDecision(ctx.tx, {
    id: measure.id,
    by: ctx.actor.memberId,
    at: ctx.now,
    decision: input.decision,
    word: cleanText(input.word),
    endsAt,
  })
  if (!isConfirmed) return readCaseAgain(ctx, file.id, file)
  await takeEffect(ctx, file, measure, endsAt)
  if (!file.isClosed) await endCase(ctx, file, outcomeOf[measure.kind], null)
  const told = { caseId: file.id, memberId: file.authorId, measureId: measure.id, kind: measure.kind }
  await emit(ctx, measureTaken(file.communityId, told))
  return readCaseAgain(ctx, file.id, file)
}

async function takeEffect(
  ctx: MemberContext,
  file: CaseAccess,
  measure: MeasureRow,
  endsAt: Date | null,
): Promise<void> {
  if (measure.kind === 'pause')
    return pauseMember(ctx, { communityId: file.communityId, memberId: file.authorId, endsAt: endsAt! })
  const { article, articleTitle, note } = measure
  const text = { postId: file.postId, commentId: file.commentId }
  if (!(await hideText(ctx, { ...text, article, articleTitle, note }))) throw new Refusal('textGone')
}

/** Shows a text again or ends a pause; whoever has a part in the case may. Emits measureLifted. */
export async function liftMeasure(
  ctx: MemberContext,
  input: { measureId: string; word?: string | null | undefined },
): Promise<CaseDetail> {
  const { measure, file } = await getMeasureToChange(ctx, input.measureId)
  await undoMeasure(ctx, file, measure)
  return readCaseAgain(ctx, file.id, file)
}

/** Takes a confirmed measure back, unless another one still holds the same text or pause. Refusal `alreadyDecided`. */
export async function undoMeasure(ctx: MemberContext, file: CaseAccess, measure: MeasureRow): Promise<void> {
  if ((await setMeasureLifted(ctx.tx, measure.id, ctx.actor.memberId, ctx.now)) === 0)
    throw new Refusal('alreadyDecided')
  if (!(await hasOtherHoldingMeasure(ctx.tx, measure.id, ctx.now))) {
    if (measure.kind === 'pause')
      await endPause(ctx, { communityId: file.communityId, memberId: file.authorId })
    else await showTextAgain(ctx, { postId: file.postId, commentId: file.commentId })
  }
  const told = { caseId: file.id, memberId: file.authorId, measureId: measure.id, kind: measure.kind }
  await emit(ctx, measureLifted(file.communityId, told))
}
