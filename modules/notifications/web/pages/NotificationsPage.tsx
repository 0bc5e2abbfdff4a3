import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CheckCheck, Settings } from 'lucide-react'
import type { Notice } from '#modules/notifications/contract.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { markRead } from '../acts.ts'
import { NoticeRow } from '../components/NoticeRow.tsx'
import { homePath, notificationSettingsPath, notificationsPath } from '../paths.ts'
import { countQuery, noticesQuery } from '../queries.ts'
import type { Show } from '../queries.ts'
import { useT } from '../t.ts'

const shows = ['all', 'unread', 'needsYou'] as const
const day = 86_400_000

/** What is addressed to me, by conversation, newest first. */
export function NotificationsPage() {
  const t = useT()
  const navigate = useNavigate()
  const onError = useErrorToast(t)
  const show: Show = (useSearch({ strict: false }) as { show?: Show }).show ?? 'all'
  const count = useQuery(countQuery)
  const markAll = () =>
    void markRead({ all: true })
      .then(() => toast(t('list.allRead')))
      .catch(onError)
  return (
    <Page title={t('title')}>
      <PageHeader
        title={t('title')}
        lead={t('list.lead')}
        acts={
          <>
            <ButtonLink to={notificationSettingsPath} look="quiet" size="small">
              <Settings aria-hidden />
              {t('list.settings')}
            </ButtonLink>
            {(count.data?.unread ?? 0) > 0 && (
              <Button size="small" onPress={markAll}>
                <CheckCheck aria-hidden />
                {t('list.markAll')}
              </Button>
            )}
          </>
        }
      />
      <div className="pb-4">
        <FilterChips
          label={t('list.show.label')}
          selected={[show]}
          options={shows.map((id) => ({ id, label: t(`list.show.${id}`) }))}
          onSelect={([id]) =>
            void navigate({
              href: id && id !== 'all' ? `${notificationsPath}?show=${id}` : notificationsPath,
              replace: true,
            })
          }
        />
      </div>
      <NoticeList show={show} />
    </Page>
  )
}

function NoticeList({ show }: { show: Show }) {
  const t = useT()
  const { language } = useLanguage()
  const list = useInfiniteQuery(noticesQuery(show, language))
  if (list.isError && !list.data)
    return <ErrorView error={list.error} t={t} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonRows rows={6} />
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0 && !list.hasNextPage) return <Nothing show={show} />
  const groups = Object.entries(Object.groupBy(items, periodOf)) as [Period, Notice[]][]
  return (
    <div className="grid gap-6">
      {groups.map(([period, some]) => (
        <section key={period} aria-labelledby={`period-${period}`}>
          <h2 id={`period-${period}`} className="pb-1 text-[1.1875rem]">
            {t(`list.${period}`)}
          </h2>
          <ul className="rows" aria-label={t('list.label')}>
            {some.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </ul>
        </section>
      ))}
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
    </div>
  )
}

type Period = 'today' | 'week' | 'earlier'
function periodOf({ at }: Notice): Period {
  const midnight = new Date().setHours(0, 0, 0, 0)
  const time = Date.parse(at)
  if (time >= midnight) return 'today'
  return time >= midnight - 6 * day ? 'week' : 'earlier'
}

function Nothing({ show }: { show: Show }) {
  const t = useT()
  const words = show === 'all' ? ('empty' as const) : ('emptyUnread' as const)
  return (
    <EmptyState
      title={t(`list.${words}.title`)}
      picture={<Bench />}
      acts={<ButtonLink to={homePath}>{t('list.home')}</ButtonLink>}
    >
      {t(`list.${words}.text`)}
    </EmptyState>
  )
}
