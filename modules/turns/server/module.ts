import type { ServerModule } from '#platform/module.ts'
import { extendPlans, remindTurns } from './jobs.ts'
import { turnsSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const turnsModule: ServerModule = {
  name: 'turns',
  routes,
  ownData,
  jobs: [extendPlans, remindTurns],
  listeners: [...turnsSource.listeners],
  personalFields,
  personalValues: readPersonalValues,
}
