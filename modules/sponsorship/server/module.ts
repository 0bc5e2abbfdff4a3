import { alsoKeepLine } from '#modules/discussions/public.ts'
import type { ServerModule } from '#platform/module.ts'
import { remindSponsors, turnRoomsOver } from './jobs.ts'
import { sponsorshipSource } from './notices.ts'
import { keepMention } from './operations/prepare.ts'
import { ownData } from './own-data.ts'
import { personalFields, personalScreens, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

alsoKeepLine(keepMention)

export const sponsorshipModule: ServerModule = {
  name: 'sponsorship',
  routes,
  ownData,
  jobs: [remindSponsors, turnRoomsOver],
  listeners: sponsorshipSource.listeners,
  personalFields,
  personalScreens,
  personalValues: readPersonalValues,
}
