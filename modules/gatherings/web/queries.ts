import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { GatheringDetail } from '#modules/gatherings/contract.ts'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'

export const keys = {
  all: ['gatherings'] as const,
  one: (id: string) => ['gatherings', 'one', id] as const,
  presence: (id: string) => ['gatherings', 'presence', id] as const,
  code: (id: string) => ['gatherings', 'code', id] as const,
  feeds: ['gatherings', 'feeds'] as const,
  preferences: ['gatherings', 'preferences'] as const,
}

export interface AgendaFilter {
  from: string
  to: string
  scope: 'mine' | 'communities'
  community?: string | undefined
  mode?: 'onSite' | 'remote' | undefined
}

export const agendaQuery = ({ community, mode, ...filter }: AgendaFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.all, 'agenda', filter, community, mode],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/me/agenda', {
        query: {
          ...filter,
          limit: 300,
          ...(community && { community }),
          ...(mode && { mode }),
          ...(pageParam && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const communityQuery = (community: string, when: 'next' | 'past', limit = 20) =>
  infiniteQueryOptions({
    queryKey: [...keys.all, 'community', community, when, limit],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/gatherings', {
        params: { community },
        query: { when, limit, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const settingsQuery = (community: string) =>
  queryOptions({
    queryKey: [...keys.all, 'settings', community],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/gathering-settings', { params: { community }, signal }),
  })

export const gatheringQuery = (id: string) =>
  queryOptions({
    queryKey: keys.one(id),
    queryFn: ({ signal }) =>
      api('GET /api/v1/gatherings/:gatheringId', { params: { gatheringId: id }, signal }),
  })

export const attendeesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.one(id), 'attendees'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/gatherings/:gatheringId/attendees', {
        params: { gatheringId: id },
        query: { limit: 50, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const presenceQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.presence(id),
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/gatherings/:gatheringId/presence', {
        params: { gatheringId: id },
        query: { limit: 100, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** Asked anew before the code on the screen is too old; also says how many are there. */
export const codeQuery = (id: string) =>
  queryOptions({
    queryKey: keys.code(id),
    queryFn: ({ signal }) =>
      api('GET /api/v1/gatherings/:gatheringId/check-in-code', { params: { gatheringId: id }, signal }),
    refetchInterval: 10_000,
    staleTime: 0,
  })

export const checkInQuery = (token: string) =>
  queryOptions({
    queryKey: [...keys.all, 'check-in', token],
    queryFn: ({ signal }) => api('GET /api/v1/check-ins/:token', { params: { token }, signal }),
    retry: false,
  })

export const datesQuery = (startsWall: string, rule: string) =>
  queryOptions({
    queryKey: [...keys.all, 'dates', startsWall, rule],
    queryFn: ({ signal }) => api('GET /api/v1/gathering-dates', { query: { startsWall, rule }, signal }),
    staleTime: Infinity,
    retry: false,
    placeholderData: (before) => before,
  })

export const feedsQuery = queryOptions({
  queryKey: keys.feeds,
  queryFn: ({ signal }) => api('GET /api/v1/me/calendar-feeds', { signal }),
})

export const preferencesQuery = queryOptions({
  queryKey: keys.preferences,
  queryFn: ({ signal }) => api('GET /api/v1/me/gathering-preferences', { signal }),
})

export const sitesQuery = queryOptions({
  queryKey: ['people', 'filters'],
  queryFn: ({ signal }) => api('GET /api/v1/members/filters', { signal }),
})

/** A write answered with the gathering as it is now: shown at once, lists are asked again. */
export function keepGathering(gathering: GatheringDetail): void {
  queryClient.setQueryData(keys.one(gathering.id), gathering)
  void queryClient.invalidateQueries({
    queryKey: keys.all,
    predicate: ({ queryKey }) => queryKey[1] !== 'one',
  })
}

export const flat = <I>(data: { pages: { items: I[] }[] } | undefined): I[] =>
  data?.pages.flatMap((page) => page.items) ?? []
