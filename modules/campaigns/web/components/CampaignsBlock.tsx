import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { Tag } from '#ui/Tag.tsx'
import { campaignPath } from '../paths.ts'
import { listQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useDays } from '../use-days.ts'

const BeginDialog = lazy(() => import('./BeginDialog.tsx'))

/** Among the programmes: campaigns that the reader may know of, and how to begin one. */
export default function CampaignsBlock() {
  const t = useT()
  const day = useDays()
  const [isOpen, setOpen] = useState(false)
  const query = useInfiniteQuery(listQuery)
  const mayBegin = useMyCommunities().some((one) => one.roles.includes('manager'))
  const items = query.data?.pages.flatMap((page) => page.items)
  const begin = mayBegin && (
    <Button size="small" onPress={() => setOpen(true)}>
      {t('list.begin')}
    </Button>
  )
  return (
    <Section title={t('title')} hint={t('list.lead')} aside={items?.length ? begin : undefined}>
      {query.error && !items ? (
        <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
      ) : items?.length === 0 ? (
        <EmptyState level={3} title={t('list.empty')} acts={begin || undefined}>
          {t('list.emptyHint')}
        </EmptyState>
      ) : (
        <>
          <Rows label={t('title')}>
            {items?.map((one) => (
              <li key={one.id}>
                <PlainLink to={campaignPath(one.address)} className="grid gap-1">
                  <span className="flex flex-wrap items-center gap-2">
                    <span className="font-semibold text-accent">#{one.tag}</span>
                    <Tag tone={one.state === 'running' ? 'accent' : 'neutral'}>{t(`state.${one.state}`)}</Tag>
                  </span>
                  <span lang={one.language}>{one.title}</span>
                  <span className="text-sm text-muted">
                    {t('period', { from: day(one.startsOn), to: day(one.endsOn) })}
                  </span>
                </PlainLink>
              </li>
            ))}
          </Rows>
          <LoadMore
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onLoad={() => void query.fetchNextPage()}
          />
        </>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <BeginDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  )
}
