import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const newslettersModule: ServerModule = { name: 'newsletters', routes }
