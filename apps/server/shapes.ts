import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerModule } from '#platform/module.ts'

interface Schema {
  [key: string]: unknown
}

/** The name of a shape by its JSON text, as the contracts export it: `PostCard`, `MemberCard`… */
export type ShapeNames = ReadonlyMap<string, string>

/** Shorter schemas (an identifier, a date) are clearer in place. */
const shortest = 160

/** Every named shape of the modules' contracts; the first module that declares a shape names it. */
export async function nameShapes(modules: readonly ServerModule[]): Promise<ShapeNames> {
  const names = new Map<string, string>()
  for (const { name: moduleName } of modules) {
    for (const [name, value] of await exportsOf(moduleName)) {
      if (typeof value !== 'object' || value === null || !('type' in value || 'anyOf' in value)) continue
      const text = JSON.stringify(value)
      if (text.length < shortest || names.has(text)) continue
      const taken = new Set(names.values())
      names.set(text, taken.has(name) ? `${moduleName[0]!.toUpperCase()}${moduleName.slice(1)}${name}` : name)
    }
  }
  return names
}

/** What a module's contract exports, and the file of shapes beside it where the contract was split. */
async function exportsOf(moduleName: string): Promise<[string, unknown][]> {
  const contract = (await import(`#modules/${moduleName}/contract.ts`)) as object
  const hasShapes = existsSync(join(import.meta.dirname, '../../modules', moduleName, 'shapes.ts'))
  const shapes = hasShapes ? ((await import(`#modules/${moduleName}/shapes.ts`)) as object) : {}
  return Object.entries({ ...shapes, ...contract })
}

/** Replaces each named shape by a reference and returns the shapes that were used, so that the document says each once. */
export function shareShapes(
  paths: unknown,
  names: ShapeNames,
): { paths: unknown; schemas: Record<string, unknown> } {
  const used = new Map<string, unknown>()
  const refer = (node: unknown, isOwnShape = false): unknown => {
    if (Array.isArray(node)) return node.map((element) => refer(element))
    if (typeof node !== 'object' || node === null) return node
    const name = isOwnShape ? undefined : names.get(JSON.stringify(node))
    if (name) {
      if (!used.has(name)) {
        used.set(name, undefined)
        used.set(name, refer(node, true))
      }
      return { $ref: `#/components/schemas/${name}` }
    }
    return Object.fromEntries(Object.entries(node as Schema).map(([key, value]) => [key, refer(value)]))
  }
  const shared = refer(paths)
  return { paths: shared, schemas: Object.fromEntries([...used].toSorted(([a], [b]) => (a < b ? -1 : 1))) }
}
