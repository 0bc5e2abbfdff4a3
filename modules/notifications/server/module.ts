import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const notificationsModule: ServerModule = { name: 'notifications', routes }
