import type { ServerModule } from '#platform/module.ts'
import { forgetOldTraces } from './jobs.ts'
import { personalFields, readPersonalValues, personalScreens } from './personal-fields.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

export const expertiseModule: ServerModule = {
  name: 'expertise',
  ownData,
  routes,
  jobs: [forgetOldTraces],
  personalScreens,
  personalFields,
  personalValues: readPersonalValues,
}
