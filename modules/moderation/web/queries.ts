import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'

export const keys = {
  all: ['moderation'] as const,
  mine: ['moderation', 'mine'] as const,
  queue: (slug: string) => ['moderation', 'queue', slug] as const,
  one: (caseId: string) => ['moderation', 'case', caseId] as const,
}

export const mineQuery = queryOptions({
  queryKey: keys.mine,
  queryFn: ({ signal }) => api('GET /api/v1/me/moderation', { signal }),
})

export const queueQuery = (slug: string) =>
  queryOptions({
    queryKey: [...keys.queue(slug), 'open'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/moderation', { params: { community: slug }, signal }),
  })

export const countQuery = (slug: string) =>
  queryOptions({
    queryKey: [...keys.queue(slug), 'count'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/moderation/count', { params: { community: slug }, signal }),
  })

export const historyQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.queue(slug), 'history'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/moderation/history', {
        params: { community: slug },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: keys.one(caseId),
    queryFn: ({ signal }) => api('GET /api/v1/moderation/cases/:caseId', { params: { caseId }, signal }),
  })

export const mediationQuery = queryOptions({
  queryKey: ['moderation', 'mediation'],
  queryFn: ({ signal }) => api('GET /api/v1/mediation', { signal }),
})

export const templatesQuery = (slug: string) =>
  queryOptions({
    queryKey: [...keys.queue(slug), 'templates'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/moderation/templates', {
        params: { community: slug },
        signal,
      }),
  })

export const examplesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['moderation', 'examples', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/charter/examples', { params: { community: slug }, signal }),
  })

export const yearQuery = (slug: string, year: number | undefined) =>
  queryOptions({
    queryKey: ['moderation', 'year', slug, year ?? null],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/moderation-report', {
        params: { community: slug },
        query: year === undefined ? {} : { year },
        signal,
      }),
    placeholderData: (before) => before,
  })

export const officesQuery = queryOptions({
  queryKey: ['moderation', 'offices'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/mediators', { signal }),
})

/** After any act: what is waiting, counts and cases are asked again. */
export const refresh = (): void => void queryClient.invalidateQueries({ queryKey: keys.all })
