import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const gatheringsModule: ServerModule = { name: 'gatherings', routes }
