import type { ServerModule } from '#platform/module.ts'
import { tellOfReadings } from './jobs.ts'
import { privacySource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields } from './personal-fields.ts'
import { routes } from './routes.ts'

export const privacyModule: ServerModule = {
  name: 'privacy',
  routes,
  jobs: [tellOfReadings],
  listeners: privacySource.listeners,
  personalFields,
  ownData,
}
