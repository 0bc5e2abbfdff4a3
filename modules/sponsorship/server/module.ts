import type { ServerModule } from '#platform/module.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

export const sponsorshipModule: ServerModule = { name: 'sponsorship', routes, ownData }
