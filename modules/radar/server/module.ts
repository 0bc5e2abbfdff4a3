import type { ServerModule } from '#platform/module.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

export const radarModule: ServerModule = { name: 'radar', routes, ownData }
