import type { ServerModule } from '#platform/module.ts'
import { stopHolding } from './held.ts'
import { closeWaves, destroySeal, forget, remind } from './jobs.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

export const pulseModule: ServerModule = {
  name: 'pulse',
  routes,
  ownData,
  jobs: [closeWaves, destroySeal, remind, forget],
  onStop: stopHolding,
}
