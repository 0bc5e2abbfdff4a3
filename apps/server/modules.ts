import type { ServerModule } from '#platform/module.ts'

/** Every module of the server, lowest first; the only place that lists them. */
export async function loadModules(): Promise<ServerModule[]> {
  return []
}
