import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'

export const keys = {
  of: (memberId: string) => ['expertise', 'member', memberId] as const,
  own: ['expertise', 'own'] as const,
  meet: ['expertise', 'meet'] as const,
  ask: (postId: string) => ['expertise', 'ask', postId] as const,
  cover: (slug: string) => ['expertise', 'cover', slug] as const,
}

export const expertiseQuery = (memberId: string) =>
  queryOptions({
    queryKey: keys.of(memberId),
    queryFn: ({ signal }) => api('GET /api/v1/members/:memberId/expertise', { params: { memberId }, signal }),
  })

export const evidenceQuery = (memberId: string, subject: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.of(memberId), 'evidence', subject],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/members/:memberId/evidence', {
        params: { memberId },
        query: { subject, limit: 10, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const ownQuery = queryOptions({
  queryKey: keys.own,
  queryFn: ({ signal }) => api('GET /api/v1/me/expertise', { signal }),
})

/** The draw of the day: asked once, not at every visit of the home page. */
export const meetQuery = queryOptions({
  queryKey: keys.meet,
  queryFn: ({ signal }) => api('GET /api/v1/me/introductions', { signal }),
  staleTime: 30 * 60_000,
})

export const askQuery = (postId: string) =>
  queryOptions({
    queryKey: keys.ask(postId),
    queryFn: ({ signal }) => api('GET /api/v1/posts/:postId/experts', { params: { postId }, signal }),
    staleTime: 60_000,
  })

export const coverQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.cover(slug),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/experts', { params: { community: slug }, signal }),
  })

export const refresh = (key: readonly unknown[]): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: key })
