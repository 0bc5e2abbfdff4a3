import type { Context } from '#platform/context.ts'
import type { Listener } from '#platform/events/events.ts'
import type { BoundRoute } from '#platform/http/serve.ts'
import type { Job } from '#platform/jobs/job.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'
import type { Services } from '#platform/services.ts'

/** What a module brings to the server: wiring only, listed in apps/server/modules.ts. */
export interface ServerModule {
  name: string
  routes: BoundRoute[]
  jobs?: readonly Job[]
  listeners?: readonly Listener[]
  /** What the module shows about a person: the registry behind "What is seen about me". */
  personalFields?: readonly PersonalField[]
  /** Its screens that name people; a look at one that is not declared here is refused. */
  personalScreens?: readonly PersonalScreen[]
  /** Reads one person's values of those fields, for the page that shows them to that person. */
  personalValues?: (ctx: Context, memberId: string) => Promise<PersonalValues>
  /** What it hands out to a person about themselves, and forgets when they are erased. */
  ownData?: OwnData
  /** Writes what was only counted in memory, before the process lets go of the database. */
  onStop?: (services: Services) => Promise<void>
}
