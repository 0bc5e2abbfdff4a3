import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'

export const radarQuery = (programmeId: string) =>
  queryOptions({
    queryKey: ['radar', programmeId] as const,
    queryFn: ({ signal }) =>
      api('GET /api/v1/programmes/:programmeId/radar', { params: { programmeId }, signal }),
  })
