import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'

const all = ['reports'] as const

export const listQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, slug, 'list'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/reports', { params: { community: slug }, signal }),
  })

export const reportQuery = (
  slug: string,
  month: string,
  asked: { language: 'fr' | 'en'; version?: number | undefined; draft?: boolean | undefined },
) =>
  queryOptions({
    queryKey: [...all, slug, 'report', month, asked],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/reports/:month', {
        params: { community: slug, month },
        query: {
          language: asked.language,
          ...(asked.version !== undefined && { version: asked.version }),
          ...(asked.draft && { draft: true }),
        },
        signal,
      }),
  })

export const versionsQuery = (slug: string, month: string) =>
  queryOptions({
    queryKey: [...all, slug, 'versions', month],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/reports/:month/versions', {
        params: { community: slug, month },
        signal,
      }),
  })

/** Asked for by hand: the look is logged. */
export const quotableQuery = (slug: string, month: string) =>
  queryOptions({
    queryKey: [...all, slug, 'quotable', month],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/reports/:month/quotable', {
        params: { community: slug, month },
        signal,
      }),
    staleTime: 300_000,
  })

export const decisionsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, slug, 'decisions'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/asked-decisions', { params: { community: slug }, signal }),
  })

export const askedQuery = queryOptions({
  queryKey: [...all, 'mine'],
  queryFn: ({ signal }) => api('GET /api/v1/me/voices', { signal }),
})

export const storiesQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, slug, 'stories'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/value-stories', { params: { community: slug }, signal }),
  })

export const returnQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, slug, 'return'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/return', { params: { community: slug }, signal }),
  })

export const maturityQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, slug, 'maturity'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/maturity', { params: { community: slug }, signal }),
  })

export const exportsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...all, slug, 'exports'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/exports', { params: { community: slug }, signal }),
    // Prepared by a job: asked again until it is there.
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'preparing') ? 3000 : false,
  })

/** After any act: what is on screen of this module is asked again. */
export const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: all })
