import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { LadderLevel } from '../contract.ts'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'

export const keys = {
  morning: (slug: string) => ['workbench', 'morning', slug] as const,
  rescue: (slug: string) => ['workbench', 'rescue', slug] as const,
  clock: (community: string, postId: string) => ['workbench', 'clock', community, postId] as const,
  welcome: (slug: string) => ['workbench', 'welcome', slug] as const,
  asked: ['workbench', 'asked'] as const,
}

export const morningQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.morning(slug),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/this-morning', { params: { community: slug }, signal }),
  })

export const rescueQuery = (slug: string, level: LadderLevel | undefined) =>
  infiniteQueryOptions({
    queryKey: [...keys.rescue(slug), level ?? null],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/rescue', {
        params: { community: slug },
        query: { ...(level && { level }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** The clock of one question; asked by managers only. */
export const clockQuery = (community: string, postId: string) =>
  queryOptions({
    queryKey: keys.clock(community, postId),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/rescue/:postId', { params: { community, postId }, signal }),
  })

export const welcomeQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: keys.welcome(slug),
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/welcome', {
        params: { community: slug },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const askedQuery = queryOptions({
  queryKey: keys.asked,
  queryFn: ({ signal }) => api('GET /api/v1/me/asked', { query: { limit: 5 }, signal }),
  staleTime: 5 * 60_000,
})

/** People of a community, found by what is typed. */
export const membersQuery = (slug: string, q: string) =>
  queryOptions({
    queryKey: ['workbench', 'members', slug, q],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/members', {
        params: { community: slug },
        query: { limit: 20, ...(q && { q }) },
        signal,
      }),
    placeholderData: (before: unknown) => before as undefined,
  })

/** What was done in one of the workbench's lists shows in the others. */
export function refreshWorkbench(): void {
  void queryClient.invalidateQueries({ queryKey: ['workbench'] })
}
