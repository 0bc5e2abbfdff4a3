import type { ServerModule } from '#platform/module.ts'
import { forgetCases, remindReviews } from './jobs.ts'
import { listeners } from './listeners.ts'
import { moderationSource } from './notices.ts'
import { personalFields, readPersonalValues, personalScreens } from './personal-fields.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

export const moderationModule: ServerModule = {
  name: 'moderation',
  ownData,
  routes,
  jobs: [forgetCases, remindReviews],
  listeners: [...listeners, ...moderationSource.listeners],
  personalScreens,
  personalFields,
  personalValues: readPersonalValues,
}
