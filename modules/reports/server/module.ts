import './quotable.ts'
import type { ServerModule } from '#platform/module.ts'
import { draftOne, draftReports, forgetOldExports, prepareExport, remindMaturity } from './jobs.ts'
import { reportsSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, readPersonalValues, personalScreens } from './personal-fields.ts'
import { routes } from './routes.ts'

export const reportsModule: ServerModule = {
  name: 'reports',
  routes,
  jobs: [draftReports, draftOne, remindMaturity, prepareExport, forgetOldExports],
  listeners: [...reportsSource.listeners],
  ownData,
  personalScreens,
  personalFields,
  personalValues: readPersonalValues,
}
