import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const campaignsModule: ServerModule = { name: 'campaigns', routes }
