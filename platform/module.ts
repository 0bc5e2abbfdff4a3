import type { Listener } from '#platform/events/events.ts'
import type { BoundRoute } from '#platform/http/serve.ts'
import type { Job } from '#platform/jobs/job.ts'
import type { PersonalField } from '#platform/privacy/registry.ts'

/** What a module brings to the server: wiring only, listed in apps/server/modules.ts. */
export interface ServerModule {
  name: string
  routes: BoundRoute[]
  jobs?: readonly Job[]
  listeners?: readonly Listener[]
  /** What the module shows about a person: the registry behind "What is seen about me". */
  personalFields?: readonly PersonalField[]
}
