import { defineJob } from '#platform/jobs/job.ts'
import { purgeDeliveries, purgeNotices, purgeSubjects } from './queries/notices.ts'

const batch = 5_000

/** Notices go after 90 days, the ledger keeps who, when and by which way for 13 months, without content. */
export const forgetOldNotices = defineJob<Record<string, never>>({
  name: 'notifications.forgetOld',
  attempts: 3,
  timeout: 600,
  onFinalFailure: 'Old notices and proofs of delivery stay until the next night.',
  cron: '50 2 * * *',
  async run(ctx) {
    for (const purge of [purgeNotices, purgeSubjects, purgeDeliveries])
      while ((await purge(ctx.tx, ctx.now, batch)) === batch);
  },
})
