import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { firstPage } from '#platform/web/query-client.ts'

export type Show = 'all' | 'unread' | 'needsYou'

export const keys = {
  all: ['notifications'] as const,
  count: ['notifications', 'count'] as const,
  list: (show: Show, language: string) => ['notifications', 'list', show, language] as const,
  rules: ['notifications', 'rules'] as const,
  preview: ['notifications', 'preview'] as const,
  devices: ['notifications', 'devices'] as const,
  level: (community: string) => ['notifications', 'level', community] as const,
  conversation: (postId: string) => ['notifications', 'conversation', postId] as const,
  member: (memberId: string) => ['notifications', 'member', memberId] as const,
}

export const countQuery = queryOptions({
  queryKey: keys.count,
  queryFn: ({ signal }) => api('GET /api/v1/notifications/count', { signal }),
  staleTime: 60_000,
})

/** Words are made by the server in the reader's language: another one asks again. */
export const noticesQuery = (show: Show, language: 'fr' | 'en') =>
  infiniteQueryOptions({
    queryKey: keys.list(show, language),
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/notifications', {
        query: { show, language, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const rulesQuery = queryOptions({
  queryKey: keys.rules,
  queryFn: ({ signal }) => api('GET /api/v1/me/notifications', { signal }),
})
export const previewQuery = queryOptions({
  queryKey: keys.preview,
  queryFn: ({ signal }) => api('GET /api/v1/me/notifications/preview', { signal }),
})
export const devicesQuery = queryOptions({
  queryKey: keys.devices,
  queryFn: ({ signal }) => api('GET /api/v1/me/push', { signal }),
})
export const levelQuery = (community: string) =>
  queryOptions({
    queryKey: keys.level(community),
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/notifications', { params: { community }, signal }),
  })
export const conversationQuery = (postId: string) =>
  queryOptions({
    queryKey: keys.conversation(postId),
    queryFn: ({ signal }) => api('GET /api/v1/posts/:postId/following', { params: { postId }, signal }),
  })
export const memberQuery = (memberId: string) =>
  queryOptions({
    queryKey: keys.member(memberId),
    queryFn: ({ signal }) => api('GET /api/v1/members/:memberId/following', { params: { memberId }, signal }),
  })
