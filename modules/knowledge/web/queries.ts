import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { PageDetail } from '../contract.ts'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'

export interface PageFilter {
  q?: string | undefined
  community?: string | undefined
  tag?: string | undefined
  show?: 'all' | 'mine' | 'toReview' | undefined
}

export const keys = {
  all: ['knowledge'] as const,
  lists: ['knowledge', 'list'] as const,
  page: (pageId: string) => ['knowledge', 'page', pageId] as const,
  versions: (pageId: string) => ['knowledge', 'versions', pageId] as const,
  collections: (slug: string) => ['knowledge', 'collections', slug] as const,
  mine: ['knowledge', 'mine-to-review'] as const,
  ofPost: (postId: string) => ['knowledge', 'of-post', postId] as const,
  workbench: (slug: string) => ['knowledge', 'workbench', slug] as const,
}

export const pagesQuery = (filter: PageFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, filter],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/pages', {
        query: {
          ...(filter.q && { q: filter.q }),
          ...(filter.community && { community: filter.community }),
          ...(filter.tag && { tag: filter.tag }),
          ...(filter.show && { show: filter.show }),
          ...(pageParam && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const placesQuery = queryOptions({
  queryKey: [...keys.lists, 'places'],
  queryFn: ({ signal }) => api('GET /api/v1/pages/places', { signal }),
})

export const pageQuery = (pageId: string) =>
  queryOptions({
    queryKey: keys.page(pageId),
    queryFn: ({ signal }) => api('GET /api/v1/pages/:pageId', { params: { pageId }, signal }),
  })

export const versionsQuery = (pageId: string) =>
  infiniteQueryOptions({
    queryKey: keys.versions(pageId),
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/pages/:pageId/versions', {
        params: { pageId },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

/** A version never changes. */
export const versionQuery = (pageId: string, version: number) =>
  queryOptions({
    queryKey: [...keys.page(pageId), 'version', version],
    queryFn: ({ signal }) =>
      api('GET /api/v1/pages/:pageId/versions/:version', {
        params: { pageId, version: String(version) },
        signal,
      }),
    staleTime: Infinity,
  })

export const collectionsQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.collections(slug),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/page-collections', { params: { community: slug }, signal }),
  })

export const mineToReviewQuery = queryOptions({
  queryKey: keys.mine,
  queryFn: ({ signal }) => api('GET /api/v1/me/pages-to-review', { signal }),
  staleTime: 5 * 60_000,
})

export const pagesOfPostQuery = (postId: string) =>
  queryOptions({
    queryKey: keys.ofPost(postId),
    queryFn: ({ signal }) => api('GET /api/v1/posts/:postId/pages', { params: { postId }, signal }),
    staleTime: 60_000,
    retry: false,
  })

export const beginningQuery = (postId: string, commentId: string | undefined) =>
  queryOptions({
    queryKey: ['knowledge', 'beginning', postId, commentId ?? null],
    queryFn: ({ signal }) =>
      api('GET /api/v1/posts/:postId/page-beginning', {
        params: { postId },
        query: commentId ? { commentId } : {},
        signal,
      }),
    staleTime: Infinity,
  })

export const workbenchQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.workbench(slug),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/workbench/pages', { params: { community: slug }, signal }),
  })

export const flat = <I>(data: { pages: { items: I[] }[] } | undefined): I[] =>
  data?.pages.flatMap((page) => page.items) ?? []

/** A write answered with the page as it is now: shown at once, and whatever lists it is asked again. */
export function keepPage(page: PageDetail): void {
  queryClient.setQueryData(keys.page(page.id), page)
  void queryClient.invalidateQueries({ queryKey: keys.versions(page.id) })
  refreshLists()
}

export function refreshLists(): void {
  for (const queryKey of [keys.lists, keys.mine, ['knowledge', 'collections'], ['knowledge', 'workbench']])
    void queryClient.invalidateQueries({ queryKey })
}
