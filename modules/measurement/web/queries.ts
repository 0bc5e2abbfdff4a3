import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import type { BoardState } from './period.ts'

export const boardQuery = (slug: string, { period, history }: BoardState) =>
  queryOptions({
    queryKey: ['measurement', 'board', slug, period ?? '', history ?? ''],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/closed-figures', {
        params: { community: slug },
        query: { ...(period && { period }), ...(history !== undefined && { history }) },
        signal,
      }),
    placeholderData: (before) => before,
    staleTime: 5 * 60_000,
  })

/** What I said that a conversation's texts saved me; one request per conversation. */
export const timeSavedQuery = (postId: string) =>
  queryOptions({
    queryKey: ['measurement', 'timeSaved', postId],
    queryFn: ({ signal }) => api('GET /api/v1/posts/:postId/time-saved', { params: { postId }, signal }),
    staleTime: 10 * 60_000,
  })
