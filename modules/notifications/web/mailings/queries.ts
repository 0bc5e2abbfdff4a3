import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'

const all = ['mailings'] as const

export const managedQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...all, 'managed', slug],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/workbench/mailings', {
        params: { community: slug },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

const atWork = 2_000

/** Asked again while it is being sent, so that the counts move. */
export const mailingQuery = (slug: string, mailing: string) =>
  queryOptions({
    queryKey: [...all, 'one', slug, mailing],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/workbench/mailings/:mailing', {
        params: { community: slug, mailing },
        signal,
      }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'queued' || state.data?.state === 'sending' ? atWork : false,
  })

export const reachQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, 'reach', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/reach', { params: { community: slug }, signal }),
  })

export const archiveQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...all, 'archive', slug],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/mailings', {
        params: { community: slug },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const latestQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, 'latest', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/mailings', {
        params: { community: slug },
        query: { limit: 1 },
        signal,
      }),
    staleTime: 5 * 60_000,
  })

export const archivedQuery = (slug: string, mailing: string) =>
  queryOptions({
    queryKey: [...all, 'archived', slug, mailing],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/mailings/:mailing', {
        params: { community: slug, mailing },
        signal,
      }),
  })

export const ownMailQuery = queryOptions({
  queryKey: [...all, 'own'],
  queryFn: ({ signal }) => api('GET /api/v1/me/mail-addresses', { signal }),
})

/** What was done with one mailing shows in the lists. */
export function refreshMailings(): void {
  void queryClient.invalidateQueries({ queryKey: all })
}
