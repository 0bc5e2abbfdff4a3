import { defineJob } from '#platform/jobs/job.ts'
import { archiveDue } from '#modules/communities/server/operations/close-community.ts'

/** Every hour, because the day begins at another hour in each time zone. */
export const archiveDueCommunities = defineJob<Record<string, never>>({
  name: 'communities.archiveDue',
  attempts: 5,
  timeout: 60,
  onFinalFailure: 'communities whose closing day has come stay open until the next hour',
  cron: '7 * * * *',
  run: (ctx) => archiveDue(ctx),
})
