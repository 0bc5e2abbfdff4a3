import { randomBytes } from 'node:crypto'
import { gatheringReminderDue } from '#modules/gatherings/events.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { once } from '#platform/jobs/once.ts'
import { listDueReminders } from './queries/feeds.ts'
import { deleteOldPresence } from './queries/presence.ts'
import { copyGathering, findLatest, listSeriesToUnroll, setUnrolled } from './queries/series.ts'
import { addDays, horizonDays, maximumAhead, unroll } from './recurrence.ts'

/**
 * Says that reminders are due, once for each gathering, time and lead. A gathering that is moved is owed new ones; a
 * reminder that was due before the time was said is not.
 */
export const remindOfGatherings = defineJob<Record<string, never>>({
  name: 'gatherings.remind',
  attempts: 5,
  timeout: 120,
  onFinalFailure: 'Reminders of the next minutes are made up for by the next round, while they still serve.',
  cron: '*/5 * * * *',
  async run(ctx) {
    for (const due of await listDueReminders(ctx.tx, ctx.now))
      await once(ctx, `gatherings.reminder:${due.id}:${due.lead}:${due.startsAt}`, () =>
        emit(
          ctx,
          gatheringReminderDue(due.communityId, {
            gatheringId: due.id,
            lead: due.lead,
            startsAt: due.startsAt,
          }),
        ),
      )
  },
})

/** Keeps half a year of rows ahead of every series that goes on. */
export const unrollSeries = defineJob<Record<string, never>>({
  name: 'gatherings.unrollSeries',
  attempts: 5,
  timeout: 300,
  onFinalFailure: 'Series grow tomorrow; half a year is there already.',
  cron: '25 2 * * *',
  async run(ctx) {
    const untilDay = addDays(ctx.now.toISOString().slice(0, 10), horizonDays)
    for (const series of await listSeriesToUnroll(ctx.tx, untilDay, 500)) {
      const walls = unroll(series.rule, series.firstWall, {
        afterDay: series.unrolledUntil,
        untilDay,
        max: maximumAhead,
      })
      const model = await findLatest(ctx.tx, series.id)
      if (model && walls.length > 0)
        await copyGathering(
          ctx.tx,
          model,
          walls.map((wall) => ({ id: newId(ctx.now.getTime()), wall, secret: randomBytes(32) })),
          ctx.now,
        )
      const goesOn = unroll(series.rule, series.firstWall, { afterDay: untilDay, max: 1 }).length > 0
      await setUnrolled(ctx.tx, series.id, untilDay, !goesOn || !model)
    }
  },
})

/** Who was there is kept thirteen months. */
export const forgetOldPresence = defineJob<Record<string, never>>({
  name: 'gatherings.forgetOldPresence',
  attempts: 5,
  timeout: 120,
  onFinalFailure: 'Presence older than thirteen months stays until the next night.',
  cron: '35 2 * * *',
  async run(ctx) {
    await deleteOldPresence(ctx.tx, ctx.now)
  },
})
