import { alsoFindFiles } from '#modules/discussions/public.ts'
import type { ServerModule } from '#platform/module.ts'
import { keepDemoFileVideo } from './demo-media.ts'
import { remindDebateDeciders, turnPeriods } from './jobs.ts'
import { debatesSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, personalScreens, readPersonalValues } from './personal-fields.ts'
import { findLoadableFile } from './queries/debates.ts'
import { routes } from './routes.ts'

alsoFindFiles(findLoadableFile)

export const debatesModule: ServerModule = {
  name: 'debates',
  routes,
  ownData,
  jobs: [turnPeriods, remindDebateDeciders, keepDemoFileVideo],
  listeners: debatesSource.listeners,
  personalFields,
  personalScreens,
  personalValues: readPersonalValues,
}
