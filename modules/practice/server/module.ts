import type { ServerModule } from '#platform/module.ts'
import { practiceSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const practiceModule: ServerModule = {
  name: 'practice',
  routes,
  ownData,
  listeners: [...practiceSource.listeners],
  personalFields,
  personalValues: readPersonalValues,
}
