import './discussions.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode } from 'react'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import type { FeedItem } from '#modules/discussions/contract.ts'
import { flat, type communityFeedQuery, type homeFeedQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { PostRow } from './PostRow.tsx'

interface Props {
  query: typeof homeFeedQuery | ReturnType<typeof communityFeedQuery>
  label: string
  showCommunity?: boolean | undefined
  /** End of the visit before (milliseconds): a line stands between what was active since and the rest. */
  seenUntil?: number | null | undefined
  empty: ReactNode
  /** e.g. only those with an accepted answer; the server's filters come first. */
  keep?: ((item: FeedItem) => boolean) | undefined
}

export function FeedList({ query, label, showCommunity, seenUntil, empty, keep }: Props) {
  const t = useT()
  // Both queries have one shape; the union of their key types is what TypeScript cannot join.
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    query as typeof homeFeedQuery,
  )
  if (!data)
    return error ? (
      <ErrorView error={error} onRetry={() => void refetch()} t={t} />
    ) : (
      <SkeletonRows rows={5} />
    )
  const all = flat(data)
  const items = keep ? all.filter(keep) : all
  if (items.length === 0 && !hasNextPage) return empty
  const line = seenUntil
    ? items.findIndex(({ card }) => Date.parse(card.lastActivityAt) <= seenUntil && !card.pinned)
    : -1
  return (
    <>
      <ul className="rows" aria-label={label}>
        {items.map((item, index) => (
          <Fragment key={item.card.id}>
            {index === line && index > 0 && <li className="seen-line">{t('home.seenBefore')}</li>}
            <li>
              <PostRow item={item} showCommunity={showCommunity} />
            </li>
          </Fragment>
        ))}
      </ul>
      <LoadMore hasMore={hasNextPage} isLoading={isFetchingNextPage} onLoad={() => void fetchNextPage()} />
    </>
  )
}
