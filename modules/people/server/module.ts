import type { ServerModule } from '#platform/module.ts'
import { forgetExpired, sendInvitationMail, sendResetMail } from './jobs.ts'
import { personalFields, readPersonalValues, personalScreens } from './personal-fields.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

export const peopleModule: ServerModule = {
  name: 'people',
  ownData,
  routes,
  jobs: [sendResetMail, sendInvitationMail, forgetExpired],
  personalScreens,
  personalFields,
  personalValues: readPersonalValues,
}
