import type { ServerModule } from '#platform/module.ts'

export const discussionsModule: ServerModule = { name: 'discussions', routes: [] }
