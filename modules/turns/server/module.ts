import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const turnsModule: ServerModule = { name: 'turns', routes }
