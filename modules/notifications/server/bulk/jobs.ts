import { defineJob, enqueue } from '#platform/jobs/job.ts'
import type { Job } from '#platform/jobs/job.ts'
import { purgePace } from './queries.ts'
import { sendDueBulk } from './run.ts'

/**
 * Goes on with letters to many. Once a minute by itself, so that nothing has to be remembered of a process that died;
 * one process at a time, by a lock of the database that falls with its connection.
 */
export const sendBulk: Job<Record<string, never>> = defineJob<Record<string, never>>({
  name: 'notifications.sendBulk',
  attempts: 3,
  timeout: 600,
  onFinalFailure: 'Newsletters wait; the next minute goes on with them.',
  cron: '* * * * *',
  async run(ctx, _payload, services) {
    const lock = await ctx.tx.row<{ isMine: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('notifications.sendBulk')) as "isMine"`,
    )
    if (!lock!.isMine) return
    const next = await sendDueBulk(services)
    // Later than a minute is the schedule's.
    if (next && next.getTime() - services.now().getTime() < 60_000)
      await enqueue(ctx, sendBulk, {}, { at: next, key: 'notifications.sendBulk:next' })
  },
})

export const forgetPace = defineJob<Record<string, never>>({
  name: 'notifications.forgetPace',
  attempts: 3,
  timeout: 60,
  onFinalFailure: 'Old counts of mails per minute stay until the next night.',
  cron: '56 2 * * *',
  async run(ctx) {
    await purgePace(ctx.tx, ctx.now)
  },
})
