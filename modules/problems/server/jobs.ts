import { getBusinessCalendar } from '#modules/people/public.ts'
import { problemValueDue } from '#modules/problems/events.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { dayIn, nextValueDue, rhythmOf } from './progress.ts'
import { listFollowed, takeReminder } from './queries/problem.ts'

/** Managers hear once of each due date, on the morning it has come. */
export const remindValues = defineJob<unknown>({
  name: 'problems.remindValues',
  attempts: 3,
  timeout: 120,
  onFinalFailure:
    'Managers were not reminded of the next value of their indicator; the next day tries again.',
  cron: '22 6 * * *',
  async run(ctx) {
    for (const { communityId, kind, siteId, baselineOn, lastOn } of await listFollowed(ctx.tx)) {
      const dueOn = nextValueDue(lastOn, baselineOn, rhythmOf(kind))
      if (dueOn === null) continue
      const { timezone } = await getBusinessCalendar(ctx.tx, siteId)
      if (dueOn > dayIn(ctx.now, timezone)) continue
      if (await takeReminder(ctx.tx, communityId, dueOn, ctx.now))
        await emit(ctx, problemValueDue(communityId, { dueOn }))
    }
  },
})
