import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import type { Poll } from '../contract.ts'

export const keys = { ofPost: (postId: string) => ['polls', 'post', postId] as const }

export const pollQuery = (postId: string) =>
  queryOptions({
    queryKey: keys.ofPost(postId),
    queryFn: ({ signal }) => api('GET /api/v1/posts/:postId/poll', { params: { postId }, signal }),
    staleTime: 60_000,
  })

/** What the server answered after a vote stands at once. */
export function keepPoll(poll: Poll): void {
  queryClient.setQueryData(pollQuery(poll.postId).queryKey, { poll })
}
