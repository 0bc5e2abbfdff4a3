import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarRange, ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { useSession } from '#platform/web/session.ts'
import { Button } from '#ui/Button.tsx'
import { dateFormat } from '#ui/date-format.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Notice } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { asDate, daysFrom, localToday, spanOf, turn, useIsPhone } from '../days.ts'
import { calendarPath, siteCalendarsPath } from '../paths.ts'
import type { CalendarView } from '../paths.ts'
import { calendarQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { GridView } from './GridView.tsx'
import { ListView } from './ListView.tsx'
import { RelaunchCard } from './RelaunchCard.tsx'

// The fields of a day weigh as much as the calendar itself.
const SlotDialog = lazy(() => import('./SlotDialog.tsx'))
const NewSlotDialog = lazy(() => import('./NewSlotDialog.tsx'))

const views = ['month', 'week', 'list'] as const

/** Month, week or list; what is open and shown stands in the address. */
export function CalendarPart({ slug }: { slug: string }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const isAdministrator = useSession().member?.isAdministrator
  const isPhone = useIsPhone()
  const search: { view?: string; on?: string; slot?: string } = useSearch({ strict: false })
  const view = views.find((one) => one === search.view) ?? (isPhone ? 'list' : 'month')
  const day = /^\d{4}-\d{2}-\d{2}$/.test(search.on ?? '') ? search.on! : localToday()
  const span = spanOf(view, day)
  const { data, error, refetch } = useQuery(calendarQuery(slug, span.from, span.to))
  const [adding, setAdding] = useState<string | null>(null)
  const go = (to: { view?: CalendarView; on?: string; slot?: string | undefined }) =>
    void navigate({
      to: '.',
      search: Object.fromEntries(
        Object.entries({ ...search, ...to }).filter(([, value]) => value !== undefined),
      ) as never,
      resetScroll: false,
    })
  const move = useAct(
    ({ slotId, on }: { slotId: string; on: string; title: string }) =>
      api('PUT /api/v1/communities/:community/slots/:slotId', {
        params: { community: slug, slotId },
        body: { on },
      }),
    ({ title, on }) => t('moved', { title, day: asDate(on) }),
  )
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  const weeks = daysFrom(span.from, 60).findIndex((one) => one > span.to) / 7
  const heading =
    view === 'month'
      ? dateFormat(language, { month: 'long', year: 'numeric' }).format(asDate(`${day.slice(0, 7)}-15`))
      : t('fromTo', { from: asDate(span.from), to: asDate(span.to) })
  const onOpen = (slot: string) => go({ slot })
  const isEmpty = data && data.slots.length === 0 && view !== 'week'
  return (
    <>
      <div className="calendar-bar">
        <Button
          look="primary"
          size="small"
          onPress={() => setAdding(span.from > localToday() ? span.from : localToday())}
        >
          <Plus aria-hidden />
          {t('add')}
        </Button>
        <h2 aria-live="polite">{heading}</h2>
        <FilterChips
          label={t('view.label')}
          options={views.map((id) => ({ id, label: t(`view.${id}`) }))}
          selected={[view]}
          onSelect={([id]) => id && go({ view: id as CalendarView, on: day })}
        />
        <span className="flex gap-1">
          <ButtonLink
            to={calendarPath(slug, { view, on: turn(view, day, -1) })}
            icon
            size="small"
            aria-label={t(`previous.${view}`)}
          >
            <ChevronLeft aria-hidden />
          </ButtonLink>
          <ButtonLink to={calendarPath(slug, { view, on: localToday() })} size="small">
            {t('today')}
          </ButtonLink>
          <ButtonLink
            to={calendarPath(slug, { view, on: turn(view, day, 1) })}
            icon
            size="small"
            aria-label={t(`next.${view}`)}
          >
            <ChevronRight aria-hidden />
          </ButtonLink>
        </span>
      </div>
      {!data ? (
        <SkeletonRows rows={8} />
      ) : (
        <>
          {data.season && (
            <Notice icon={<CalendarRange aria-hidden />} title={t('season')}>
              {pickText(data.season, language)}
            </Notice>
          )}
          {data.relaunches.map((relaunch) => (
            <RelaunchCard key={relaunch.key} slug={slug} relaunch={relaunch} />
          ))}
          {isEmpty && (
            <EmptyState title={t('emptyTitle')} picture={<Bench />}>
              {t('emptyHint')}
            </EmptyState>
          )}
          {view === 'list' ? (
            <ListView calendar={data} from={span.from} weeks={weeks} onOpen={onOpen} onAdd={setAdding} />
          ) : (
            <div className="overflow-x-auto">
              <GridView
                calendar={data}
                view={view}
                from={span.from}
                weeks={weeks}
                month={day.slice(0, 7)}
                onOpen={onOpen}
                onAdd={setAdding}
                onMove={(slotId, on) => {
                  const slot = data.slots.find(({ id }) => id === slotId)
                  if (slot && slot.on !== on) move.run({ slotId, on, title: slot.title })
                }}
              />
            </div>
          )}
          <p className="pt-3 text-sm text-muted">
            {view !== 'list' && `${t('dragHint')} `}
            {t(`zone.${data.zone}`)}{' '}
            {isAdministrator && <Link to={siteCalendarsPath}>{t('chooseZone')}</Link>}
          </p>
        </>
      )}
      <Suspense fallback={null}>
        {adding && <NewSlotDialog slug={slug} day={adding} onClose={() => setAdding(null)} />}
        {search.slot && data && (
          <SlotDialog
            key={search.slot}
            slug={slug}
            slot={data.slots.find(({ id }) => id === search.slot)}
            bands={data.bands}
            onClose={() => go({ slot: undefined })}
          />
        )}
      </Suspense>
    </>
  )
}
