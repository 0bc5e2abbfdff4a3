import type { ServerModule } from '#platform/module.ts'
import { deliverDue } from './deliver-due.ts'
import { routes } from './routes.ts'
import { sources } from './sources/index.ts'

export const notificationsModule: ServerModule = {
  name: 'notifications',
  routes,
  jobs: [deliverDue],
  listeners: sources.flatMap((source) => source.listeners),
}
