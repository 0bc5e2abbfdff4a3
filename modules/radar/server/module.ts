import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const radarModule: ServerModule = { name: 'radar', routes }
