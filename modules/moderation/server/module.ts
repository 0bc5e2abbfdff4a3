import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const moderationModule: ServerModule = { name: 'moderation', routes }
