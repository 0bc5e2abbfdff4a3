// The dependency rule, in this one file. `tools/boundaries.ts` reads it; docs/overview explains it.

/** Modules, lowest first: server code may use the `public.ts` of modules of a lower rank only. */
export const ranks: readonly (readonly string[])[] = [
  ['people'],
  ['communities'],
  ['discussions'],
  ['knowledge'],
  ['gatherings'],
  ['polls'],
  ['expertise'],
  ['search', 'notifications'],
  ['measurement', 'moderation'],
  ['problems', 'recognition'],
  ['lifecycle', 'listening'],
  ['kinds', 'editorial'],
  ['interchange', 'programmes', 'newsletters', 'campaigns'],
  ['pulse', 'ambassadors', 'sponsorship', 'debates'],
  ['turns', 'trials'],
  ['practice', 'reports', 'privacy', 'radar'],
  ['workbench'],
  ['demo'],
]

/** Packages that would tie the design system to how pages are made. */
export const foreignToUi = /^@tanstack\//

export type Area =
  | { kind: 'ui' | 'shared' | 'platformWeb' | 'platform' | 'appsWeb' | 'appsServer' | 'free' }
  /** `both` sides may import it; `door` is `public.ts`; `server` includes cli.ts, evaluate.ts and fixtures.ts. */
  | { kind: 'module'; name: string; part: 'both' | 'messages' | 'door' | 'server' | 'web' | 'webDoor' }

/** Where a file stands, from its path below the root. */
export function areaOf(path: string): Area {
  const [top, second, third, fourth] = path.split('/')
  if (top === 'ui') return { kind: 'ui' }
  if (top === 'platform') {
    if (second === 'shared') return { kind: 'shared' }
    return { kind: second === 'web' ? 'platformWeb' : 'platform' }
  }
  if (top === 'apps') return { kind: second === 'web' ? 'appsWeb' : 'appsServer' }
  if (top !== 'modules' || !second || !third) return { kind: 'free' }
  const name = second
  if (third === 'web')
    return {
      kind: 'module',
      name,
      part: /^public\.tsx?$/.test(fourth ?? '') && path.split('/').length === 4 ? 'webDoor' : 'web',
    }
  if (third === 'messages') return { kind: 'module', name, part: 'messages' }
  if (third === 'public.ts') return { kind: 'module', name, part: 'door' }
  if (fourth !== undefined || /^(cli|evaluate|fixtures)\b/.test(third) || third.includes('.test.'))
    return { kind: 'module', name, part: 'server' }
  return { kind: 'module', name, part: 'both' }
}

const rankOf = (name: string): number => ranks.findIndex((group) => group.includes(name))
const isPure = (area: Area): boolean =>
  area.kind === 'shared' || (area.kind === 'module' && (area.part === 'both' || area.part === 'messages'))

/** Files without I/O that contracts use, beside `platform/shared`. */
const pureDoors = [
  'platform/privacy/registry.ts',
  'ui/accents.ts',
  'ui/date-format.ts',
  // The drawings without a browser, for PDF and mail.
  'ui/charts/drawings.ts',
  'ui/charts/types.ts',
]

/** Why `from` may not import `to`; undefined when it may. `isTest` relaxes what only production code must keep. */
export function refusalOf(from: string, to: string, isTest: boolean): string | undefined {
  const here = areaOf(from)
  const there = areaOf(to)
  if (here.kind === 'free') return undefined
  if (pureDoors.includes(to)) return undefined
  // Builders of rows are offered to every test.
  if (isTest && /^modules\/\w+\/fixtures\.ts$/.test(to)) return undefined
  if (
    isTest &&
    (there.kind === 'free' || to === 'apps/server/testing.ts' || to.startsWith('platform/testing/'))
  )
    return undefined
  switch (here.kind) {
    case 'ui':
      return there.kind === 'ui' ? undefined : 'ui knows nothing above it'
    case 'shared':
      return there.kind === 'shared' ? undefined : 'platform/shared stands alone: both sides load it'
    case 'platform':
      if (there.kind === 'platform' || there.kind === 'shared') return undefined
      return there.kind === 'platformWeb'
        ? 'the server does not import platform/web'
        : 'platform knows nothing above it'
    case 'platformWeb':
      if (there.kind === 'platformWeb' || there.kind === 'shared' || there.kind === 'ui') return undefined
      return there.kind === 'platform'
        ? 'the browser does not import the server'
        : 'platform knows nothing above it'
    case 'appsWeb':
      if (there.kind === 'platform' || there.kind === 'appsServer')
        return 'the browser does not import the server'
      return there.kind === 'module' && (there.part === 'server' || there.part === 'door')
        ? 'the browser does not import the server'
        : undefined
    case 'appsServer':
      if (there.kind === 'ui' || there.kind === 'platformWeb' || there.kind === 'appsWeb')
        return 'the server does not import the browser'
      return there.kind === 'module' && (there.part === 'web' || there.part === 'webDoor')
        ? 'the server does not import the browser'
        : undefined
    case 'module':
      return here.part === 'web' || here.part === 'webDoor'
        ? refuseForWeb(here, there, to)
        : refuseForServer(here, there, to)
  }
}

type ModuleArea = Extract<Area, { kind: 'module' }>

function refuseForWeb(here: ModuleArea, there: Area, to: string): string | undefined {
  if (
    there.kind === 'ui' ||
    there.kind === 'platformWeb' ||
    (isPure(there) && (there.kind !== 'module' || mayCross(here, there, to)))
  )
    return undefined
  if (there.kind === 'module') {
    if (there.part === 'server' || there.part === 'door') return 'the browser does not import the server'
    if (there.name === here.name || there.part === 'webDoor') return undefined
    return `other modules offer contract.ts, events.ts, messages and web/public.ts`
  }
  if (there.kind === 'appsWeb')
    return to.startsWith('apps/web/slots') || to.startsWith('apps/web/t.')
      ? undefined
      : 'a module does not import the application'
  return there.kind === 'platform' || there.kind === 'appsServer'
    ? 'the browser does not import the server'
    : 'a module does not import tools or tests'
}

function refuseForServer(here: ModuleArea, there: Area, to: string): string | undefined {
  if (there.kind === 'shared') return undefined
  if (here.part === 'both' || here.part === 'messages')
    return isPure(there) && mayCross(here, there as ModuleArea, to)
      ? undefined
      : 'both sides load this file: it may import contracts, events and platform/shared'
  if (there.kind === 'platform') return undefined
  if (there.kind !== 'module')
    return there.kind === 'free' || there.kind === 'appsServer'
      ? 'a module does not import the application'
      : 'the server does not import the browser'
  if (there.part === 'web' || there.part === 'webDoor') return 'the server does not import the browser'
  if (there.name === here.name) return undefined
  if (there.part === 'door') {
    if (rankOf(there.name) < 0 || rankOf(here.name) < 0)
      return `${rankOf(there.name) < 0 ? there.name : here.name} has no rank in tools/boundaries-rules.ts`
    return rankOf(there.name) < rankOf(here.name)
      ? undefined
      : `${there.name} does not stand below ${here.name}: influence upward or sideways travels as an event`
  }
  return mayCross(here, there, to)
    ? undefined
    : 'other modules offer public.ts, contract.ts, events.ts and messages'
}

/** Contracts, events and messages are open to everybody; other pure files are a module's own. */
function mayCross(here: ModuleArea, there: ModuleArea | Area, to: string): boolean {
  if (there.kind !== 'module' || there.name === here.name) return true
  return there.part === 'messages' || /\/(contract|events)\.ts$/.test(to)
}
