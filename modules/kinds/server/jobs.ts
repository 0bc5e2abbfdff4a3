import { projectEnds } from '#modules/kinds/events.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { dayIn, daysBetween } from './days.ts'
import { listEnding, takeEndWarning } from './queries/project.ts'

/** Which warning is due so many days before an end: the nearest that has come; undefined when none has. */
export const warningFor = (daysLeft: number): 30 | 7 | 0 | undefined =>
  daysLeft <= 0 ? 0 : daysLeft <= 7 ? 7 : daysLeft <= 30 ? 30 : undefined

/** Managers of a project hear of its end 30 days and 7 days before, and on the day; nothing closes by itself. */
export const warnEnds = defineJob<unknown>({
  name: 'kinds.warnEnds',
  attempts: 3,
  timeout: 60,
  onFinalFailure: 'Managers were not told that their project ends soon; the next day tries again.',
  cron: '32 6 * * *',
  async run(ctx) {
    const horizon = new Date(ctx.now.getTime() + 32 * 86_400_000).toISOString().slice(0, 10)
    for (const { communityId, endsOn, timezone } of await listEnding(ctx.tx, horizon)) {
      const days = warningFor(daysBetween(dayIn(ctx.now, timezone), endsOn))
      if (days !== undefined && (await takeEndWarning(ctx.tx, communityId, endsOn, days, ctx.now)))
        await emit(ctx, projectEnds(communityId, { endsOn, days }))
    }
  },
})
