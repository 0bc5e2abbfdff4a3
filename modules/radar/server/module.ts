import type { ServerModule } from '#platform/module.ts'
import { keepMonths } from './jobs.ts'
import { radarSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, personalScreens, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const radarModule: ServerModule = {
  name: 'radar',
  routes,
  ownData,
  jobs: [keepMonths],
  listeners: radarSource.listeners,
  personalFields,
  personalScreens,
  personalValues: readPersonalValues,
}
