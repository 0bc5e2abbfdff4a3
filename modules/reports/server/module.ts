import type { ServerModule } from '#platform/module.ts'
import { ownData } from './own-data.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const reportsModule: ServerModule = {
  name: 'reports',
  routes,
  ownData,
  personalFields,
  personalValues: readPersonalValues,
}
