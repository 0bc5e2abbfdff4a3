import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const lifecycleModule: ServerModule = { name: 'lifecycle', routes }
