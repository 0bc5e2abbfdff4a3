import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import type { MyListening, PostListening, Tag, ThemeDetail } from '../contract.ts'

const all = ['listening'] as const
export const keys = {
  all,
  ofPost: (postId: string) => [...all, 'post', postId] as const,
  board: (slug: string) => [...all, 'board', slug] as const,
  theme: (id: string) => [...all, 'theme', id] as const,
  heard: (slug: string) => [...all, 'heard', slug] as const,
  mine: [...all, 'mine'] as const,
}
const first = undefined as string | undefined

export const postQuery = (postId: string) =>
  queryOptions({
    queryKey: keys.ofPost(postId),
    queryFn: ({ signal }) => api('GET /api/v1/posts/:postId/listening', { params: { postId }, signal }),
    staleTime: 60_000,
  })
export function keepPost(postId: string, now: PostListening): void {
  queryClient.setQueryData(postQuery(postId).queryKey, now)
}

export const boardQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.board(slug),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/listening', { params: { community: slug }, signal }),
  })
export const textsQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.board(slug), 'texts'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/listening/texts', {
        params: { community: slug },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const themeQuery = (themeId: string) =>
  queryOptions({
    queryKey: keys.theme(themeId),
    queryFn: ({ signal }) => api('GET /api/v1/listening/themes/:themeId', { params: { themeId }, signal }),
  })
export const heardQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: keys.heard(slug),
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/heard', {
        params: { community: slug },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const taggedQuery = (slug: string, tag: Tag | undefined) =>
  infiniteQueryOptions({
    queryKey: [...keys.heard(slug), 'tagged', tag ?? null],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/listening-tags', {
        params: { community: slug },
        query: { ...(pageParam && { cursor: pageParam }), ...(tag && { tag }) },
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const mineQuery = queryOptions({
  queryKey: keys.mine,
  queryFn: ({ signal }) => api('GET /api/v1/me/listening', { signal }),
})

/** After any act everything that shows themes is asked again; what the server answered stands at once. */
export function refresh(answer?: unknown): void {
  if (answer && typeof answer === 'object') {
    if ('excerpts' in answer)
      queryClient.setQueryData(themeQuery((answer as ThemeDetail).id).queryKey, answer as ThemeDetail)
    if ('decisions' in answer) queryClient.setQueryData(mineQuery.queryKey, answer as MyListening)
  }
  void queryClient.invalidateQueries({ queryKey: keys.all })
}

/** Managers of other communities, who may read a theme again for somebody who manages alone. */
export const checkersOf = (community: string) => ({
  key: `checkers of ${community}`,
  find: async (q: string) =>
    (
      await api('GET /api/v1/communities/:community/listening/checkers', {
        params: { community },
        query: q ? { q } : {},
      })
    ).items,
})
