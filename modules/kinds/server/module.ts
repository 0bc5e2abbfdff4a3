import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const kindsModule: ServerModule = { name: 'kinds', routes }
