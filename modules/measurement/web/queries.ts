import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { windowOf, type BoardState } from './period.ts'

export const figuresQuery = (slug: string, { period, clock }: BoardState) =>
  queryOptions({
    queryKey: ['measurement', 'figures', slug, period, clock],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/figures', {
        params: { community: slug },
        query: { ...windowOf(period, new Date()), clock },
        signal,
      }),
    placeholderData: (before) => before,
    staleTime: 5 * 60_000,
  })
