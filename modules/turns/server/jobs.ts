import { accountTurnReminded } from '#modules/turns/events.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { dayOf, planWeeks } from './operations/plan-weeks.ts'
import { listOpenAccountIds } from './queries/accounts.ts'
import { insertReminder, listDueTurns } from './queries/told.ts'
import { dueLead } from './policy.ts'

/** Plans one more week as time goes on, and gives weeks of people who left or are away to others. */
export const extendPlans = defineJob<unknown>({
  name: 'turns.extendPlans',
  attempts: 3,
  timeout: 120,
  onFinalFailure: 'Turns were not planned further ahead; the next night tries again.',
  cron: '35 2 * * *',
  async run(ctx) {
    for (const accountId of await listOpenAccountIds(ctx.tx)) await planWeeks(ctx, accountId)
  },
})

/** Seven days and one day before a turn, and once it is over; each once. */
export const remindTurns = defineJob<unknown>({
  name: 'turns.remind',
  attempts: 3,
  timeout: 120,
  onFinalFailure: 'People were not reminded of their turn; the next day tries again.',
  cron: '25 5 * * *',
  async run(ctx) {
    const today = dayOf(ctx.now)
    for (const turn of await listDueTurns(ctx.tx, today)) {
      const due = dueLead(turn.week, today, turn.sent)
      if (!due) continue
      for (const lead of [due.lead, ...due.passed])
        await insertReminder(ctx.tx, turn.id, turn.memberId, lead, ctx.now)
      await emit(
        ctx,
        accountTurnReminded(turn.communityId, {
          turnId: turn.id,
          memberId: turn.memberId,
          lead: due.lead,
          days: due.days,
        }),
      )
    }
  },
})
