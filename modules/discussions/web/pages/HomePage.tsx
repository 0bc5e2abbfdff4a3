import '../components/discussions.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page, RightRail } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { useMember } from '#platform/web/session.ts'
import { Slot } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk, Yard } from '#ui/illustrations.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { FeedList } from '../components/FeedList.tsx'
import { LivePill } from '../components/LivePill.tsx'
import { useLiveFeed } from '../components/use-live-feed.ts'
import { useWide } from '../components/use-wide.ts'
import { WhereICanHelp } from '../components/WhereICanHelp.tsx'
import { ComposerPlace } from '../composer/ComposerPlace.tsx'
import { discoverPath } from '../paths.ts'
import { usePublished } from '../published.ts'
import { flat, homeFeedQuery, keys, writableCommunitiesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { noteVisit } from '../visits.ts'

const Composer = lazy(async () => ({ default: (await import('../composer/Composer.tsx')).Composer }))

/** What is new in my communities, and where I can help. */
export function HomePage() {
  const t = useT()
  const me = useMember()
  const isWide = useWide()
  const live = useLiveFeed()
  const onPublished = usePublished()
  const onError = useErrorToast(t)
  const [seenUntil] = useState(() => noteVisit(me.id))
  const communities = useQuery(writableCommunitiesQuery)
  const feed = useInfiniteQuery(homeFeedQuery)
  const hasNone = communities.data?.length === 0
  const hasUnread = flat(feed.data).some(({ unread }) => unread)
  const markSeen = () => {
    queryClient.setQueryData(
      homeFeedQuery.queryKey,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((item) => ({ ...item, unread: false })),
          })),
        },
    )
    api('POST /api/v1/feed/seen')
      .then(() => queryClient.invalidateQueries({ queryKey: ['communities'] }))
      .catch((error: unknown) => {
        onError(error)
        void queryClient.invalidateQueries({ queryKey: keys.feeds })
      })
  }
  return (
    <Page title={t('home.title')}>
      <PageHeader title={t('home.hello', { name: me.name.split(' ')[0] ?? me.name })} />
      {hasNone ? (
        <EmptyState
          title={t('home.noCommunity')}
          picture={<Yard />}
          acts={
            <ButtonLink to={discoverPath} look="primary">
              {t('home.discover')}
            </ButtonLink>
          }
        >
          {t('home.noCommunityHint')}
        </EmptyState>
      ) : (
        <>
          <Suspense fallback={<ComposerPlace text={t('composer.placeholder')} />}>
            <Composer onPublished={onPublished} />
          </Suspense>
          {!isWide && (
            <div className="mt-6 border-line pb-2 not-empty:border-b empty:hidden">
              <Suspense>
                <Slot name="homeBlocks" />
              </Suspense>
              <WhereICanHelp most={2} hideEmpty />
            </div>
          )}
          <section aria-labelledby="home-feed" className="mt-6">
            <div className="flex min-h-11 items-center justify-between gap-4">
              <h2 id="home-feed">{t('home.feed')}</h2>
              {hasUnread && (
                <Button look="quiet" size="small" className="flex-none whitespace-nowrap" onPress={markSeen}>
                  <CheckCheck aria-hidden />
                  {t('home.markSeen')}
                </Button>
              )}
            </div>
            <LivePill live={live} />
            <FeedList
              query={homeFeedQuery}
              label={t('home.feed')}
              showCommunity
              seenUntil={seenUntil}
              empty={
                <EmptyState title={t('home.empty')} picture={<Talk />} level={3}>
                  {t('home.emptyHint')}
                </EmptyState>
              }
            />
          </section>
        </>
      )}
      {isWide && !hasNone && (
        <RightRail>
          <Suspense>
            <Slot name="homeBlocks" />
          </Suspense>
          <WhereICanHelp />
        </RightRail>
      )}
    </Page>
  )
}
