import type { ServerModule } from '#platform/module.ts'
import { remindDeciders } from './jobs.ts'
import { listeningSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, readPersonalValues, personalScreens } from './personal-fields.ts'
import { routes } from './routes.ts'

export const listeningModule: ServerModule = {
  name: 'listening',
  routes,
  ownData,
  jobs: [remindDeciders],
  listeners: listeningSource.listeners,
  personalScreens,
  personalFields,
  personalValues: readPersonalValues,
}
