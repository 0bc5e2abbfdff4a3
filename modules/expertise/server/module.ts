import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const expertiseModule: ServerModule = { name: 'expertise', routes }
