import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const practiceModule: ServerModule = { name: 'practice', routes }
