import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const workbenchModule: ServerModule = { name: 'workbench', routes }
