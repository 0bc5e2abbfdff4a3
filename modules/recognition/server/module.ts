import type { ServerModule } from '#platform/module.ts'
import { routes } from './routes.ts'

export const recognitionModule: ServerModule = { name: 'recognition', routes }
