import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'

const all = ['campaigns'] as const
const first = undefined as string | undefined
const page = (cursor: string | undefined) => (cursor ? { cursor } : {})

export const listQuery = infiniteQueryOptions({
  queryKey: [...all, 'list'],
  queryFn: ({ pageParam, signal }) => api('GET /api/v1/campaigns', { query: page(pageParam), signal }),
  initialPageParam: first,
  getNextPageParam: (one) => one.next ?? undefined,
})
export const runningQuery = queryOptions({
  queryKey: [...all, 'running'],
  queryFn: ({ signal }) => api('GET /api/v1/campaigns', { query: { running: true }, signal }),
  staleTime: 5 * 60_000,
})
export const campaignQuery = (campaign: string) =>
  queryOptions({
    queryKey: [...all, 'one', campaign],
    queryFn: ({ signal }) => api('GET /api/v1/campaigns/:campaign', { params: { campaign }, signal }),
  })
export const postsQuery = (campaign: string) =>
  infiniteQueryOptions({
    queryKey: [...all, 'one', campaign, 'posts'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/campaigns/:campaign/posts', {
        params: { campaign },
        query: page(pageParam),
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: (one) => one.next ?? undefined,
  })
export const storiesQuery = (campaign: string) =>
  infiniteQueryOptions({
    queryKey: [...all, 'one', campaign, 'stories'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/campaigns/:campaign/stories', {
        params: { campaign },
        query: page(pageParam),
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: (one) => one.next ?? undefined,
  })
export const storyQuery = (storyId: string) =>
  queryOptions({
    queryKey: [...all, 'story', storyId],
    queryFn: ({ signal }) => api('GET /api/v1/stories/:storyId', { params: { storyId }, signal }),
  })
export const storyOfPostQuery = (postId: string) =>
  queryOptions({
    queryKey: [...all, 'ofPost', postId],
    queryFn: ({ signal }) => api('GET /api/v1/posts/:postId/story', { params: { postId }, signal }),
    staleTime: 60_000,
  })
export const challengeQuery = (challengeId: string) =>
  queryOptions({
    queryKey: [...all, 'challenge', challengeId],
    queryFn: ({ signal }) => api('GET /api/v1/challenges/:challengeId', { params: { challengeId }, signal }),
  })
export const consentsQuery = queryOptions({
  queryKey: [...all, 'consents'],
  queryFn: ({ signal }) => api('GET /api/v1/me/consents', { signal }),
})

/** After any act everything of campaigns is asked again. */
export const refresh = (): void => void queryClient.invalidateQueries({ queryKey: all })
