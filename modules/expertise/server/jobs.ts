import { defineJob } from '#platform/jobs/job.ts'
import { deleteOldTraces } from './queries/own.ts'

/** Requests count for eighteen months at most, an absence that is over for nothing. */
export const forgetOldTraces = defineJob<Record<string, never>>({
  name: 'expertise.forgetOldTraces',
  attempts: 5,
  timeout: 60,
  onFinalFailure: 'Old requests and absences stay until the next night.',
  cron: '50 2 * * *',
  async run(ctx) {
    await deleteOldTraces(ctx.tx, ctx.now)
  },
})
