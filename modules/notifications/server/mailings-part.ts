import type { Job } from '#platform/jobs/job.ts'
import { forgetOldMail, returnMail } from './mail-in/jobs.ts'
import { mailingsPersonalFields, readMailingsPersonalValues } from './mailings-personal-fields.ts'
import { mailingsRoutes } from './mailings-routes.ts'
import { forgetMailings, sendMailings, sendTest } from './mailings/jobs.ts'

/** What mailings and mail that comes in bring to the module. */
export const mailings = {
  routes: mailingsRoutes,
  jobs: [returnMail, forgetOldMail, sendMailings, sendTest, forgetMailings] as readonly Job[],
  personalFields: mailingsPersonalFields,
  readPersonalValues: readMailingsPersonalValues,
}
