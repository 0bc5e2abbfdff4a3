import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const debatesModule: ServerModule = { name: 'debates', routes }
