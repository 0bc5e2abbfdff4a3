import type { ServerModule } from '#platform/module.ts'
import { forgetOldDecisions } from './jobs.ts'
import { listeners } from './listeners.ts'
import { workbenchSource } from './notices.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

export const workbenchModule: ServerModule = {
  name: 'workbench',
  ownData,
  routes,
  jobs: [forgetOldDecisions],
  listeners: [...listeners, ...workbenchSource.listeners],
  personalFields,
  personalValues: readPersonalValues,
}
