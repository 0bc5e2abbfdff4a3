import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { firstPage } from '#platform/web/query-client.ts'

/** Narrowing of the directory; all of it stands in the address. */
export interface DirectoryFilter {
  q?: string | undefined
  entity?: string | undefined
  site?: string | undefined
  language?: string | undefined
  skill?: string | undefined
}

const given = <R extends Record<string, unknown>>(record: R): { [K in keyof R]?: NonNullable<R[K]> } =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && value !== ''),
  ) as never

export const directoryQuery = (filter: DirectoryFilter) =>
  infiniteQueryOptions({
    queryKey: ['people', 'directory', given({ ...filter })],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/members', { query: given({ ...filter, cursor: pageParam, limit: 30 }), signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** Subjects that people declare, by what is typed. */
export const skillsQuery = (q: string) =>
  queryOptions({
    queryKey: ['people', 'skills', q],
    queryFn: ({ signal }) => api('GET /api/v1/members/skills', { query: { q }, signal }),
    enabled: q !== '',
    placeholderData: (before: unknown) => before as undefined,
  })

export const filtersQuery = queryOptions({
  queryKey: ['people', 'filters'],
  queryFn: ({ signal }) => api('GET /api/v1/members/filters', { signal }),
  staleTime: 5 * 60_000,
})

export const profileQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['people', 'profile', memberId],
    queryFn: ({ signal }) => api('GET /api/v1/members/:memberId', { params: { memberId }, signal }),
  })

export const ownProfileQuery = queryOptions({
  queryKey: ['people', 'own'],
  queryFn: ({ signal }) => api('GET /api/v1/me/profile', { signal }),
})

export const sessionsQuery = queryOptions({
  queryKey: ['people', 'sessions'],
  queryFn: ({ signal }) => api('GET /api/v1/me/sessions', { signal }),
})

export const seenQuery = (language: 'fr' | 'en') =>
  queryOptions({
    queryKey: ['people', 'seen', language],
    queryFn: ({ signal }) => api('GET /api/v1/me/seen', { query: { language }, signal }),
  })

export const accessLogQuery = infiniteQueryOptions({
  queryKey: ['people', 'access-log'],
  queryFn: ({ pageParam, signal }) =>
    api('GET /api/v1/me/access-log', { query: pageParam ? { cursor: pageParam } : {}, signal }),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.next ?? undefined,
})

export const accountsQuery = (filter: { q?: string | undefined; state?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['people', 'accounts', given({ ...filter })],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/admin/members', {
        query: given({ ...filter, cursor: pageParam, limit: 30 }) as never,
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const placesQuery = queryOptions({
  queryKey: ['people', 'places'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/organisation', { signal }),
})
