import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const interchangeModule: ServerModule = { name: 'interchange', routes }
