import type { ServerModule } from '#platform/module.ts'
import { publishMissedSearches } from './jobs.ts'
import { listeners } from './listeners.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const searchModule: ServerModule = {
  name: 'search',
  routes,
  listeners,
  jobs: [publishMissedSearches],
  personalFields,
  personalValues: readPersonalValues,
}
