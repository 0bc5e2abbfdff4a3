import type { ServerModule } from '#platform/module.ts'
import { recognitionSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, readPersonalValues, personalScreens } from './personal-fields.ts'
import { routes } from './routes.ts'

export const recognitionModule: ServerModule = {
  name: 'recognition',
  routes,
  ownData,
  listeners: recognitionSource.listeners,
  personalScreens,
  personalFields,
  personalValues: readPersonalValues,
}
