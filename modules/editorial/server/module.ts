import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const editorialModule: ServerModule = { name: 'editorial', routes }
