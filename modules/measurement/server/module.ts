import type { ServerModule } from '#platform/module.ts'
import { forgetOldPresence } from './jobs.ts'
import { writePresence } from './operations/note-presence.ts'
import { personalFields, readPersonalValues } from './personal-fields.ts'
import { ownData } from './own-data.ts'
import { routes } from './routes.ts'

export const measurementModule: ServerModule = {
  name: 'measurement',
  ownData,
  routes,
  jobs: [forgetOldPresence],
  personalFields,
  personalValues: readPersonalValues,
  onStop: ({ db }) => writePresence(db),
}
