import { defineJob } from '#platform/jobs/job.ts'
import { publishMisses } from './queries/missed.ts'

/** Counts once a night, so that nobody sees a number grow while somebody searches. */
export const publishMissedSearches = defineJob<Record<string, never>>({
  name: 'search.publishMissedSearches',
  attempts: 5,
  timeout: 60,
  onFinalFailure: 'Searches without a result are counted, and last month’s destroyed, the next night.',
  cron: '50 2 * * *',
  async run(ctx) {
    await publishMisses(ctx.tx, ctx.now)
  },
})
