import type { FastifyInstance } from 'fastify'
import { loadModules } from '#apps/server/modules.ts'
import { describeApi, documentRoutes } from '#apps/server/openapi.ts'
import { nameShapes } from '#apps/server/shapes.ts'
import { createApp } from '#platform/http/app.ts'
import type { AppOptions } from '#platform/http/app.ts'
import { healthRoutes } from '#platform/http/health.ts'
import type { Readiness } from '#platform/http/health.ts'
import type { BoundRoute } from '#platform/http/serve.ts'
import { platformJobs } from '#platform/jobs/clean-up.ts'
import { prepareWork } from '#platform/jobs/runner.ts'
import type { Work } from '#platform/jobs/runner.ts'
import { createRealtime } from '#platform/realtime/event-realtime.ts'
import { registerOwnData } from '#platform/privacy/own-data.ts'
import { refuseUnregistered } from '#platform/privacy/check.ts'
import { realtimeRoutes } from '#platform/realtime/routes.ts'
import type { Services } from '#platform/services.ts'

export interface Assembled {
  app: FastifyInstance
  services: Services
  work: Work
  /** Every route of the API, as the permission matrix goes through them. */
  routes: readonly BoundRoute[]
  /** Set while the process stops: `/ready` then answers 503. */
  readiness: Readiness
  stop(): Promise<void>
}

type Outside = Omit<Services, 'realtime'> &
  Pick<AppOptions, 'validateAnswers' | 'clientFolder'> & { measure?: AppOptions['onAnswered'] }

/** Puts the modules, the platform and the outside world together; `server.ts` and the tests differ only in what they pass. */
export async function assemble(outside: Outside): Promise<Assembled> {
  const { validateAnswers, clientFolder, measure, ...rest } = outside
  const modules = await loadModules()
  const { mayHear } = await import('#modules/communities/public.ts')
  const { findSessionActor, registerPersonalData } = await import('#modules/people/public.ts')
  refuseUnregistered(modules)
  registerPersonalData(modules)
  registerOwnData(modules)
  const realtime = createRealtime(rest, mayHear)
  const services: Services = { ...rest, realtime }
  const work = prepareWork(
    services,
    [...platformJobs, ...modules.flatMap((module) => module.jobs ?? [])],
    modules.flatMap((module) => module.listeners ?? []),
  )
  const readiness: Readiness = { isStopping: false }
  const described = [
    ...healthRoutes(readiness),
    ...realtimeRoutes,
    ...modules.flatMap((module) => module.routes),
  ]
  const routes = [
    ...described,
    ...documentRoutes(async () => describeApi(described, await nameShapes(modules))),
  ]
  const app = await createApp({
    services,
    routes,
    authenticate: findSessionActor,
    ...(validateAnswers && { validateAnswers }),
    ...(clientFolder && { clientFolder }),
    onAnswered: (request, reply, statements) => {
      services.onAnswered?.(request.id, statements)
      measure?.(request, reply, statements)
    },
  })
  // Open streams would keep the server from closing.
  app.addHook('preClose', () => realtime.stop())
  const stop = async (): Promise<void> => {
    await realtime.stop()
    for (const module of modules) await module.onStop?.(services)
  }
  return { app, services, work, routes, readiness, stop }
}
