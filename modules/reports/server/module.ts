import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const reportsModule: ServerModule = { name: 'reports', routes }
