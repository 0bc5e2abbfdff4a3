import { alsoFindFiles } from '#modules/discussions/public.ts'
import type { ServerModule } from '#platform/module.ts'
import { purgePages, tellReviewsDue } from './jobs.ts'
import { personalFields, readPersonalValues, personalScreens } from './personal-fields.ts'
import { findLoadablePageFile } from './queries/lists.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

alsoFindFiles(findLoadablePageFile)

export const knowledgeModule: ServerModule = {
  name: 'knowledge',
  ownData,
  routes,
  jobs: [purgePages, tellReviewsDue],
  personalScreens,
  personalFields,
  personalValues: readPersonalValues,
}
