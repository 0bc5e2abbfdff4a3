import type { ServerModule } from '#platform/module.ts'
import { remindValues } from './jobs.ts'
import { problemsSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

export const problemsModule: ServerModule = {
  name: 'problems',
  ownData,
  routes,
  jobs: [remindValues],
  listeners: problemsSource.listeners,
}
