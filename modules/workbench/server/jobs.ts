import { defineJob } from '#platform/jobs/job.ts'
import { deleteOldDecisions } from './queries/morning.ts'

/** What a manager did with a card is nobody's history: twelve months, then forgotten. */
export const forgetOldDecisions = defineJob<Record<string, never>>({
  name: 'workbench.forgetOldDecisions',
  attempts: 5,
  timeout: 60,
  onFinalFailure: 'Decisions about cards older than twelve months stay until the next night.',
  cron: '40 2 * * *',
  async run(ctx) {
    await deleteOldDecisions(ctx.tx, ctx.now)
  },
})
