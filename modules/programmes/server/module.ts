import type { ServerModule } from '#platform/module.ts'
import { remindCards } from './jobs.ts'
import { programmesSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const programmesModule: ServerModule = {
  name: 'programmes',
  routes,
  ownData,
  jobs: [remindCards],
  listeners: [...programmesSource.listeners],
  personalFields,
  personalValues: readPersonalValues,
}
