import { alsoFindFiles } from '#modules/discussions/public.ts'
import type { ServerModule } from '#platform/module.ts'
import { remindEditors, sendTestLetter } from './jobs.ts'
import { newslettersSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, personalScreens, readPersonalValues } from './personal-fields.ts'
import { findLoadablePicture } from './pictures.ts'
import { routes } from './routes.ts'

alsoFindFiles(findLoadablePicture)

export const newslettersModule: ServerModule = {
  name: 'newsletters',
  ownData,
  routes,
  jobs: [sendTestLetter, remindEditors],
  listeners: newslettersSource.listeners,
  personalFields,
  personalScreens,
  personalValues: readPersonalValues,
}
