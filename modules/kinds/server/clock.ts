import { businessClock } from '#modules/measurement/public.ts'
import type { BusinessClock } from '#modules/measurement/public.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'

/** The clock of a community's site: it runs in business hours only. */
export const clockOf = async (ctx: Context, siteId: string | null): Promise<BusinessClock> =>
  businessClock(await getBusinessCalendar(ctx.tx, siteId))

interface Target {
  targetAmount: number | null
  targetUnit: 'hours' | 'days'
  ends: boolean
}

/** When the target of a step passes for what entered it then; null where nothing waits. */
export const dueAtOf = (clock: BusinessClock, step: Target, enteredAt: Date): Date | null =>
  step.ends || step.targetAmount === null
    ? null
    : clock.after(enteredAt, step.targetAmount * (step.targetUnit === 'days' ? clock.hoursPerDay : 1))

/** Business hours past the due instant, negative before it; null without one. */
export const hoursOver = (clock: BusinessClock, dueAt: Date | null, now: Date): number | null =>
  dueAt === null ? null : now > dueAt ? clock.hoursBetween(dueAt, now) : -clock.hoursBetween(now, dueAt)
