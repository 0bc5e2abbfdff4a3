import '../components/debates.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { DebateRows } from '../components/DebateRows.tsx'
import { benchPath, debatePath } from '../paths.ts'
import { keys, listQuery } from '../queries.ts'
import { useT } from '../t.ts'

const AskDialog = lazy(() => import('../components/AskDialog.tsx'))

/** Debates of a community; anybody who takes part may ask for one. */
export function DebatesPage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const [isAsking, setAsking] = useState(false)
  const community = useCommunity(slug)
  const query = useInfiniteQuery(listQuery(slug))
  useInvalidateOn(`community:${community?.id ?? ''}`, keys.list(slug))
  const pages = query.data?.pages
  const items = pages?.flatMap((page) => page.items)
  const can = pages?.[0]?.can
  return (
    <Page title={t('title')} {...(community && { place: pickText(community.name, language) })}>
      <div className="flex flex-wrap items-start justify-between gap-4 pb-5">
        <div>
          <h2>{t('title')}</h2>
          <p className="max-w-[38rem] pt-1 text-pretty text-muted">{t('list.lead')}</p>
        </div>
        <p className="debate-acts">
          {can?.ask && !can.prepare && <Button onPress={() => setAsking(true)}>{t('list.ask')}</Button>}
          {community?.can.moderate && (
            <ButtonLink to={benchPath(slug)} size="small">
              {t('list.bench')}
            </ButtonLink>
          )}
        </p>
      </div>
      {query.error && !items ? (
        <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
      ) : !items ? (
        <SkeletonRows rows={4} />
      ) : items.length === 0 ? (
        <EmptyState title={t('list.empty')} picture={<Talk />} level={3}>
          {t('list.emptyHint')}
        </EmptyState>
      ) : (
        <>
          <DebateRows debates={items} to={debatePath} />
          <LoadMore
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onLoad={() => void query.fetchNextPage()}
          />
        </>
      )}
      <Suspense>{isAsking && <AskDialog slug={slug} onClose={() => setAsking(false)} />}</Suspense>
    </Page>
  )
}
