import type { ServerModule } from '#platform/module.ts'
import { eraseDue, keepNoLonger, prepareArchive } from './jobs.ts'
import { ownData } from './own-data.ts'
import { personalFields } from './personal-fields.ts'
import { routes } from './routes.ts'

export const interchangeModule: ServerModule = {
  name: 'interchange',
  ownData,
  routes,
  jobs: [prepareArchive, eraseDue, keepNoLonger],
  personalFields,
}
