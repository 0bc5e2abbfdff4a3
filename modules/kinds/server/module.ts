import type { ServerModule } from '#platform/module.ts'
import { warnEnds } from './jobs.ts'
import { listeners } from './listeners.ts'
import { kindsSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const kindsModule: ServerModule = {
  name: 'kinds',
  ownData,
  routes,
  jobs: [warnEnds],
  listeners: [...listeners, ...kindsSource.listeners],
  personalFields,
  personalValues: readPersonalValues,
}
