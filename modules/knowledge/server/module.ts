import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const knowledgeModule: ServerModule = { name: 'knowledge', routes }
