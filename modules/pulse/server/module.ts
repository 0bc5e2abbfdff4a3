import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const pulseModule: ServerModule = { name: 'pulse', routes }
