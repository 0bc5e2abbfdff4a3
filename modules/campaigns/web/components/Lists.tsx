import { useInfiniteQuery } from '@tanstack/react-query'
import type { Campaign } from '#modules/campaigns/contract.ts'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { KindMark } from '#modules/discussions/web/public.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { useSession } from '#platform/web/session.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Rows } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { campaignPath, postPath } from '../paths.ts'
import { postsQuery, storiesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useDays } from '../use-days.ts'
import { StoryCard } from './StoryCard.tsx'

/** Stories that the reader may read, newest first. */
export function StoriesTab({ campaign }: { campaign: Campaign }) {
  const t = useT()
  const me = useSession().member?.id
  const query = useInfiniteQuery(storiesQuery(campaign.id))
  const items = query.data?.pages.flatMap((page) => page.items)
  if (query.error && !items)
    return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  if (!items) return <SkeletonRows rows={4} />
  if (items.length === 0)
    return (
      <EmptyState
        level={3}
        title={t('page.noStories')}
        picture={<Talk />}
        acts={
          campaign.can.write && (
            <ButtonLink to={campaignPath(campaign.address, { story: 'new' })} look="primary">
              {t('page.tell')}
            </ButtonLink>
          )
        }
      >
        {t('page.noStoriesHint')}
      </EmptyState>
    )
  return (
    <>
      <Rows label={t('page.stories')}>
        {items.map((story) => (
          <li key={story.id}>
            <StoryCard story={story} address={campaign.address} isMine={story.author.id === me} />
          </li>
        ))}
      </Rows>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  )
}

/** Conversations that carry the tag. */
export function PostsTab({ campaign }: { campaign: Campaign }) {
  const t = useT()
  const day = useDays()
  const query = useInfiniteQuery(postsQuery(campaign.id))
  const items = query.data?.pages.flatMap((page) => page.items)
  if (query.error && !items)
    return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  if (!items) return <SkeletonRows rows={4} />
  if (items.length === 0)
    return (
      <EmptyState level={3} title={t('page.noPosts')} picture={<Talk />}>
        {t('page.noPostsHint', { tag: `#${campaign.tag}` })}
      </EmptyState>
    )
  return (
    <>
      <Rows label={t('page.posts')}>
        {items.map((post) => (
          <li key={post.id} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
              <KindMark kind={post.kind as never} />
              <MemberLink member={post.author} />
              <CommunityLink community={post.community} />
              <time dateTime={post.at}>{day(post.at)}</time>
            </p>
            <PlainLink to={postPath(post.id)} className="member-link font-semibold" lang={post.language}>
              {post.title ?? t('page.untitled')}
            </PlainLink>
            <p className="line-clamp-2 text-muted" lang={post.language}>
              {post.excerpt}
            </p>
          </li>
        ))}
      </Rows>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  )
}

/** Challenges and contests, in the order in which they were proposed. */
export function GamesTab({ campaign }: { campaign: Campaign }) {
  const t = useT()
  const day = useDays()
  if (campaign.challenges.length === 0)
    return (
      <EmptyState level={3} title={t('page.noGames')}>
        {t('page.noGamesHint')}
      </EmptyState>
    )
  return (
    <Rows label={t('page.games')}>
      {campaign.challenges.map((one) => (
        <li key={one.id}>
          <PlainLink to={campaignPath(campaign.address, { challenge: one.id })} className="grid gap-1">
            <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
              <Tag>{t(`game.kind.${one.way ?? 'challenge'}`)}</Tag>
              <Tag tone={one.state === 'open' ? 'accent' : 'neutral'}>{t(`game.state.${one.state}`)}</Tag>
              {t(one.state === 'open' ? 'game.closesOn' : 'game.closedOn', { date: day(one.closesAt) })}
            </span>
            <span className="font-semibold" lang={one.language}>
              {one.title}
            </span>
          </PlainLink>
        </li>
      ))}
    </Rows>
  )
}
