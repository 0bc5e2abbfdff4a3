import type { Job } from '#platform/jobs/job.ts'
import type { ServerModule } from '#platform/module.ts'
import { forgetOldPresence } from './jobs.ts'
import { writePresence } from './operations/note-presence.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { ownData } from './own-data.ts'
import { releaseJobs } from './release/jobs.ts'
import { releaseFields, readReleaseValues } from './release/personal-fields.ts'
import { rollUp, rollUpNightly } from './rollup/jobs.ts'
import { listeners } from './rollup/listeners.ts'
import { routes } from './routes.ts'

export const measurementModule: ServerModule = {
  name: 'measurement',
  ownData,
  routes,
  jobs: [forgetOldPresence, rollUp as unknown as Job, rollUpNightly as unknown as Job, ...releaseJobs],
  listeners,
  personalFields: [...personalFields, ...releaseFields],
  personalValues: async (ctx, memberId) => ({
    ...(await readPersonalValues(ctx, memberId)),
    ...(await readReleaseValues(ctx, memberId)),
  }),
  onStop: ({ db }) => writePresence(db),
}
