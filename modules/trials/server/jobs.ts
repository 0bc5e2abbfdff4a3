import { verdictsAsked } from '#modules/trials/events.ts'
import { emit } from '#platform/events/events.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { takeUnasked } from './queries/ideas.ts'

/** A week after a delivery: does it work for you? Once. */
export const askVerdicts = defineJob<unknown>({
  name: 'trials.askVerdicts',
  attempts: 3,
  timeout: 60,
  onFinalFailure:
    'People were not asked whether what was delivered works for them; the next day tries again.',
  cron: '40 6 * * *',
  async run(ctx) {
    for (const { id, trialId } of await takeUnasked(ctx.tx, ctx.now))
      await emit(ctx, verdictsAsked(null, { trialId, deliveryId: id }))
  },
})
