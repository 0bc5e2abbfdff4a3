import { writeRequest } from './load-generator.ts'
import type { Viewer } from './viewers.ts'

export interface Scenario {
  name: 'feed' | 'conversation' | 'unread' | 'search' | 'reply'
  /** The product's pattern, by which it counts its statements. */
  route: string
  /** Product ÷ comparator, requests per second. */
  goal: number
  mostStatements: number
  requests: Buffer[]
}

/** Common, usual and rare words of the seeded world, one and two at a time. */
const searches = [
  'maintenance',
  'roulement',
  'pump sensor',
  'qualité production',
  'soudure',
  'customs',
  'prototype',
  'fonderie moule',
  'bacordéfla',
  'ref7a120',
]
const reply =
  'Merci pour ces précisions.\n\nNous avons **le même** capteur sur la ligne 4 : voir le mode d’emploi avant de remplacer la pompe.'

/** What is measured: each list goes round the viewers, so that few, typical and very many communities are mixed. */
export function scenariosFor(viewers: readonly Viewer[]): Scenario[] {
  const reads = { goal: 0.6, mostStatements: 3 }
  const each = (make: (viewer: Viewer) => string[]): Buffer[] => {
    const lists = viewers.map((viewer) =>
      make(viewer).map((path) => writeRequest({ path, cookie: viewer.cookie })),
    )
    const longest = Math.max(...lists.map((list) => list.length))
    return Array.from({ length: longest }, (_, n) =>
      lists.flatMap((list) => (list.length > 0 ? [list[n % list.length]!] : [])),
    ).flat()
  }
  return [
    { name: 'feed', route: '/api/v1/feed', ...reads, requests: each(() => ['/api/v1/feed']) },
    {
      name: 'conversation',
      route: '/api/v1/posts/:postId',
      ...reads,
      requests: each((viewer) => viewer.posts.map((id) => `/api/v1/posts/${id}`)),
    },
    { name: 'unread', route: '/api/v1/feed/unread', ...reads, requests: each(() => ['/api/v1/feed/unread']) },
    {
      name: 'search',
      route: '/api/v1/search',
      ...reads,
      requests: each(() => searches.map((q) => `/api/v1/search?q=${encodeURIComponent(q)}`)),
    },
    {
      name: 'reply',
      route: '/api/v1/posts/:postId/comments',
      goal: 0.4,
      mostStatements: 8,
      requests: viewers.flatMap(({ cookie, posts }) =>
        posts.map((id) =>
          writeRequest({
            method: 'POST',
            path: `/api/v1/posts/${id}/comments`,
            cookie,
            body: JSON.stringify({ bodyMd: reply }),
          }),
        ),
      ),
    },
  ]
}
