import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const problemsModule: ServerModule = { name: 'problems', routes }
