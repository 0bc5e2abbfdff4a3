import type { ServerModule } from '#platform/module.ts'
import { loadDemoCompany, loadDemoWithOrganisation, removeDemoCompany } from './jobs.ts'
import { routes } from './routes.ts'

export const demoModule: ServerModule = {
  name: 'demo',
  routes,
  jobs: [loadDemoCompany, removeDemoCompany],
  listeners: [loadDemoWithOrganisation],
}
