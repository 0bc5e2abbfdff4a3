import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'

const all = ['ambassadors'] as const

export const programmesQuery = (scope: { community?: string; change?: string } = {}) =>
  queryOptions({
    queryKey: [...all, 'programmes', scope],
    queryFn: ({ signal }) => api('GET /api/v1/ambassador-programmes', { query: scope, signal }),
  })
export const programmeQuery = (id: string) =>
  queryOptions({
    queryKey: [...all, 'programme', id],
    queryFn: ({ signal }) =>
      api('GET /api/v1/ambassador-programmes/:ambassadorProgrammeId', {
        params: { ambassadorProgrammeId: id },
        signal,
      }),
  })
export const cohortQuery = (id: string) =>
  queryOptions({
    queryKey: [...all, 'cohort', id],
    queryFn: ({ signal }) =>
      api('GET /api/v1/ambassador-programmes/:ambassadorProgrammeId/cohort', {
        params: { ambassadorProgrammeId: id },
        signal,
      }),
  })
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: [...all, 'report', id],
    queryFn: ({ signal }) =>
      api('GET /api/v1/ambassador-programmes/:ambassadorProgrammeId/report', {
        params: { ambassadorProgrammeId: id },
        signal,
      }),
  })
export const attendanceQuery = (meetingId: string) =>
  queryOptions({
    queryKey: [...all, 'attendance', meetingId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/ambassador-meetings/:meetingId/attendance', { params: { meetingId }, signal }),
  })
export const mineQuery = queryOptions({
  queryKey: [...all, 'mine'],
  queryFn: ({ signal }) => api('GET /api/v1/me/ambassador', { signal }),
})
export const memberQuery = (memberId: string) =>
  queryOptions({
    queryKey: [...all, 'member', memberId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/members/:memberId/ambassador', { params: { memberId }, signal }),
  })
export const directoryQuery = (filter: {
  q?: string
  programme?: string
  entity?: string
  site?: string
  alumni?: boolean
}) =>
  infiniteQueryOptions({
    queryKey: [...all, 'directory', filter],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/ambassadors', {
        query: { ...filter, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })

/** Entities and sites of the people whom the reader may see. */
export const placesQuery = queryOptions({
  queryKey: [...all, 'places'],
  queryFn: ({ signal }) => api('GET /api/v1/members/filters', { signal }),
  staleTime: 600_000,
})

/** After any act everything that shows ambassadors is asked again. */
export const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: all })
