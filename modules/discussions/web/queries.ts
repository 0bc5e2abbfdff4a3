import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Comment, Draft, FeedItem, PostDetail, PostKind } from '../contract.ts'
import { mineQuery } from '#modules/communities/web/public.ts'
import { api, type ApiResponse } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'

/** Narrowing of a community's list; all of it stands in the address. */
export interface FeedFilter {
  kind?: PostKind | undefined
  unanswered?: boolean | undefined
  tag?: string | undefined
}

export const keys = {
  feeds: ['discussions', 'feed'] as const,
  home: ['discussions', 'feed', 'home'] as const,
  community: (community: string) => ['discussions', 'feed', 'community', community] as const,
  post: (postId: string) => ['discussions', 'post', postId] as const,
  waiting: ['discussions', 'waiting'] as const,
  drafts: ['discussions', 'drafts'] as const,
  bookmarks: ['discussions', 'bookmarks'] as const,
}

const first = undefined as string | undefined

export const homeFeedQuery = infiniteQueryOptions({
  queryKey: keys.home,
  queryFn: ({ pageParam, signal }) =>
    api('GET /api/v1/feed', { query: pageParam ? { cursor: pageParam } : {}, signal }),
  initialPageParam: first,
  getNextPageParam: (page) => page.next ?? undefined,
})

export const communityFeedQuery = (community: string, filter: FeedFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.community(community), filter],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/communities/:community/feed', {
        params: { community },
        query: {
          ...(filter.kind && { kind: filter.kind }),
          ...(filter.unanswered && { unanswered: true }),
          ...(filter.tag && { tag: filter.tag }),
          ...(pageParam && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const waitingQuery = queryOptions({
  queryKey: keys.waiting,
  queryFn: ({ signal }) => api('GET /api/v1/questions/waiting', { query: { limit: 5 }, signal }),
})

/**
 * A conversation. Asked again (live message, focus), it loads as many comments as were on screen, so that
 * nothing vanishes under the reader's eyes.
 */
export const postQuery = (postId: string) =>
  queryOptions({
    queryKey: keys.post(postId),
    queryFn: async ({ signal }): Promise<PostDetail> => {
      const shown = queryClient.getQueryData<PostDetail>(keys.post(postId))?.comments.items.length ?? 0
      const post = await api('GET /api/v1/posts/:postId', { params: { postId }, signal })
      let { items, next } = post.comments
      while (next && items.length < shown) {
        const more = await loadComments(postId, next, signal)
        items = [...items, ...more.items]
        next = more.next
      }
      return { ...post, comments: { items, next } }
    },
  })

export const loadComments = (
  postId: string,
  cursor: string,
  signal?: AbortSignal,
): Promise<{ items: Comment[]; next: string | null }> =>
  api('GET /api/v1/posts/:postId/comments', { params: { postId }, query: { cursor, limit: 100 }, signal })

export const draftsQuery = queryOptions({
  queryKey: keys.drafts,
  queryFn: async ({ signal }): Promise<Draft[]> => (await api('GET /api/v1/drafts', { signal })).items,
})

export const bookmarksQuery = infiniteQueryOptions({
  queryKey: keys.bookmarks,
  queryFn: ({ pageParam, signal }) =>
    api('GET /api/v1/me/bookmarks', { query: pageParam ? { cursor: pageParam } : {}, signal }),
  initialPageParam: first,
  getNextPageParam: (page) => page.next ?? undefined,
})

export const fileLimitsQuery = queryOptions({
  queryKey: ['discussions', 'file-limits'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/file-limits', { signal }),
})
export const linkPreviewsQuery = queryOptions({
  queryKey: ['discussions', 'link-previews'],
  queryFn: ({ signal }) => api('GET /api/v1/admin/link-previews', { signal }),
})

const writable = (mine: ApiResponse<'GET /api/v1/me/communities'>) =>
  mine.items.filter((community) => community.stage !== 'archived')

/** Communities where the reader may write, for the composer's chooser. */
export const writableCommunitiesQuery = queryOptions({ ...mineQuery, select: writable })

/** The one place that somebody may write in; null where there are several, or the list cannot be had. */
export async function findOnlyPlace(): Promise<string | null> {
  const mine = await queryClient.ensureQueryData(mineQuery).catch(() => undefined)
  const places = mine ? writable(mine) : []
  return places.length === 1 ? places[0]!.id : null
}

export const flat = <I>(data: { pages: { items: I[] }[] } | undefined): I[] =>
  data?.pages.flatMap((page) => page.items) ?? []

interface FeedPages {
  pages: { items: FeedItem[]; next: string | null }[]
  pageParams: unknown[]
}

/** Changes one card wherever it is listed, without moving it; `undefined` takes it out. */
export function patchCards(postId: string, change: (item: FeedItem) => FeedItem | undefined): void {
  queryClient.setQueriesData<FeedPages>({ queryKey: keys.feeds }, (data) => {
    if (!data) return data
    if (!data.pages.some((page) => page.items.some((item) => item.card.id === postId))) return data
    return {
      ...data,
      pages: data.pages.map((page) => ({
        ...page,
        items: page.items.flatMap((item) => (item.card.id === postId ? (change(item) ?? []) : item)),
      })),
    }
  })
}

/** One more comment on a card that is listed; an answer is a comment too. */
export function countComment(postId: string, isAnswer: boolean): void {
  patchCards(postId, (item) => ({
    ...item,
    card: {
      ...item.card,
      commentCount: item.card.commentCount + 1,
      answerCount: item.card.answerCount + (isAnswer ? 1 : 0),
    },
  }))
}
