import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'

export const keys = {
  all: ['problems'] as const,
  one: (slug: string) => ['problems', slug] as const,
}

export const problemQuery = (slug: string) =>
  queryOptions({
    queryKey: [...keys.one(slug), 'view'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/problem', { params: { community: slug }, signal }),
  })

export const glanceQuery = (slug: string) =>
  queryOptions({
    queryKey: [...keys.one(slug), 'glance'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/problem/glance', { params: { community: slug }, signal }),
    staleTime: 5 * 60_000,
  })

export const historyQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.one(slug), 'history'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/problem/values', {
        params: { community: slug },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const refresh = (): void => void queryClient.invalidateQueries({ queryKey: keys.all })
