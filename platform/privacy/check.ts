import type { ServerModule } from '#platform/module.ts'

/**
 * Boot stops on a property of a person's schema (`personal('member')`) that no module registered: whatever is shown
 * about a person is in the registry, hence on "What is seen about me".
 */
export function refuseUnregistered(modules: readonly ServerModule[]): void {
  const known = new Set(
    modules.flatMap((module) =>
      (module.personalFields ?? []).map(({ entity, field }) => `${entity}.${field}`),
    ),
  )
  for (const module of modules)
    for (const route of module.routes)
      visit(route.definition.response, (entity, field) => {
        if (!known.has(`${entity}.${field}`))
          throw new Error(
            `${route.method} ${route.url} shows ${entity}.${field}, which is not in the registry of personal fields.`,
          )
      })
}

function visit(
  schema: unknown,
  found: (entity: string, field: string) => void,
  seen = new Set<object>(),
): void {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return
  seen.add(schema)
  const { 'x-person': entity, properties } = schema as {
    'x-person'?: string
    properties?: Record<string, unknown>
  }
  if (entity && properties) for (const field of Object.keys(properties)) found(entity, field)
  for (const part of Object.values(schema)) visit(part, found, seen)
}
