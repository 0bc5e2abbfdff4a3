import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarPlus, ChevronLeft, ChevronRight } from 'lucide-react'
import { useMyCommunities, communitiesPath } from '#modules/communities/web/public.ts'
import type { GatheringCard } from '#modules/gatherings/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Rows } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { GatheringRow } from '../components/GatheringRow.tsx'
import { MonthGrid } from '../components/MonthGrid.tsx'
import { agendaPath, myCalendarPath } from '../paths.ts'
import { agendaQuery, flat } from '../queries.ts'
import { useT } from '../t.ts'
import { dayIn, todayIn, useWhen } from '../time.ts'

interface Search {
  scope?: string
  view?: string
  month?: string
  community?: string
  mode?: string
  day?: string
}

const dayMs = 86_400_000

/** What one attends, or all that one's communities hold: by day, or over a month. */
export function AgendaPage() {
  const t = useT()
  const when = useWhen()
  const navigate = useNavigate()
  const { language } = useLanguage()
  const search = useSearch({ strict: false }) as Search
  const communities = useMyCommunities()
  const scope = search.scope === 'mine' ? 'mine' : 'communities'
  const isMonth = search.view === 'month'
  const today = todayIn(when.zone)
  const month = isMonth && /^\d{4}-\d{2}$/.test(search.month ?? '') ? search.month! : today.slice(0, 7)
  const community = communities.find((one) => one.slug === search.community)?.id
  const mode = search.mode === 'onSite' || search.mode === 'remote' ? search.mode : undefined
  // Whole days, wide enough for every zone: what lies beside is left out where days are made.
  const from = isMonth
    ? Date.parse(`${month}-01T00:00:00Z`) - 8 * dayMs
    : Date.parse(`${today}T00:00:00Z`) - dayMs / 2
  const query = useInfiniteQuery(
    agendaQuery({
      from: new Date(from).toISOString(),
      to: new Date(from + (isMonth ? 48 : 92) * dayMs).toISOString(),
      scope,
      community,
      mode,
    }),
  )
  const all = flat(query.data)
  const items = isMonth ? all : all.filter((one) => dayIn(one.endsAt, when.zone) >= today)
  const go = (change: Search) => {
    const next = { ...search, ...change }
    const text = new URLSearchParams(
      Object.entries(next).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
      ),
    ).toString()
    void navigate({ href: text ? `${agendaPath}?${text}` : agendaPath, replace: true })
  }
  return (
    <Page title={t('agenda.title')}>
      <PageHeader
        title={t('agenda.title')}
        lead={t('agenda.lead')}
        acts={
          <ButtonLink to={myCalendarPath}>
            <CalendarPlus aria-hidden />
            {t('agenda.calendar')}
          </ButtonLink>
        }
      />
      <div className="grid gap-3 pb-4">
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          <FilterChips
            label={t('agenda.scope')}
            selected={[scope]}
            onSelect={([id]) => go({ scope: id === 'mine' ? 'mine' : '' })}
            options={[
              { id: 'communities', label: t('agenda.communities') },
              { id: 'mine', label: t('agenda.mine') },
            ]}
          />
          <FilterChips
            label={t('agenda.view')}
            selected={[isMonth ? 'month' : 'list']}
            onSelect={([id]) => go({ view: id === 'month' ? 'month' : '', month: '', day: '' })}
            options={[
              { id: 'list', label: t('agenda.list') },
              { id: 'month', label: t('agenda.month') },
            ]}
          />
        </div>
        <div className="grid max-w-[32rem] grid-cols-2 gap-4">
          <Select
            label={t('agenda.community')}
            value={search.community ?? 'all'}
            onChange={(id) => go({ community: id === 'all' ? '' : id })}
            options={[
              { id: 'all', label: t('agenda.allCommunities') },
              ...communities.map((one) => ({
                id: one.slug,
                label: pickText(one.name, language),
              })),
            ]}
          />
          <Select
            label={t('agenda.mode')}
            value={mode ?? 'any'}
            onChange={(id) => go({ mode: id === 'any' ? '' : id })}
            options={[
              { id: 'any', label: t('agenda.anyMode') },
              { id: 'onSite', label: t('mode.onSite') },
              { id: 'remote', label: t('mode.remote') },
            ]}
          />
        </div>
      </div>
      {query.error ? (
        <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <SkeletonRows rows={6} />
      ) : isMonth ? (
        <>
          <MonthBar month={month} onGo={(next) => go({ month: next, day: '' })} />
          <MonthGrid month={month} items={items} selected={search.day} onSelect={(day) => go({ day })} />
        </>
      ) : items.length === 0 ? (
        <EmptyState
          title={t(scope === 'mine' ? 'agenda.none' : 'agenda.noneHere')}
          picture={<Yard />}
          acts={<ButtonLink to={communitiesPath}>{t('agenda.seeCommunities')}</ButtonLink>}
        >
          {t(scope === 'mine' ? 'agenda.noneHint' : 'agenda.noneHereHint')}
        </EmptyState>
      ) : (
        <Days items={items} today={today} />
      )}
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </Page>
  )
}

function Days({ items, today }: { items: readonly GatheringCard[]; today: string }) {
  const t = useT()
  const when = useWhen()
  const days = Map.groupBy(items, (one) => {
    const day = dayIn(one.startsAt, when.zone)
    return day < today ? today : day
  })
  const tomorrow = dayIn(new Date(Date.parse(`${today}T12:00:00Z`) + dayMs), 'UTC')
  return [...days].map(([day, list]) => {
    const name = when.wallDay(`${day}T00:00`)
    return (
      <section key={day} aria-labelledby={`day-${day}`} className="pb-5">
        <h2 id={`day-${day}`} className="text-[1.1875rem] first-letter:uppercase">
          {day === today
            ? `${t('when.today')}, ${name}`
            : day === tomorrow
              ? `${t('when.tomorrow')}, ${name}`
              : name}
        </h2>
        <Rows>
          {list.map((one) => (
            <li key={one.id} data-accent={one.community.accent}>
              <GatheringRow gathering={one} withCommunity plain />
            </li>
          ))}
        </Rows>
      </section>
    )
  })
}

const shift = (month: string, by: number): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by, 1)).toISOString().slice(0, 7)

function MonthBar({ month, onGo }: { month: string; onGo: (month: string) => void }) {
  const t = useT()
  const when = useWhen()
  return (
    <div className="flex items-center gap-2 pb-3">
      <h2 className="m-0 grow text-[1.1875rem] first-letter:uppercase">
        {when.month(`${month}-15T12:00:00Z`)}
      </h2>
      <Button icon look="quiet" aria-label={t('agenda.before')} onPress={() => onGo(shift(month, -1))}>
        <ChevronLeft aria-hidden />
      </Button>
      <Button size="small" onPress={() => onGo('')}>
        {t('agenda.today')}
      </Button>
      <Button icon look="quiet" aria-label={t('agenda.after')} onPress={() => onGo(shift(month, 1))}>
        <ChevronRight aria-hidden />
      </Button>
    </div>
  )
}
