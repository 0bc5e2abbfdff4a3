import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'

// Published rows never change: what was read once stays right for the visit.
const staleTime = 30 * 60_000

export const releasesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['measurement', 'releases', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/releases', { params: { community: slug }, query: {}, signal }),
    staleTime,
  })

export const networkQuery = (slug: string, period: string | undefined) =>
  queryOptions({
    queryKey: ['measurement', 'network', slug, period ?? ''],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/network', {
        params: { community: slug },
        query: { ...(period && { period }) },
        signal,
      }),
    placeholderData: (before) => before,
    staleTime,
  })

export const ownTiesQuery = queryOptions({
  queryKey: ['measurement', 'ownTies'],
  queryFn: ({ signal }) => api('GET /api/v1/me/ties', { signal }),
  staleTime: 5 * 60_000,
})

export const thresholdQuery = queryOptions({
  queryKey: ['measurement', 'threshold'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/release-threshold', { signal }),
})
