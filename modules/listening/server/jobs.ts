import { decisionReminded } from '#modules/listening/events.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { todayOf } from './access.ts'
import { takeReminders } from './queries/decisions.ts'

/**
 * Reminds decision-makers seven days and one day before their date, on the day, and every seven days after. The mail
 * itself waits for the hours of whoever receives it.
 */
export const remindDeciders = defineJob<unknown>({
  name: 'listening.remindDeciders',
  attempts: 3,
  timeout: 60,
  onFinalFailure: 'Decision-makers were not reminded of what they were asked; the next day tries again.',
  cron: '24 6 * * *',
  async run(ctx) {
    for (const { communityId, ...reminder } of await takeReminders(ctx.tx, todayOf(ctx), ctx.now))
      await emit(ctx, decisionReminded(communityId, reminder))
  },
})
