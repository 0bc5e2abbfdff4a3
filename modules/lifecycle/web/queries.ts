import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'
import type { Life, Wish } from '../contract.ts'

export const keys = {
  all: ['lifecycle'] as const,
  wishes: ['lifecycle', 'wishes'] as const,
  life: (slug: string) => ['lifecycle', 'life', slug] as const,
  canvas: (slug: string) => ['lifecycle', 'canvas', slug] as const,
  closing: (slug: string) => ['lifecycle', 'closing', slug] as const,
}

export const wishesQuery = (settled: boolean) =>
  infiniteQueryOptions({
    queryKey: [...keys.wishes, settled],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/community-wishes', {
        query: { limit: 20, ...(settled && { settled }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const fewWishesQuery = queryOptions({
  queryKey: [...keys.wishes, 'few'],
  queryFn: ({ signal }) => api('GET /api/v1/community-wishes', { query: { limit: 3 }, signal }),
})

export const similarQuery = (q: string) =>
  queryOptions({
    queryKey: [...keys.wishes, 'similar', q],
    queryFn: ({ signal }) => api('GET /api/v1/community-wishes/similar', { query: { q }, signal }),
    enabled: q.length >= 3,
    placeholderData: (before) => before,
  })

export const takeoversQuery = queryOptions({
  queryKey: ['lifecycle', 'takeovers'],
  queryFn: ({ signal }) => api('GET /api/v1/me/takeovers', { signal }),
})

export const lifeQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.life(slug),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/life', { params: { community: slug }, signal }),
  })

export const changesQuery = (slug: string, to: Life['stage']) =>
  queryOptions({
    queryKey: [...keys.life(slug), 'changes', to],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/life/changes', {
        params: { community: slug },
        query: { to },
        signal,
      }),
  })

export const canvasQuery = (slug: string, version?: number) =>
  queryOptions({
    queryKey: [...keys.canvas(slug), version ?? null],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/life/canvas', {
        params: { community: slug },
        query: version ? { version } : {},
        signal,
      }),
  })

export const closingQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.closing(slug),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/life/closing', { params: { community: slug }, signal }),
  })

export const arrivalsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...keys.closing(slug), 'arrivals'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/life/arrivals', { params: { community: slug }, signal }),
  })

export const farewellQuery = (slug: string) =>
  queryOptions({
    queryKey: [...keys.closing(slug), 'farewell'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/farewell', { params: { community: slug }, signal }),
  })

export const reviewQuery = (slug: string, reviewId: string) =>
  queryOptions({
    queryKey: [...keys.life(slug), 'review', reviewId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/life/reviews/:reviewId', {
        params: { community: slug, reviewId },
        signal,
      }),
  })

export const peerQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['lifecycle', 'peer', reviewId],
    queryFn: ({ signal }) => api('GET /api/v1/peer-reviews/:reviewId', { params: { reviewId }, signal }),
  })

export const careQuery = queryOptions({
  queryKey: ['lifecycle', 'care'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/communities-care', { signal }),
})
export const departuresQuery = queryOptions({
  queryKey: ['lifecycle', 'departures'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/departures', { signal }),
})

/** Whatever was changed about a community's life: its page says its state too. */
export function refresh(): void {
  void queryClient.invalidateQueries({ queryKey: keys.all })
  void queryClient.invalidateQueries({ queryKey: ['communities'] })
}

export const flat = <I>(data: { pages: { items: I[] }[] } | undefined): I[] =>
  data?.pages.flatMap((page) => page.items) ?? []
export type { Life, Wish }
