import type { Report } from '#modules/reports/contract.ts'
import { reportDrafted } from '#modules/reports/events.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { graceDays, sectionKeys } from '#modules/reports/words.ts'
import type { Texts } from '#modules/reports/words.ts'
import { getForManaging } from '../access.ts'
import type { ReportFacts } from '../facts.ts'
import { gatherFacts } from '../gather.ts'
import { isClosed } from '../months.ts'
import { findBeginning, findReport, insertReport, insertVersion } from '../queries/reports.ts'
import { sayIn } from '../say.ts'
import type { Language } from '../say.ts'
import { viewReport } from '../view-report.ts'

/** The words that the product proposes; figures stand beside them and are nobody's to edit. */
export function draftTexts(language: Language, facts: ReportFacts): Texts {
  const say = sayIn(language)
  const key = (section: string) =>
    section === 'problem' && (!facts.problem || facts.problem.baseline === null) ? 'problemMissing' : section
  return Object.fromEntries(sectionKeys.map((section) => [section, say.t(`draft.${key(section)}`)])) as Texts
}

/**
 * Counts a closed month once and for all, and proposes the words. Tells nobody.
 * @returns undefined where the month has its report already
 */
export async function makeDraft(
  ctx: Context,
  community: { id: string; language: Language },
  month: string,
): Promise<{ id: string; facts: ReportFacts } | undefined> {
  const facts = await gatherFacts(ctx, community.id, month)
  const id = newId(ctx.now.getTime())
  const row = { id, communityId: community.id, month, language: community.language, facts }
  if (!(await insertReport(ctx.tx, { ...row, draftedAt: ctx.now }))) return undefined
  await insertVersion(ctx.tx, {
    reportId: id,
    number: 1,
    texts: draftTexts(community.language, facts),
    at: ctx.now,
    byMemberId: null,
  })
  return { id, facts }
}

/** Drafts the report of a closed month and tells its managers: emits reportDrafted. @returns whether it was new */
export async function draftReport(
  ctx: Context,
  community: { id: string; language: Language },
  month: string,
): Promise<boolean> {
  const isNew = (await makeDraft(ctx, community, month)) !== undefined
  if (isNew) await emit(ctx, reportDrafted(community.id, { month }))
  return isNew
}

/** A manager has the report of a closed month drafted now. Refuses `monthNotClosed`. */
export async function askForDraft(
  ctx: MemberContext,
  input: { community: string; month: string },
): Promise<Report> {
  const access = await getForManaging(ctx, input.community)
  const today = ctx.now.toISOString().slice(0, 10)
  if (!isClosed(input.month, today, graceDays) || input.month < (await findBeginning(ctx.tx, access.id)))
    throw new Refusal('monthNotClosed', { graceDays })
  if (!(await findReport(ctx.tx, access.id, input.month)))
    await draftReport(
      ctx,
      { id: access.id, language: access.languages[0] === 'en' ? 'en' : 'fr' },
      input.month,
    )
  const row = await findReport(ctx.tx, access.id, input.month)
  return viewReport(ctx, access, row!, { draft: true, language: ctx.actor.language })
}
