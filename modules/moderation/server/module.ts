import type { ServerModule } from '#platform/module.ts'
import { forgetCases, remindReviews } from './jobs.ts'
import { listeners } from './listeners.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const moderationModule: ServerModule = {
  name: 'moderation',
  routes,
  jobs: [forgetCases, remindReviews],
  listeners,
  personalFields,
  personalValues: readPersonalValues,
}
