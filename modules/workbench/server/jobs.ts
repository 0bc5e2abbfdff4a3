import { defineJob } from '#platform/jobs/job.ts'
import { deleteOldCare } from './queries/care.ts'
import { deleteOldDecisions } from './queries/morning.ts'
import { deleteOldOpenings } from './queries/openings.ts'

/** What a manager did with a card is nobody's history: twelve months, then forgotten. */
export const forgetOldDecisions = defineJob<Record<string, never>>({
  name: 'workbench.forgetOldDecisions',
  attempts: 5,
  timeout: 60,
  onFinalFailure:
    'Decisions, words of care and invitations older than twelve months stay until the next night.',
  cron: '40 2 * * *',
  async run(ctx) {
    await deleteOldDecisions(ctx.tx, ctx.now)
    await deleteOldCare(ctx.tx, ctx.now)
    await deleteOldOpenings(ctx.tx, ctx.now)
  },
})
