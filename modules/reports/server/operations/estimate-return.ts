import { getFigures, readTimeSaved } from '#modules/measurement/public.ts'
import type { Return } from '#modules/reports/contract.ts'
import { systemActor } from '#platform/context.ts'
import type { MemberContext } from '#platform/context.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getForManaging, getForReading } from '../access.ts'
import { estimateReturn } from '../estimate.ts'
import { daysOfQuarter, monthsAfter, quarterOf } from '../months.ts'
import { countHelps, findAssumptions, setAssumptions } from '../queries/returns.ts'
import type { Assumptions } from '../queries/returns.ts'

/** The last closed calendar quarter: windows that overlap would let single declarations be subtracted. */
const monthsLooked = 3
const none: Assumptions = {
  managerHoursMonth: null,
  otherHoursMonth: null,
  lowMinutes: null,
  baseMinutes: null,
  highMinutes: null,
  hourlyCost: null,
  currency: null,
  reason: null,
}

/** M30 of a community with all it rests on; the same for its managers and its members. */
export async function readReturn(ctx: MemberContext, community: string): Promise<Return> {
  const access = await getForReading(ctx, community)
  return estimate(ctx, access.id, access.can.manage)
}

/** As the release engine rounds sums: no single declaration can be read off one. */
const nearestFiveHours = (minutes: number): number => Math.round(minutes / 300) * 300

async function estimate(ctx: MemberContext, communityId: string, canEdit: boolean): Promise<Return> {
  const thisMonth = ctx.now.toISOString().slice(0, 7)
  const { from, to } = daysOfQuarter(quarterOf(`${monthsAfter(thisMonth, -monthsLooked)}-01`))
  const after = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000)
  const system = { ...ctx, actor: systemActor('reports.return') }
  const { counts } = await getFigures(system, communityId, { from, to })
  const helps = await countHelps(ctx.tx, communityId, new Date(`${from}T00:00:00Z`), after)
  const saved = await readTimeSaved(system, communityId, from, to)
  const declared =
    saved.withheld === null
      ? { n: saved.n, sumMinutes: nearestFiveHours(saved.sumMinutes), medianMinutes: saved.medianMinutes }
      : null
  const kept = await findAssumptions(ctx.tx, communityId)
  const { changedAt, changedBy, ...given } = kept ?? { ...none, changedAt: null, changedBy: null }
  const perMonth = (n: number) => Math.round((n / monthsLooked) * 10) / 10
  const answersMonth = perMonth(counts.answered)
  const helpsMonth = helps === null ? null : perMonth(helps)
  const costHoursMonth =
    given.managerHoursMonth === null && given.otherHoursMonth === null
      ? null
      : (given.managerHoursMonth ?? 0) + (given.otherHoursMonth ?? 0)
  return {
    from,
    to,
    months: monthsLooked,
    answersMonth,
    helpsMonth,
    declared,
    cases: estimateReturn({
      ...given,
      answersMonth,
      helpsMonth: helpsMonth ?? 0,
      medianMinutes: declared?.medianMinutes ?? null,
      costHoursMonth,
    }),
    costHours: costHoursMonth === null ? null : 12 * costHoursMonth,
    assumptions: { ...given, changedAt: changedAt?.toISOString() ?? null, changedBy },
    source: 'communityroundtable.com/roi-calculator; communityroundtable.com/?p=64580',
    can: { edit: canEdit },
  }
}

/** Changes the assumptions; each stands on the page with who changed it. Refuses `rangeUnordered`. */
export async function assumeReturn(
  ctx: MemberContext,
  { community, ...given }: { community: string } & Assumptions,
): Promise<Return> {
  const access = await getForManaging(ctx, community)
  const entered = [given.lowMinutes, given.baseMinutes, given.highMinutes].filter((one) => one !== null)
  if (entered.some((one, index) => index > 0 && one < entered[index - 1]!))
    throw new Refusal('rangeUnordered')
  await setAssumptions(
    ctx.tx,
    access.id,
    {
      ...given,
      currency: given.hourlyCost === null ? null : (given.currency ?? 'EUR'),
      reason: cleanText(given.reason),
    },
    ctx.now,
    ctx.actor.memberId,
  )
  return estimate(ctx, access.id, true)
}
