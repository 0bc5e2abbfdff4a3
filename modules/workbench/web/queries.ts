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
  count: (slug: string) => ['workbench', 'count', slug] as const,
  path: (slug: string) => ['workbench', 'path', slug] as const,
  invitations: ['workbench', 'invitations'] as const,
  care: ['workbench', 'care'] as const,
}

export const morningQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.morning(slug),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/this-morning', { params: { community: slug }, signal }),
  })

/** For the tab, on every screen of the workbench but the morning itself, which knows. */
export const countQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.count(slug),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/this-morning/count', { params: { community: slug }, signal }),
    staleTime: 60_000,
  })

export const neighboursQuery = (slug: string, postId: string) =>
  queryOptions({
    queryKey: ['workbench', 'neighbours', slug, postId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/rescue/:postId/neighbours', {
        params: { community: slug, postId },
        signal,
      }),
  })

export const repeatedQuery = (slug: string) =>
  queryOptions({
    queryKey: ['workbench', 'repeated', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/repeated-questions', { params: { community: slug }, signal }),
  })

export const volunteersQuery = (slug: string) =>
  queryOptions({
    queryKey: ['workbench', 'volunteers', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/buddies', { params: { community: slug }, signal }),
  })

export const missionsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['workbench', 'missions', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/missions', { params: { community: slug }, signal }),
  })

export const contributorsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['workbench', 'contributors', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/contributors', { params: { community: slug }, signal }),
  })

export const openingsQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: ['workbench', 'openings', slug],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/openings', {
        params: { community: slug },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** My own welcome path in a community, and whom I accompany there. */
export const pathQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.path(slug),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/welcome-path', { params: { community: slug }, signal }),
    staleTime: 5 * 60_000,
  })

export const invitationsQuery = queryOptions({
  queryKey: keys.invitations,
  queryFn: ({ signal }) => api('GET /api/v1/me/openings', { signal }),
  staleTime: 5 * 60_000,
})

export const careQuery = queryOptions({
  queryKey: keys.care,
  queryFn: ({ signal }) => api('GET /api/v1/me/care', { signal }),
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

/** What was done in one of the workbench's lists shows in the others. */
export function refreshWorkbench(): void {
  void queryClient.invalidateQueries({ queryKey: ['workbench'] })
}
