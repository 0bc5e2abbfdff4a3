import { defineJob } from '#platform/jobs/job.ts'
import { deleteOldPresence } from './queries.ts'

/** Keeps the promise of measurement.presence_month: thirteen months, then forgotten. */
export const forgetOldPresence = defineJob<Record<string, never>>({
  name: 'measurement.forgetOldPresence',
  attempts: 5,
  timeout: 60,
  onFinalFailure: 'Presence bits older than thirteen months stay until the next night.',
  cron: '20 2 * * *',
  async run(ctx) {
    await deleteOldPresence(ctx.tx, ctx.now)
  },
})
