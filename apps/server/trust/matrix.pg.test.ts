import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestAnswer } from '#apps/server/testing.ts'
import type { BoundRoute } from '#platform/http/serve.ts'
import { expectedByAccess, lines } from './matrix-lines.ts'
import type { Cell, Expected } from './line.ts'
import {
  actorNames,
  actorOf,
  buildWorld,
  findCanaries,
  isAlive,
  rightsOf,
  standingOf,
  visibilities,
} from './world.ts'
import type { ActorName, Visibility, World } from './world.ts'

let world: World
let routes: readonly BoundRoute[]
/** Everything the application logged meanwhile. */
const logLines: string[] = []

beforeAll(async () => {
  world = await buildWorld(logLines)
  routes = world.t.routes
})
afterAll(() => world.close())

const keyOf = (route: BoundRoute): string => `${route.method} ${route.url}`

/** The address of a cell: parameters that the world knows by name, then the line's own. */
function urlOf(route: BoundRoute, cell: Cell): string {
  const line = lines[keyOf(route)]!
  const { place } = cell
  const values: Record<string, string> = {
    community: place.id,
    communityId: place.id,
    postId: place.postId,
    commentId: place.commentId,
    attachmentId: place.attachmentId,
    ...line.params?.(cell),
  }
  const path = route.url.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? `missing-${name}`),
  )
  return line.query ? `${path}?${line.query}` : path
}

async function ask(route: BoundRoute, cell: Cell): Promise<TestAnswer> {
  const line = lines[keyOf(route)]!
  const payload = line.body?.(cell)
  return world.visitors[cell.name].inject({
    method: route.method as 'GET',
    url: urlOf(route, cell),
    ...(payload !== undefined && { payload }),
  })
}

/** Texts in an answer, headers included, that this person may not read at this moment. */
function leaksIn(answer: TestAnswer, name: ActorName): string[] {
  return findCanaries(`${answer.text}\n${JSON.stringify(answer.headers)}`)
    .filter(({ sort, place }) => !mayRead(name, sort, place))
    .map(({ sort, place }) => `${sort} of ${place}`)
}

function mayRead(name: ActorName, sort: string, place: string): boolean {
  if (!isAlive(name)) return false
  const isGuest = actorOf(name).memberKind === 'guest'
  if (sort === 'person') return mayKnow(name, place as ActorName, isGuest)
  if (place === 'elsewhere') return !isGuest
  const can = rightsOf(name, place as Visibility, world.places[place as Visibility].facts)
  return sort === 'community' ? can.see : can.read
}

/**
 * Employees know of employees, and of partners' people in communities that they may read (an open one here). A
 * partner's person knows those with whom they share a community.
 */
function mayKnow(viewer: ActorName, person: ActorName, viewerIsGuest: boolean): boolean {
  if (viewer === person) return true
  const share = standingOf(viewer, 'open').isMember && standingOf(person, 'open').isMember
  const isInOpenCommunity = standingOf(person, 'open').isMember
  return (
    viewer === 'administrator' ||
    share ||
    (!viewerIsGuest && (actorOf(person).memberKind === 'employee' || isInOpenCommunity))
  )
}

const fits = (expected: Expected, status: number): boolean => {
  if (status >= 500) return false
  if (expected === 'open') return true
  if (expected === 'ok')
    return (
      status < 400 || status === 400 || status === 409 || status === 413 || status === 415 || status === 422
    )
  return status === expected
}

describe('the permission matrix', () => {
  test('has a line for every route, and no line for a route that is gone', () => {
    const known = new Set(routes.map(keyOf))
    expect([...known].filter((key) => !(key in lines))).toEqual([])
    expect(Object.keys(lines).filter((key) => !known.has(key))).toEqual([])
  })

  test('agrees with the pure policy for every route, person and visibility, and no text reaches who may not read it', async () => {
    const wrong: string[] = []
    const leaks: string[] = []
    let cells = 0
    for (const route of routes) {
      const line = lines[keyOf(route)]
      // A stream never ends by itself; who may open it has its own tests (platform/realtime).
      if (!line || route.definition.answers === 'stream') continue
      // Only what touches a community depends on the visibility.
      const usesPlace = route.url.includes(':') || route.url === '/api/v1/posts'
      for (const visibility of usesPlace ? visibilities : (['open'] as const)) {
        // Everybody at once: writes are rolled back, so nobody changes the world of the others.
        await Promise.all(
          actorNames.map(async (name) => {
            const cell: Cell = { name, visibility, place: world.places[visibility], world }
            const byAccess = expectedByAccess(route.definition.access, route.url, cell)
            const decided = isAlive(name) && byAccess !== 'open' ? line.decide?.(cell) : undefined
            const expected = decided ?? byAccess
            const answer = await ask(route, cell)
            cells++
            if (!fits(expected, answer.status))
              wrong.push(`${keyOf(route)} · ${name} · ${visibility}: ${answer.status}, expected ${expected}`)
            if (
              route.url.startsWith('/api/') &&
              route.definition.answers !== 'file' &&
              answer.headers['cache-control'] !== 'private, no-store'
            )
              wrong.push(
                `${keyOf(route)} · ${name}: may be cached (${String(answer.headers['cache-control'])})`,
              )
            for (const leak of leaksIn(answer, name))
              leaks.push(`${keyOf(route)} · ${name} · ${visibility}: ${leak}`)
          }),
        )
      }
    }
    expect(wrong).toEqual([])
    expect(leaks).toEqual([])
    expect(cells).toBeGreaterThan(4_000)
  }, 300_000)

  test('leaves no text of anybody in the logs', () => {
    expect(logLines.length).toBeGreaterThan(1_000)
    expect(logLines.filter((line) => findCanaries(line).length > 0)).toEqual([])
  })

  test('answers the invisible and the absent with the same bytes', async () => {
    const absent = '0197b5a0-0000-7000-8000-00000000dead'
    const secret = world.places.secret
    const strip = (text: string, id: string) => text.replaceAll(/"requestId":"[^"]+"/g, '').replaceAll(id, '')
    for (const [invisible, random] of [
      [`/api/v1/communities/${secret.id}`, `/api/v1/communities/${absent}`],
      [`/api/v1/communities/${secret.slug}`, '/api/v1/communities/nulle-part'],
      [`/api/v1/posts/${secret.postId}`, `/api/v1/posts/${absent}`],
      [`/api/v1/attachments/${secret.attachmentId}`, `/api/v1/attachments/${absent}`],
      [`/api/v1/communities/${secret.id}/members`, `/api/v1/communities/${absent}/members`],
    ] as const) {
      const [hidden, gone] = [
        await world.visitors.outsider.get(invisible),
        await world.visitors.outsider.get(random),
      ]
      expect(hidden.status).toBe(404)
      expect(strip(hidden.text, secret.id)).toBe(strip(gone.text, absent))
    }
  })
})
