import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { TemplateKind } from '#modules/practice/contract.ts'
import { api } from '#platform/web/api.ts'
import { firstPage, queryClient } from '#platform/web/query-client.ts'

export const sheetQuery = (slug: string) =>
  queryOptions({
    queryKey: ['practice', 'sheet', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/my-practice', { params: { community: slug }, signal }),
  })
export const sharedQuery = queryOptions({
  queryKey: ['practice', 'shared'],
  queryFn: ({ signal }) => api('GET /api/v1/me/practice/shared', { signal }),
})
export const leavesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['practice', 'leaves', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/leaves', { params: { community: slug }, signal }),
  })
export const standInsQuery = queryOptions({
  queryKey: ['practice', 'standIns'],
  queryFn: ({ signal }) => api('GET /api/v1/me/practice/stand-ins', { signal }),
})
export const handoverQuery = (leaveId: string) =>
  queryOptions({
    queryKey: ['practice', 'handover', leaveId],
    queryFn: ({ signal }) => api('GET /api/v1/me/leaves/:leaveId/handover', { params: { leaveId }, signal }),
    retry: false,
  })
export const portfolioQuery = queryOptions({
  queryKey: ['practice', 'portfolio'],
  queryFn: ({ signal }) => api('GET /api/v1/managers/portfolio', { signal }),
  retry: false,
})
export const circlesQuery = queryOptions({
  queryKey: ['practice', 'circles'],
  queryFn: ({ signal }) => api('GET /api/v1/managers/circles', { signal }),
  retry: false,
})
export const circleQuery = (circleId: string) =>
  infiniteQueryOptions({
    queryKey: ['practice', 'circle', circleId],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/managers/circles/:circleId', {
        params: { circleId },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })
export const templatesQuery = (kind: TemplateKind | undefined) =>
  infiniteQueryOptions({
    queryKey: ['practice', 'templates', kind ?? null],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/managers/templates', {
        query: { ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    retry: false,
  })
export const versionsQuery = (templateId: string) =>
  queryOptions({
    queryKey: ['practice', 'versions', templateId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/managers/templates/:templateId/versions', { params: { templateId }, signal }),
  })
export const copiesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['practice', 'copies', slug],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/template-copies', { params: { community: slug }, signal }),
  })

/** After any act all that stands here is asked again. */
export const refresh = (): void => void queryClient.invalidateQueries({ queryKey: ['practice'] })
