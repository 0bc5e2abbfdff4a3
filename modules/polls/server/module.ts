import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const pollsModule: ServerModule = { name: 'polls', routes }
