import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'

export const archiveQuery = queryOptions({
  queryKey: ['interchange', 'archive'],
  queryFn: ({ signal }) => api('GET /api/v1/me/archive', { signal }),
  refetchInterval: (query) => (query.state.data?.state === 'preparing' ? 2000 : false),
})
export const erasureQuery = queryOptions({
  queryKey: ['interchange', 'erasure'],
  queryFn: ({ signal }) => api('GET /api/v1/me/erasure', { signal }),
})
export const retentionQuery = queryOptions({
  queryKey: ['interchange', 'retention'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/retention', { signal }),
})
