import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const privacyModule: ServerModule = { name: 'privacy', routes }
