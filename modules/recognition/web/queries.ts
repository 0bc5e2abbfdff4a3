import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'

const all = ['recognition'] as const
export const keys = {
  all,
  ofPost: (postId: string) => [...all, 'post', postId] as const,
  wall: (slug: string) => [...all, 'wall', slug] as const,
}
const first = undefined as string | undefined

export const postQuery = (postId: string) =>
  queryOptions({
    queryKey: keys.ofPost(postId),
    queryFn: ({ signal }) => api('GET /api/v1/posts/:postId/thanks', { params: { postId }, signal }),
    staleTime: 60_000,
  })
export const wallQuery = (slug: string, month: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...keys.wall(slug), month ?? null],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/thanks', {
        params: { community: slug },
        query: { ...(pageParam && { cursor: pageParam }), ...(month && { month }) },
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const mineQuery = (part: 'received' | 'given') =>
  infiniteQueryOptions({
    queryKey: [...all, 'mine', part],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/me/thanks', { query: { part, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: first,
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const peopleQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, 'people', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/thanks/people', { params: { community: slug }, signal }),
  })
export const reportsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, 'reports', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/thanks/reports', { params: { community: slug }, signal }),
  })

export const refresh = (): void => void queryClient.invalidateQueries({ queryKey: all })
