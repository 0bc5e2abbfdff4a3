import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BoundRoute } from '#platform/http/serve.ts'
import { expectedByAccess, lines } from './matrix-lines.ts'
import type { Cell, Expected } from './matrix-lines.ts'
import { actorNames, buildWorld, isAlive, visibilities } from './world.ts'
import type { World } from './world.ts'

let world: World
let routes: readonly BoundRoute[]

beforeAll(async () => {
  world = await buildWorld()
  routes = world.t.routes
})
afterAll(() => world.close())

const keyOf = (route: BoundRoute): string => `${route.method} ${route.url}`

/** The address of a cell: parameters that the world knows by name, then the line's own. */
function urlOf(route: BoundRoute, cell: Cell): string {
  const line = lines[keyOf(route)]!
  const { place } = cell
  const values: Record<string, string> = {
    community: place.id, communityId: place.id, postId: place.postId, commentId: place.commentId, attachmentId: place.attachmentId,
    ...line.params?.(cell),
  }
  const path = route.url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? `missing-${name}`))
  return line.query ? `${path}?${line.query}` : path
}

async function ask(route: BoundRoute, cell: Cell): Promise<number> {
  const line = lines[keyOf(route)]!
  const payload = line.body?.(cell)
  const answer = await world.visitors[cell.name].inject({
    method: route.method as 'GET', url: urlOf(route, cell), ...(payload !== undefined && { payload }),
  })
  return answer.status
}

const fits = (expected: Expected, status: number): boolean => {
  if (status >= 500) return false
  if (expected === 'open') return true
  if (expected === 'ok') return status < 400 || status === 400 || status === 409 || status === 413 || status === 415 || status === 422
  return status === expected
}

describe('the permission matrix', () => {
  test('has a line for every route, and no line for a route that is gone', () => {
    const known = new Set(routes.map(keyOf))
    expect([...known].filter((key) => !(key in lines))).toEqual([])
    expect(Object.keys(lines).filter((key) => !known.has(key))).toEqual([])
  })

  test('agrees with the pure policy for every route, person and visibility', async () => {
    const wrong: string[] = []
    let cells = 0
    for (const route of routes) {
      const line = lines[keyOf(route)]
      // A stream never ends by itself; who may open it has its own tests (platform/realtime).
      if (!line || route.definition.answers === 'stream') continue
      // Only what touches a community depends on the visibility.
      const usesPlace = route.url.includes(':') || route.url === '/api/v1/posts'
      for (const visibility of usesPlace ? visibilities : (['open'] as const)) {
        for (const name of actorNames) {
          const cell: Cell = { name, visibility, place: world.places[visibility], world }
          const byAccess = expectedByAccess(route.definition.access, route.url, cell)
          const decided = isAlive(name) && byAccess !== 'open' ? line.decide?.(cell) : undefined
          const expected = decided ?? byAccess
          const status = await ask(route, cell)
          cells++
          if (!fits(expected, status)) wrong.push(`${keyOf(route)} · ${name} · ${visibility}: ${status}, expected ${expected}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(cells).toBeGreaterThan(4_000)
  }, 300_000)

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
      const [hidden, gone] = [await world.visitors.outsider.get(invisible), await world.visitors.outsider.get(random)]
      expect(hidden.status).toBe(404)
      expect(strip(hidden.text, secret.id)).toBe(strip(gone.text, absent))
    }
  })
})
