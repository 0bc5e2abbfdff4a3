import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const listeningModule: ServerModule = { name: 'listening', routes }
