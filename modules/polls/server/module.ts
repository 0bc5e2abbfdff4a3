import type { ServerModule } from '#platform/module.ts'
import { closeDuePolls } from './jobs.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

export const pollsModule: ServerModule = {
  name: 'polls',
  ownData,
  routes,
  jobs: [closeDuePolls],
  personalFields,
  personalValues: readPersonalValues,
}
