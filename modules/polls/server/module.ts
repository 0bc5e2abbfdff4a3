import type { ServerModule } from '#platform/module.ts'
import { closeDuePolls } from './jobs.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const pollsModule: ServerModule = {
  name: 'polls',
  routes,
  jobs: [closeDuePolls],
  personalFields,
  personalValues: readPersonalValues,
}
