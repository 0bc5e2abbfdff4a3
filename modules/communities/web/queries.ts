import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query'
import type { CommunityDetail, MyCommunity } from '../contract.ts'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'

export const keys = {
  all: ['communities'] as const,
  mine: ['communities', 'mine'] as const,
  lists: ['communities', 'discover'] as const,
  one: (slug: string) => ['communities', 'one', slug] as const,
  members: (id: string) => ['communities', 'members', id] as const,
}

export const mineQuery = queryOptions({
  queryKey: keys.mine,
  queryFn: ({ signal }) => api('GET /api/v1/me/communities', { signal }),
})

/** The reader's communities by name, with exact unread counts; empty while they are on their way. */
export const useMyCommunities = (): readonly MyCommunity[] => useQuery(mineQuery).data?.items ?? []

export const communityQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.one(slug),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community', { params: { community: slug }, signal }),
  })

export const discoverQuery = (filter: { q: string; kind: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, filter],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities', {
        query: {
          ...(filter.q && { q: filter.q, all: true }),
          ...(filter.kind && { kind: filter.kind as CommunityDetail['kind'] }),
          ...(pageParam && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const membersQuery = (community: string, q: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.members(community), q],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/members', {
        params: { community },
        query: { limit: 40, ...(q && { q }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const charterDraftQuery = (community: string) =>
  queryOptions({
    queryKey: ['communities', 'charter-draft', community],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/charter/draft', { params: { community }, signal }),
    staleTime: Infinity,
  })

export const charterVersionsQuery = (community: string) =>
  queryOptions({
    queryKey: ['communities', 'charter-versions', community],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/charter/versions', { params: { community }, signal }),
  })

export const waitingQueries = (community: string) => ({
  requests: queryOptions({
    queryKey: ['communities', 'requests', community],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/join-requests', {
        params: { community },
        query: { limit: 100 },
        signal,
      }),
  }),
  invitations: queryOptions({
    queryKey: ['communities', 'invitations', community],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/invitations', {
        params: { community },
        query: { limit: 100 },
        signal,
      }),
  }),
  bans: queryOptions({
    queryKey: ['communities', 'bans', community],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/bans', {
        params: { community },
        query: { limit: 100 },
        signal,
      }),
  }),
})

export const administeredQuery = infiniteQueryOptions({
  queryKey: ['communities', 'administered'],
  queryFn: ({ pageParam, signal }) =>
    api('GET /api/v1/admin/communities', {
      query: { limit: 30, ...(pageParam && { cursor: pageParam }) },
      signal,
    }),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.next ?? undefined,
})

export const creationPolicyQuery = queryOptions({
  queryKey: ['communities', 'creation-policy'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/communities-policy', { signal }),
})

/** Sites that the reader may see people of; what a manager may choose from. */
export const sitesQuery = queryOptions({
  queryKey: ['people', 'filters'],
  queryFn: ({ signal }) => api('GET /api/v1/members/filters', { signal }),
})

export const flat = <I>(data: { pages: { items: I[] }[] } | undefined): I[] =>
  data?.pages.flatMap((page) => page.items) ?? []

/** A write answered with the community as it is now: shown at once, and whatever lists it is asked again. */
export function keepCommunity(community: CommunityDetail): void {
  queryClient.setQueryData(keys.one(community.slug), community)
  void queryClient.invalidateQueries({ queryKey: keys.mine })
  void queryClient.invalidateQueries({ queryKey: keys.lists })
}

/** Something changed whose answer does not say how. */
export const refresh = (...key: readonly string[]): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: ['communities', ...key] })
