import type { Assessment, Levels } from '#modules/reports/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { competencies } from '#modules/reports/words.ts'
import { getForManaging, getForReading } from '../access.ts'
import { halfOf } from '../months.ts'
import { insertAssessment, listAssessments } from '../queries/maturity.ts'
import type { AssessmentRow } from '../queries/maturity.ts'
import { isUsableAddress } from './tell-story.ts'

const view = ({ at, ...row }: AssessmentRow): Assessment => ({ ...row, at: at.toISOString() })

/** Self-assessments (M31), newest first: public acts of the managers, for the members of the community. */
export async function readMaturity(ctx: MemberContext, community: string) {
  const access = await getForReading(ctx, community)
  const items = (await listAssessments(ctx.tx, access.id)).map(view)
  const half = halfOf(ctx.now.toISOString())
  return {
    items,
    half,
    isDue: !items.some((one) => one.half === half),
    can: { edit: access.can.manage },
  }
}

/**
 * Assesses the eight competencies for this half-year. A level above the first shows its evidence
 * (`evidenceMissing`); a second assessment of the same half-year stands beside the first.
 */
export async function assessMaturity(
  ctx: MemberContext,
  input: { community: string; levels: Levels; actions: readonly string[] },
): Promise<Assessment> {
  const access = await getForManaging(ctx, input.community)
  const levels = Object.fromEntries(
    competencies.map((competency) => {
      const { level, why, evidence } = input.levels[competency]
      if (level > 1 && evidence.length === 0) throw new Refusal('evidenceMissing', { competency })
      const links = evidence.map(({ label, url }) => ({ label: label.trim(), url: url.trim() }))
      if (links.some(({ label, url }) => !label || !isUsableAddress(url)))
        throw new Refusal('evidenceUnusable', { competency })
      return [competency, { level, why: cleanText(why) ?? '', evidence: links }]
    }),
  ) as Levels
  const actions = input.actions.map((action) => cleanText(action))
  if (actions.some((action) => !action)) throw new Refusal('invalidInput')
  const id = newId(ctx.now.getTime())
  await insertAssessment(ctx.tx, {
    id,
    communityId: access.id,
    half: halfOf(ctx.now.toISOString()),
    levels,
    actions: actions as string[],
    at: ctx.now,
    byMemberId: ctx.actor.memberId,
  })
  return view((await listAssessments(ctx.tx, access.id)).find((one) => one.id === id)!)
}
