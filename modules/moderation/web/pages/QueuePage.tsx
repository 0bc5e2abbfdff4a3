import '../components/moderation.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ScrollText, UserPlus } from 'lucide-react'
import { settingsPath } from '#modules/communities/web/public.ts'
import { Frame } from '#modules/workbench/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Notice, Rows } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { CaseRow } from '../components/CaseRow.tsx'
import { ExamplesPart } from '../components/ExamplesPart.tsx'
import { TemplatesPart } from '../components/TemplatesPart.tsx'
import { casePath, queuePath, yearPath } from '../paths.ts'
import { historyQuery, keys, queueQuery } from '../queries.ts'
import type { QueuePart } from '../routes.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Moderation of one community: what waits, what was decided, the texts to begin with, the cases to learn from. */
export function QueuePage() {
  const t = useT()
  const navigate = useNavigate()
  const { part = 'open' } = useSearch({ strict: false }) as { part?: QueuePart }
  return (
    <Frame needs="moderate" title={t('queue.title')} lead={t('queue.lead')}>
      {({ slug, id, can }) => (
        <>
          <Tabs
            label={t('queue.tabs')}
            selected={part}
            onSelect={(next) =>
              void navigate({
                to: queuePath(slug),
                search: (next === 'open' ? {} : { part: next }) as never,
                replace: true,
              })
            }
            tabs={[
              {
                id: 'open',
                label: t('queue.open'),
                content: <OpenPart slug={slug} communityId={id} canManage={can.manage} />,
              },
              { id: 'history', label: t('queue.history'), content: <HistoryPart slug={slug} /> },
              { id: 'texts', label: t('queue.texts'), content: <TemplatesPart slug={slug} /> },
              { id: 'charter', label: t('queue.charter'), content: <ExamplesPart slug={slug} /> },
            ]}
          />
        </>
      )}
    </Frame>
  )
}

function OpenPart({
  slug,
  communityId,
  canManage,
}: {
  slug: string
  communityId: string
  canManage: boolean
}) {
  const t = useT()
  const { data, error, refetch } = useQuery(queueQuery(slug))
  useInvalidateOn(`community:${communityId}`, keys.queue(slug))
  const review = useAct<void>(
    () => api('PUT /api/v1/communities/:community/charter/review', { params: { community: slug } }),
    t('queue.reviewed'),
  )
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  return (
    <div className="grid gap-5">
      {data.isAlone && (
        <Notice tone="warn" icon={<UserPlus aria-hidden />} title={t('queue.alone')}>
          <p>{t('queue.aloneHint')}</p>
          {canManage && (
            <p className="pt-2">
              <ButtonLink to={settingsPath(slug, 'people')} size="small">
                {t('queue.findSecond')}
              </ButtonLink>
            </p>
          )}
        </Notice>
      )}
      {data.charterToReview && canManage && (
        <Notice icon={<ScrollText aria-hidden />} title={t('queue.review')}>
          <p>{t('queue.reviewHint')}</p>
          <p className="flex flex-wrap gap-2 pt-2">
            <ButtonLink to={settingsPath(slug, 'charter')} size="small">
              {t('queue.reread')}
            </ButtonLink>
            <Button size="small" look="quiet" isPending={review.isPending} onPress={() => review.run()}>
              {t('queue.unchanged')}
            </Button>
          </p>
        </Notice>
      )}
      {data.items.length === 0 ? (
        <EmptyState
          title={t('queue.empty')}
          picture={<Bench />}
          acts={<ButtonLink to={yearPath(slug)}>{t('queue.report')}</ButtonLink>}
        >
          {t('queue.emptyHint')}
        </EmptyState>
      ) : (
        <>
          <Rows label={t('queue.open')}>
            {data.items.map((file) => (
              <CaseRow key={file.id} file={file} to={casePath(slug, file.id)} />
            ))}
          </Rows>
          <p>
            <Link to={yearPath(slug)}>{t('queue.report')}</Link>
          </p>
        </>
      )}
    </div>
  )
}

function HistoryPart({ slug }: { slug: string }) {
  const t = useT()
  const query = useInfiniteQuery(historyQuery(slug))
  const items = query.data?.pages.flatMap((page) => page.items)
  if (query.error && !items)
    return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  if (!items) return <SkeletonRows rows={4} />
  if (items.length === 0)
    return <EmptyState title={t('queue.noHistory')}>{t('queue.noHistoryHint')}</EmptyState>
  return (
    <div className="grid gap-3">
      <p className="text-muted">{t('queue.historyHint')}</p>
      <Rows label={t('queue.history')}>
        {items.map((file) => (
          <CaseRow key={file.id} file={file} to={casePath(slug, file.id)} />
        ))}
      </Rows>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </div>
  )
}
