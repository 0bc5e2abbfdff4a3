import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'

const all = ['pulse'] as const
export const keys = {
  all,
  community: (slug: string) => [...all, 'community', slug] as const,
  programme: (id: string) => [...all, 'programme', id] as const,
  wave: (id: string) => [...all, 'wave', id] as const,
  desk: (scope: DeskScope) => [...all, 'desk', 'slug' in scope ? scope.slug : scope.programmeId] as const,
  mine: [...all, 'mine'] as const,
}
/** Where a wave is prepared. */
export type DeskScope = { slug: string } | { programmeId: string }

export const communityQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.community(slug),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/pulse', { params: { community: slug }, signal }),
    staleTime: 60_000,
  })
export const programmeQuery = (programmeId: string) =>
  queryOptions({
    queryKey: keys.programme(programmeId),
    queryFn: ({ signal }) =>
      api('GET /api/v1/programmes/:programmeId/pulse', { params: { programmeId }, signal }),
    staleTime: 60_000,
  })
export const waveQuery = (waveId: string) =>
  queryOptions({
    queryKey: keys.wave(waveId),
    queryFn: ({ signal }) => api('GET /api/v1/pulse-waves/:waveId', { params: { waveId }, signal }),
  })
export const deskQuery = (scope: DeskScope) =>
  queryOptions({
    queryKey: keys.desk(scope),
    queryFn: ({ signal }) =>
      'slug' in scope
        ? api('GET /api/v1/communities/:community/pulse-desk', { params: { community: scope.slug }, signal })
        : api('GET /api/v1/programmes/:programmeId/pulse-desk', {
            params: { programmeId: scope.programmeId },
            signal,
          }),
  })
export const mineQuery = queryOptions({
  queryKey: keys.mine,
  queryFn: ({ signal }) => api('GET /api/v1/me/pulses', { signal }),
  staleTime: 300_000,
})

/** After any act everything that shows waves is asked again. */
export const refresh = (): void => void queryClient.invalidateQueries({ queryKey: keys.all })
