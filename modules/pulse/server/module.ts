import type { ServerModule } from '#platform/module.ts'
import { destroySeal } from './destroy-seal.ts'
import { closeWaves, forget, remind } from './jobs.ts'
import { pulseSource } from './notices.ts'
import { ownData } from './own-data.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { routes } from './routes.ts'

export const pulseModule: ServerModule = {
  name: 'pulse',
  routes,
  ownData,
  personalFields,
  personalValues: readPersonalValues,
  jobs: [closeWaves, destroySeal, remind, forget],
  listeners: pulseSource.listeners,
}
