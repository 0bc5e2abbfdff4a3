import type { ServerModule } from '#platform/module.ts'

export const searchModule: ServerModule = { name: 'search', routes: [] }
