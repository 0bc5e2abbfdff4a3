import { alsoFindFiles } from '#modules/discussions/public.ts'
import type { ServerModule } from '#platform/module.ts'
import { askVerdicts } from './jobs.ts'
import { trialsSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, personalScreens, readPersonalValues } from './personal-fields.ts'
import { findLoadablePhoto } from './queries/photos.ts'
import { routes } from './routes.ts'

alsoFindFiles(findLoadablePhoto)

export const trialsModule: ServerModule = {
  name: 'trials',
  routes,
  ownData,
  jobs: [askVerdicts],
  listeners: [...trialsSource.listeners],
  personalFields,
  personalScreens,
  personalValues: readPersonalValues,
}
