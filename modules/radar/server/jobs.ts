import { getProgrammeFor, listProgrammes } from '#modules/programmes/public.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { gatherVectors } from './operations/gather.ts'
import { insertMonth } from './queries/radar.ts'

/** On the first of a month, how each running programme stood at the end of the last one; rows are added, never changed. */
export const keepMonths = defineJob<unknown>({
  name: 'radar.keepMonths',
  attempts: 5,
  timeout: 600,
  onFinalFailure: 'The radar of last month has no row; the curve shows a gap.',
  cron: '42 4 1 * *',
  async run(ctx) {
    const last = new Date(Date.UTC(ctx.now.getUTCFullYear(), ctx.now.getUTCMonth() - 1, 1))
    const month = last.toISOString().slice(0, 10)
    for (const { id } of await listProgrammes(ctx, { running: true })) {
      const states = await gatherVectors(ctx, await getProgrammeFor(ctx, id, 'read'))
      await insertMonth(ctx.tx, { programmeId: id, month, states, now: ctx.now })
    }
  },
})
