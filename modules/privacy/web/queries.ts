import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { InterfaceLanguage } from '#platform/shared/i18n.ts'
import { api } from '#platform/web/api.ts'
import { firstPage } from '#platform/web/query-client.ts'

export const registerQuery = (language: InterfaceLanguage) =>
  queryOptions({
    queryKey: ['privacy', 'register', language],
    queryFn: ({ signal }) => api('GET /api/v1/register', { query: { language }, signal }),
  })

export const seenHereQuery = (community: string, language: InterfaceLanguage) =>
  queryOptions({
    queryKey: ['privacy', 'here', community, language],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/what-is-seen', {
        params: { community },
        query: { language },
        signal,
      }),
  })

export const readingsQuery = infiniteQueryOptions({
  queryKey: ['privacy', 'readings'],
  queryFn: ({ pageParam, signal }) =>
    api('GET /api/v1/admin/readings', { query: pageParam ? { cursor: pageParam } : {}, signal }),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.next ?? undefined,
})

/** Every community by its life, for the chooser; administrators know that they exist. */
export const communitiesQuery = queryOptions({
  queryKey: ['privacy', 'communities'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/communities', { query: { limit: 100 }, signal }),
})
