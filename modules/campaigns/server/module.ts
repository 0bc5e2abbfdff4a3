import { alsoFindFiles } from '#modules/discussions/public.ts'
import type { ServerModule } from '#platform/module.ts'
import { keepDemoMedia } from './demo-media.ts'
import { closeDueContests, endConsents } from './jobs.ts'
import { listeners } from './listeners.ts'
import { campaignsSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { findLoadablePicture } from './queries/stories.ts'
import { routes } from './routes.ts'

alsoFindFiles(findLoadablePicture)

export const campaignsModule: ServerModule = {
  name: 'campaigns',
  routes,
  ownData,
  jobs: [closeDueContests, endConsents, keepDemoMedia],
  listeners: [...listeners, ...campaignsSource.listeners],
  personalFields,
  personalValues: readPersonalValues,
}
