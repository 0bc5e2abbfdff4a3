import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const ambassadorsModule: ServerModule = { name: 'ambassadors', routes }
