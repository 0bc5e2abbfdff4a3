import type { ServerModule } from '#platform/module.ts'
import { remindSlots, unrollSeries } from './jobs.ts'
import { editorialSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, personalScreens, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const editorialModule: ServerModule = {
  name: 'editorial',
  routes,
  ownData,
  jobs: [remindSlots, unrollSeries],
  listeners: [...editorialSource.listeners],
  personalFields,
  personalScreens,
  personalValues: readPersonalValues,
}
