import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'

const all = ['sponsorship'] as const
/** Where promises stand: the community by its address, or the programme. */
export type PromisePlace = { slug: string } | { programmeId: string }

export const promisesQuery = (place: PromisePlace) =>
  queryOptions({
    queryKey: [...all, 'promises', place] as const,
    queryFn: ({ signal }) =>
      'slug' in place
        ? api('GET /api/v1/communities/:community/promises', { params: { community: place.slug }, signal })
        : api('GET /api/v1/programmes/:programmeId/promises', { params: place, signal }),
  })
export const mineQuery = queryOptions({
  queryKey: [...all, 'mine'] as const,
  queryFn: ({ signal }) => api('GET /api/v1/me/sponsorship', { signal }),
})
export const roomQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, 'room', slug] as const,
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/room', { params: { community: slug }, signal }),
    staleTime: 300_000,
  })

/** After any act everything that shows promises is asked again. */
export const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: all })
