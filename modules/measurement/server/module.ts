import type { ServerModule } from '#platform/module.ts'
import { forgetOldPresence } from './jobs.ts'
import { routes } from './routes.ts'

export const measurementModule: ServerModule = { name: 'measurement', routes, jobs: [forgetOldPresence] }
