import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { daysOf, type Search } from './paths.ts'

export const searchQuery = (search: Search) =>
  infiniteQueryOptions({
    queryKey: ['search', search],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/search', {
        query: {
          q: search.q,
          ...(search.kind && { kind: search.kind }),
          ...(search.community && { community: search.community }),
          ...(search.author && { author: search.author }),
          ...(search.sort && { sort: search.sort }),
          ...daysOf(search.period, new Date()),
          ...(pageParam && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: search.q.trim() !== '',
  })

/** A few of each kind, for the palette. */
export const quickSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', 'quick', q],
    queryFn: ({ signal }) => api('GET /api/v1/search', { query: { q, limit: 5, typing: true }, signal }),
    enabled: q.trim().length >= 2,
    staleTime: 60_000,
    placeholderData: (before) => before,
  })

export const authorQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['search', 'author', memberId],
    queryFn: async ({ signal }) =>
      (await api('GET /api/v1/members/:memberId', { params: { memberId }, signal })).profile,
    enabled: memberId !== '',
    staleTime: 5 * 60_000,
  })

export const missedSearchesQuery = queryOptions({
  queryKey: ['search', 'missed'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/missed-searches', { signal }),
})

export const missedSearchesInQuery = (community: string) =>
  queryOptions({
    queryKey: ['search', 'missed', community],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/workbench/missed-searches', { params: { community }, signal }),
  })

/** Questions near what was searched, for whoever found nothing. */
export const similarQuery = (q: string, isWanted: boolean) =>
  queryOptions({
    queryKey: ['search', 'similar', q],
    queryFn: ({ signal }) => api('GET /api/v1/questions/similar', { query: { q }, signal }),
    enabled: isWanted && q.trim().length >= 3,
    staleTime: 60_000,
  })
