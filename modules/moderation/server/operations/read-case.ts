import { findVisiblePost } from '#modules/discussions/public.ts'
import { logAccess } from '#modules/people/public.ts'
import type { CaseDetail } from '#modules/moderation/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findCase, getCase } from '../access.ts'
import type { CaseAccess } from '../access.ts'
import { canDecide, canDecideAppeal, canPropose, couldAnswer } from '../policy.ts'
import { findCaseCard, findCaseParts } from '../queries/cases.ts'
import { viewerOf } from '../viewer.ts'
import { templatesOf } from './keep-places.ts'
import { shownFields } from './read-queue.ts'

/** One case, for whoever has a part in it; the author finds the look in their access log. Refusal `caseNotFound`. */
export async function readCase(ctx: MemberContext, caseId: string): Promise<CaseDetail> {
  const file = await getCase(ctx, caseId)
  await logAccess(ctx, {
    viewerRole: file.office,
    communityId: file.communityId,
    screen: 'moderation',
    purpose: 'moderate',
    subjects: [file.authorId],
    fields: [...shownFields],
  })
  return viewCase(ctx, file)
}

/**
 * The case as it stands after an act of somebody who had a part in it (`before`). A mediator asked as a second
 * person has none any more once it is decided: the answer to their act is their last look.
 */
export async function readCaseAgain(
  ctx: MemberContext,
  caseId: string,
  before?: CaseAccess,
): Promise<CaseDetail> {
  const file = await findCase(ctx, caseId)
  if (!file && !before) throw new Refusal('caseNotFound')
  return viewCase(ctx, file ?? before!)
}

async function viewCase(ctx: MemberContext, file: CaseAccess): Promise<CaseDetail> {
  const viewer = viewerOf(ctx)
  // The words as they stand are for readers; mediators and the legal desk have the copy that was reported, no more.
  const reads = file.office === 'moderator' && (await findVisiblePost(ctx, file.postId)) !== undefined
  const card = (await findCaseCard(ctx.tx, file.id, viewer))!
  const parts = (await findCaseParts(ctx.tx, file.id, {
    reporters: file.office === 'legalDesk',
    current: reads,
    now: ctx.now,
  }))!
  const isOpen = file.closedAt === null
  const mayPropose = (kind: 'hide' | 'pause') => canPropose(kind, file.route, file, true, ctx.now) === true
  return {
    card,
    office: file.office,
    quoted: parts.quoted,
    current: parts.current,
    acknowledgedAt: parts.acknowledgedAt,
    correctBy: parts.correctBy,
    correctedAt: parts.correctedAt,
    closingWord: parts.closingWord,
    reports: parts.reports,
    steps: parts.steps,
    measures: parts.measures.map(({ proposedById, decidedById, ...measure }) => ({
      ...measure,
      can: {
        decide:
          canDecide(viewer.id, file, {
            proposedBy: proposedById,
            decidedAt: measure.decidedAt ? ctx.now : null,
          }) === true,
        lift: measure.decision === 'confirmed' && measure.liftedAt === null,
        decideAppeal:
          measure.appeal !== null &&
          canDecideAppeal(
            viewer.id,
            file,
            file.office,
            { proposedBy: proposedById, decidedBy: decidedById },
            {
              decidedAt: measure.appeal.decidedAt ? ctx.now : null,
              toMediator: measure.appeal.toMediator,
            },
          ) === true,
      },
    })),
    earlier: parts.earlier,
    templates: (await templatesOf(ctx, file.communityId)).map(({ step, text }) => ({ step, text })),
    charter: parts.charter,
    can: {
      askPeer: isOpen && file.office === 'moderator',
      write: isOpen && file.route !== 'law',
      propose: file.route !== 'law' && (mayPropose('hide') || mayPropose('pause')),
      onlyUrgently: !couldAnswer('hide', file, ctx.now),
      close: isOpen && !file.hasWaitingMeasure,
      acknowledge: isOpen && file.route === 'law' && file.acknowledgedAt === null,
      takeDown: file.route === 'law' && canPropose('takedown', 'law', file, false, ctx.now) === true,
    },
  }
}
