import type { Job } from '#platform/jobs/job.ts'
import type { ServerModule } from '#platform/module.ts'
import { forgetLinks, remindLifeReviews } from './jobs.ts'
import { listeners } from './listeners.ts'
import { lifecycleSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, readPersonalValues, personalScreens } from './personal-fields.ts'
import { routes } from './routes.ts'

export const lifecycleModule: ServerModule = {
  name: 'lifecycle',
  ownData,
  routes,
  jobs: [remindLifeReviews as Job, forgetLinks as Job],
  listeners: [...listeners, ...lifecycleSource.listeners],
  personalScreens,
  personalFields,
  personalValues: readPersonalValues,
}
