import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'

const all = ['programmes'] as const
const of = (programmeId: string) => ({ params: { programmeId } })

export const programmesQuery = (community: string | null) =>
  queryOptions({
    queryKey: [...all, 'list', community],
    queryFn: ({ signal }) => api('GET /api/v1/programmes', { query: community ? { community } : {}, signal }),
  })
export const programmeQuery = (id: string) =>
  queryOptions({
    queryKey: [...all, id],
    queryFn: ({ signal }) => api('GET /api/v1/programmes/:programmeId', { ...of(id), signal }),
    retry: false,
  })
export const boardQuery = (id: string) =>
  queryOptions({
    queryKey: [...all, id, 'board'],
    queryFn: ({ signal }) => api('GET /api/v1/programmes/:programmeId/board', { ...of(id), signal }),
  })
export const linksQuery = (id: string) =>
  queryOptions({
    queryKey: [...all, id, 'links'],
    queryFn: ({ signal }) => api('GET /api/v1/programmes/:programmeId/links', { ...of(id), signal }),
    staleTime: 60_000,
  })
export const calendarQuery = (id: string, from: string, to: string) =>
  queryOptions({
    queryKey: [...all, id, 'calendar', from, to],
    queryFn: ({ signal }) =>
      api('GET /api/v1/programmes/:programmeId/calendar', { ...of(id), query: { from, to }, signal }),
    placeholderData: (before) => before,
  })
export const journalQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...all, id, 'journal'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/programmes/:programmeId/journal', {
        ...of(id),
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const kitQuery = (id: string, version: number | null) =>
  queryOptions({
    queryKey: [...all, id, 'kit', version],
    queryFn: ({ signal }) =>
      api('GET /api/v1/programmes/:programmeId/kit', {
        ...of(id),
        query: version === null ? {} : { version },
        signal,
      }),
  })
export const kitQuestionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...all, id, 'kit', 'questions'],
    queryFn: ({ signal }) => api('GET /api/v1/programmes/:programmeId/kit/questions', { ...of(id), signal }),
  })
export const foundersQuery = queryOptions({
  queryKey: [...all, 'founders'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/programme-founders', { signal }),
})
export const placesQuery = queryOptions({
  queryKey: ['members', 'filters', 'programmes'],
  queryFn: ({ signal }) => api('GET /api/v1/members/filters', { signal }),
  staleTime: 5 * 60_000,
})

export const refresh = (): void => void queryClient.invalidateQueries({ queryKey: all })
/** Closed waves of the programme, as everybody reads them; asked for the column to work on next. */
export const pulseQuery = (id: string) =>
  queryOptions({
    queryKey: [...all, id, 'pulse'],
    queryFn: ({ signal }) => api('GET /api/v1/programmes/:programmeId/pulse', { ...of(id), signal }),
    staleTime: 5 * 60_000,
    retry: false,
  })
