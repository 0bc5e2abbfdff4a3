import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const programmesModule: ServerModule = { name: 'programmes', routes }
