import type { ServerModule } from '#platform/module.ts'
import { forgetOldPresence, remindOfGatherings, unrollSeries } from './jobs.ts'
import { listeners } from './listeners.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const gatheringsModule: ServerModule = {
  name: 'gatherings',
  routes,
  jobs: [remindOfGatherings, unrollSeries, forgetOldPresence],
  listeners,
  personalFields,
  personalValues: readPersonalValues,
}
