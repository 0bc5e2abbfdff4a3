import type { ServerModule } from '#platform/module.ts'
import { forgetOldPresence, remindOfGatherings, unrollSeries } from './jobs.ts'
import { listeners } from './listeners.ts'
import { personalFields, readPersonalValues, personalScreens } from './personal-fields.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

export const gatheringsModule: ServerModule = {
  name: 'gatherings',
  ownData,
  routes,
  jobs: [remindOfGatherings, unrollSeries, forgetOldPresence],
  listeners,
  personalScreens,
  personalFields,
  personalValues: readPersonalValues,
}
