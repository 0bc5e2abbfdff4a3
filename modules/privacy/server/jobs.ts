import { defineJob } from '#platform/jobs/job.ts'
import { tellMembers } from './operations/exceptional-reading.ts'

/** Keeps the promise of an exceptional reading: the members learn of it when it is over. */
export const tellOfReadings = defineJob<Record<string, never>>({
  name: 'privacy.tellOfReadings',
  attempts: 5,
  timeout: 120,
  onFinalFailure:
    'Members were not told of an exceptional reading that is over; the next quarter of an hour tries again.',
  cron: '*/15 * * * *',
  run: (ctx) => tellMembers(ctx),
})
