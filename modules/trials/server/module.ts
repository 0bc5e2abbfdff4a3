import type { ServerModule } from '#platform/module.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

export const trialsModule: ServerModule = { name: 'trials', routes, ownData }
