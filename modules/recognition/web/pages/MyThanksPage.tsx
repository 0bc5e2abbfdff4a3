import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Page } from '#platform/web/Page.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Switch } from '#ui/Switch.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { ThanksNote } from '../components/ThanksNote.tsx'
import { minePath } from '../paths.ts'
import { mineQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Words I received and gave, counted nowhere; and whether managers may be reminded of me. */
export function MyThanksPage() {
  const t = useT()
  const navigate = useNavigate()
  const { part = 'received' } = useSearch({ strict: false }) as { part?: 'received' | 'given' }
  return (
    <Page title={t('mine.title')}>
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} />
      <Tabs
        label={t('mine.parts')}
        selected={part}
        onSelect={(next) =>
          void navigate({
            to: minePath,
            search: (next === 'given' ? { part: 'given' } : {}) as never,
            replace: true,
          })
        }
        tabs={(['received', 'given'] as const).map((id) => ({
          id,
          label: t(`mine.${id}`),
          content: <Part part={id} />,
        }))}
      />
    </Page>
  )
}

function Part({ part }: { part: 'received' | 'given' }) {
  const t = useT()
  const query = useInfiniteQuery(mineQuery(part))
  const items = query.data?.pages.flatMap((page) => page.items)
  const isOptedOut = query.data?.pages[0]?.isOptedOut
  const suggest = useAct(
    (isOut: boolean) => api('PUT /api/v1/me/thanks-suggestions', { body: { isOptedOut: isOut } }),
    t('mine.saved'),
  )
  if (query.error && !items)
    return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  if (!items) return <SkeletonRows rows={3} />
  return (
    <div className="grid gap-6">
      {items.length === 0 ? (
        <EmptyState title={t(part === 'given' ? 'mine.emptyGiven' : 'mine.emptyReceived')} picture={<Yard />}>
          {t(part === 'given' ? 'mine.emptyGivenHint' : 'mine.emptyReceivedHint')}
        </EmptyState>
      ) : (
        <ul className="thanks-list">
          {items.map((thanks) => (
            <li key={thanks.id}>
              <ThanksNote thanks={thanks} about />
            </li>
          ))}
        </ul>
      )}
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
      {part === 'received' && isOptedOut !== undefined && (
        <Switch
          isSelected={!isOptedOut}
          isDisabled={suggest.isPending}
          onChange={(isIn) => suggest.run(!isIn)}
          hint={t('mine.suggestHint')}
        >
          {t('mine.suggest')}
        </Switch>
      )}
    </div>
  )
}
