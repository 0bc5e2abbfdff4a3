import type { FastifyInstance } from 'fastify'
import { loadModules } from '#apps/server/modules.ts'
import { createApp } from '#platform/http/app.ts'
import type { AppOptions } from '#platform/http/app.ts'
import { prepareWork } from '#platform/jobs/runner.ts'
import type { Work } from '#platform/jobs/runner.ts'
import { createRealtime } from '#platform/realtime/event-realtime.ts'
import type { Services } from '#platform/services.ts'

export interface Assembled {
  app: FastifyInstance
  services: Services
  work: Work
  stop(): Promise<void>
}

/** Puts the modules, the platform and the outside world together; `main.ts` and the tests differ only in what they pass. */
export async function assemble(
  outside: Omit<Services, 'realtime'> & Pick<AppOptions, 'validateAnswers'>,
): Promise<Assembled> {
  const { validateAnswers, ...rest } = outside
  const modules = await loadModules()
  const access = await import('#modules/communities/public.ts')
  const people = await import('#modules/people/public.ts')
  people.registerPersonalData(modules)
  const realtime = createRealtime(rest, access.mayHear)
  const services: Services = { ...rest, realtime }
  const work = prepareWork(
    services,
    modules.flatMap((module) => module.jobs ?? []),
    modules.flatMap((module) => module.listeners ?? []),
  )
  const app = await createApp({
    services,
    routes: modules.flatMap((module) => module.routes),
    authenticate: people.findSessionActor,
    ...(validateAnswers && { validateAnswers }),
    onAnswered: (request, _reply, statements) => services.onAnswered?.(request.id, statements),
  })
  return { app, services, work, stop: () => realtime.stop() }
}
