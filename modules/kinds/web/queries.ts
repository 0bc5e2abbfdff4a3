import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { CommunityKind } from '#modules/communities/contract.ts'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'

export const keys = {
  all: ['kinds'] as const,
  one: (slug: string) => ['kinds', slug] as const,
  ofPost: (postId: string) => ['kinds', 'post', postId] as const,
}
const of = (slug: string) => ({ params: { community: slug } })

export const kindQuery = (slug: string) =>
  queryOptions({
    queryKey: [...keys.one(slug), 'kind'],
    queryFn: ({ signal }) => api('GET /api/v1/communities/:community/kind', { ...of(slug), signal }),
  })
export const previewQuery = (slug: string, to: CommunityKind) =>
  queryOptions({
    queryKey: [...keys.one(slug), 'preview', to],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/kind/preview', { ...of(slug), query: { to }, signal }),
    staleTime: 0,
  })
export const boardQuery = (slug: string) =>
  queryOptions({
    queryKey: [...keys.one(slug), 'board'],
    queryFn: ({ signal }) => api('GET /api/v1/communities/:community/board', { ...of(slug), signal }),
  })
export const moreCardsQuery = (slug: string, stepId: string, start: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.one(slug), 'board', stepId, start],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/board/steps/:stepId', {
        params: { community: slug, stepId },
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: start,
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const unplacedQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.one(slug), 'unplaced'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/board/unplaced', {
        ...of(slug),
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const monthsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...keys.one(slug), 'months'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/board/months', { ...of(slug), query: { months: 6 }, signal }),
    staleTime: 5 * 60_000,
  })
export const postStepQuery = (postId: string) =>
  queryOptions({
    queryKey: keys.ofPost(postId),
    queryFn: ({ signal }) => api('GET /api/v1/posts/:postId/step', { params: { postId }, signal }),
    staleTime: 60_000,
    retry: false,
  })
export const programmeQuery = (slug: string) =>
  queryOptions({
    queryKey: [...keys.one(slug), 'programme'],
    queryFn: ({ signal }) => api('GET /api/v1/communities/:community/programme', { ...of(slug), signal }),
  })
export const helpersQuery = (slug: string, stepId: string) =>
  queryOptions({
    queryKey: [...keys.one(slug), 'helpers', stepId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/programme/:stepId/helpers', {
        params: { community: slug, stepId },
        query: { limit: 50 },
        signal,
      }),
    staleTime: 0,
  })
export const myProgrammesQuery = queryOptions({
  queryKey: ['kinds', 'mine'],
  queryFn: ({ signal }) => api('GET /api/v1/me/programmes', { signal }),
})
export const decisionsQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.one(slug), 'decisions'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/project/decisions', {
        ...of(slug),
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const reviewQuery = (slug: string) =>
  queryOptions({
    queryKey: [...keys.one(slug), 'review'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/closing-review', { ...of(slug), signal }),
  })

export const refresh = (): void => void queryClient.invalidateQueries({ queryKey: keys.all })
