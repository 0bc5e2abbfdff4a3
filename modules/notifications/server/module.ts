import type { ServerModule } from '#platform/module.ts'
import { forgetPace, sendBulk } from './bulk/jobs.ts'
import { deliverDue } from './deliver-due.ts'
import { queueDigests } from './digest.ts'
import { forgetOldNotices } from './jobs.ts'
import { listeners } from './listeners.ts'
import { mailings } from './mailings-part.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'
import { sources } from './sources/index.ts'

export const notificationsModule: ServerModule = {
  name: 'notifications',
  ownData,
  routes: [...routes, ...mailings.routes],
  jobs: [deliverDue, queueDigests, forgetOldNotices, ...mailings.jobs, sendBulk, forgetPace],
  listeners: [...sources.flatMap((source) => source.listeners), ...listeners],
  personalFields: [...personalFields, ...mailings.personalFields],
  personalValues: async (ctx, memberId) => ({
    ...(await readPersonalValues(ctx, memberId)),
    ...(await mailings.readPersonalValues(ctx, memberId)),
  }),
}
