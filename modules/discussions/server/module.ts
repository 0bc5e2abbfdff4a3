import type { ServerModule } from '#platform/module.ts'
import { fetchPreview, purgeUploads, removeBlobs } from './jobs.ts'
import { listeners } from './listeners.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'
import { flushThreadViews } from './thread-views.ts'

export const discussionsModule: ServerModule = {
  name: 'discussions',
  ownData,
  routes,
  jobs: [removeBlobs, purgeUploads, fetchPreview],
  listeners,
  personalFields,
  personalValues: readPersonalValues,
  onStop: flushThreadViews,
}
