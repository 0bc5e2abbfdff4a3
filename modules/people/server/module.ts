import type { ServerModule } from '#platform/module.ts'

export const peopleModule: ServerModule = {
  name: 'people',
  routes: [],
}
