import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ItemKind } from '../contract.ts'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'

const all = ['newsletters'] as const
type Language = 'fr' | 'en'

export const listQuery = queryOptions({
  queryKey: [...all, 'list'],
  queryFn: ({ signal }) => api('GET /api/v1/newsletters', { signal }),
})
export const newsletterQuery = (newsletter: string) =>
  queryOptions({
    queryKey: [...all, 'one', newsletter],
    queryFn: ({ signal }) => api('GET /api/v1/newsletters/:newsletter', { params: { newsletter }, signal }),
  })
export const archiveQuery = infiniteQueryOptions({
  queryKey: [...all, 'archive'],
  queryFn: ({ pageParam, signal }) =>
    api('GET /api/v1/newsletter-issues', { query: pageParam ? { cursor: pageParam } : {}, signal }),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.next ?? undefined,
})
export const issueQuery = (issue: string, query: { language: Language; print?: boolean }) =>
  queryOptions({
    queryKey: [...all, 'issue', issue, query],
    queryFn: ({ signal }) =>
      api('GET /api/v1/newsletter-issues/:issue', { params: { issue }, query, signal }),
  })
export const workQuery = (issue: string) =>
  queryOptions({
    queryKey: [...all, 'work', issue],
    queryFn: ({ signal }) => api('GET /api/v1/newsletter-issues/:issue/work', { params: { issue }, signal }),
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) => (state.data?.state === 'sending' ? 4_000 : false),
  })
export const itemsQuery = (issue: string, kind: ItemKind | undefined, q: string) =>
  queryOptions({
    queryKey: [...all, 'items', issue, kind ?? '', q],
    queryFn: ({ signal }) =>
      api('GET /api/v1/newsletter-issues/:issue/items', {
        params: { issue },
        query: { ...(kind && { kind }), ...(q && { q }) },
        signal,
      }),
  })
export const checksQuery = (issue: string) =>
  queryOptions({
    queryKey: [...all, 'checks', issue],
    queryFn: ({ signal }) =>
      api('GET /api/v1/newsletter-issues/:issue/checks', { params: { issue }, signal }),
    staleTime: 0,
  })
export const previewQuery = (
  issue: string,
  query: { language: Language; reader: string; edition?: string },
) =>
  queryOptions({
    queryKey: [...all, 'preview', issue, query],
    queryFn: ({ signal }) =>
      api('GET /api/v1/newsletter-issues/:issue/preview', { params: { issue }, query, signal }),
    staleTime: 0,
  })
export const versionsQuery = (issue: string, part: string) =>
  queryOptions({
    queryKey: [...all, 'versions', issue, part],
    queryFn: ({ signal }) =>
      api('GET /api/v1/newsletter-issues/:issue/parts/:part/versions', { params: { issue, part }, signal }),
    staleTime: 0,
  })
export const mineQuery = queryOptions({
  queryKey: [...all, 'mine'],
  queryFn: ({ signal }) => api('GET /api/v1/me/newsletters', { signal }),
})
export const troublesQuery = queryOptions({
  queryKey: [...all, 'troubles'],
  queryFn: ({ signal }) => api('GET /api/v1/administration/mail-troubles', { signal }),
})
export const placesQuery = queryOptions({
  queryKey: [...all, 'places'],
  queryFn: ({ signal }) => api('GET /api/v1/members/filters', { signal }),
})

export const refresh = (): void => void queryClient.invalidateQueries({ queryKey: all })
