import type { Job } from '#platform/jobs/job.ts'
import type { ServerModule } from '#platform/module.ts'
import { noticeActs, remindAmbassadors } from './jobs.ts'
import { ambassadorsSource } from './notices.ts'
import { sendAgreementMail } from './operations/agree-hours.ts'
import { ownData } from './own-data.ts'
import { personalFields, personalScreens, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const ambassadorsModule: ServerModule = {
  name: 'ambassadors',
  routes,
  ownData,
  jobs: [sendAgreementMail as Job, remindAmbassadors as Job, noticeActs as Job],
  listeners: ambassadorsSource.listeners,
  personalScreens,
  personalFields,
  personalValues: readPersonalValues,
}
