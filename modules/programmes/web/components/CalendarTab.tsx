import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarPlus, ChevronLeft, ChevronRight, Download } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Card, Programme } from '#modules/programmes/contract.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { dateFormat } from '#ui/date-format.ts'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { gatheringPath } from '../paths.ts'
import { calendarQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { asDate, daysFrom, localToday, spanOf, turn } from '../when.ts'
import { StateMark } from './BoardColumn.tsx'
import { CardActs } from './CardActs.tsx'

const CardDialog = lazy(() => import('./CardDialog.tsx'))

type Things = { cards: Card[]; gatherings: { id: string; title: string; on: string; isCancelled: boolean }[] }

/** Messages, trainings, actions and gatherings: a month as a grid or as a list. */
export default function CalendarTab({ programme }: { programme: Programme }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const search: { tab?: string; on?: string; view?: string } = useSearch({ strict: false })
  const month = /^\d{4}-\d{2}$/.test(search.on ?? '') ? search.on! : localToday().slice(0, 7)
  const view = search.view === 'list' ? 'list' : 'month'
  const span = spanOf(month)
  const { data, error, refetch } = useQuery(calendarQuery(programme.id, span.from, span.to))
  const [adding, setAdding] = useState<string>()
  const go = (to: { on?: string; view?: string }) =>
    void navigate({ to: '.', search: { ...search, tab: 'calendar', ...to } as never, resetScroll: false })
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  return (
    <>
      <div className="programme-bar">
        <h2 aria-live="polite">
          {dateFormat(language, { month: 'long', year: 'numeric' }).format(asDate(`${month}-15`))}
        </h2>
        <div className="max-md:hidden">
          <FilterChips
            label={t('calendar.view')}
            options={(['month', 'list'] as const).map((id) => ({ id, label: t(`calendar.${id}`) }))}
            selected={[view]}
            onSelect={([id]) => id && go({ view: id })}
          />
        </div>
        <span className="flex gap-1">
          <Button
            icon
            size="small"
            aria-label={t('calendar.previous')}
            onPress={() => go({ on: turn(month, -1) })}
          >
            <ChevronLeft aria-hidden />
          </Button>
          <Button size="small" onPress={() => go({ on: localToday().slice(0, 7) })}>
            {t('calendar.today')}
          </Button>
          <Button
            icon
            size="small"
            aria-label={t('calendar.next')}
            onPress={() => go({ on: turn(month, 1) })}
          >
            <ChevronRight aria-hidden />
          </Button>
        </span>
        <LinkButton size="small" href={`/api/v1/programmes/${programme.id}/calendar.ics`} download>
          <Download aria-hidden />
          {t('calendar.file')}
        </LinkButton>
        {programme.can.lead && (
          <Button look="primary" size="small" onPress={() => setAdding(localToday())}>
            <CalendarPlus aria-hidden />
            {t('card.add.message')}
          </Button>
        )}
      </div>
      {!data ? (
        <SkeletonRows rows={8} />
      ) : view === 'month' ? (
        <>
          <MonthGrid programme={programme} things={data} month={month} span={span} onAdd={setAdding} />
          {/* A phone has no room for seven columns: the same month as a list. */}
          <div className="md:hidden">
            <MonthList programme={programme} things={data} month={month} />
          </div>
        </>
      ) : (
        <MonthList programme={programme} things={data} month={month} />
      )}
      {data && data.undated.length > 0 && (
        <Section title={t('calendar.undated')}>
          <Rows label={t('calendar.undated')}>
            {data.undated.map((card) => (
              <Line key={card.id} programme={programme} card={card} />
            ))}
          </Rows>
        </Section>
      )}
      {adding && (
        <Suspense>
          <CardDialog programme={programme} kind="message" on={adding} onClose={() => setAdding(undefined)} />
        </Suspense>
      )}
    </>
  )
}

function MonthGrid({
  programme,
  things,
  month,
  span,
  onAdd,
}: {
  programme: Programme
  things: Things
  month: string
  span: { from: string; to: string }
  onAdd: (day: string) => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const weekday = (style: 'short' | 'long', day: string) =>
    dateFormat(language, { weekday: style }).format(asDate(day))
  const weeks = Math.round((Date.parse(span.to) - Date.parse(span.from)) / 86_400_000 / 7)
  const today = localToday()
  return (
    <table className="programme-grid max-md:hidden">
      <caption className="sr-only">{t('tabs.calendar')}</caption>
      <thead>
        <tr>
          {daysFrom(span.from, 7).map((day) => (
            <th key={day} scope="col">
              <span aria-hidden>{weekday('short', day)}</span>
              <span className="sr-only">{weekday('long', day)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: weeks }, (_, week) => (
          <tr key={week}>
            {daysFrom(span.from, weeks * 7)
              .slice(week * 7, week * 7 + 7)
              .map((day) => (
                <td
                  key={day}
                  data-today={day === today ? '' : undefined}
                  data-outside={day.startsWith(month) ? undefined : ''}
                >
                  {programme.can.lead ? (
                    <button type="button" className="programme-day" onClick={() => onAdd(day)}>
                      <span aria-hidden>{Number(day.slice(8))}</span>
                      <span className="sr-only">{t('calendar.addOn', { on: asDate(day) })}</span>
                    </button>
                  ) : (
                    <span className="programme-day">{Number(day.slice(8))}</span>
                  )}
                  <ul className="programme-things">
                    {things.cards
                      .filter(({ on }) => on === day)
                      .map((card) => (
                        <li key={card.id} data-kind={card.kind} data-state={card.state} dir="auto">
                          <small>
                            {card.channel ? t(`channel.${card.channel}`) : t(`kind.${card.kind}`)}
                          </small>
                          {card.title}
                        </li>
                      ))}
                    {things.gatherings
                      .filter(({ on }) => on === day)
                      .map((one) => (
                        <li key={one.id} data-kind="gathering" dir="auto">
                          <small>{t('calendar.gathering')}</small>
                          <Link to={gatheringPath(one.id)}>{one.title}</Link>
                        </li>
                      ))}
                  </ul>
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MonthList({ programme, things, month }: { programme: Programme; things: Things; month: string }) {
  const t = useT()
  const cards = things.cards.filter(({ on }) => on?.startsWith(month))
  const gatherings = things.gatherings.filter(({ on }) => on.startsWith(month))
  const days = [...new Set([...cards.map(({ on }) => on!), ...gatherings.map(({ on }) => on)])].toSorted()
  if (days.length === 0) return <p className="py-4 text-muted">{t('calendar.nothing')}</p>
  return (
    <Rows label={t('tabs.calendar')}>
      {days.flatMap((day) => [
        ...cards
          .filter(({ on }) => on === day)
          .map((card) => <Line key={card.id} programme={programme} card={card} />),
        ...gatherings
          .filter(({ on }) => on === day)
          .map((one) => (
            <li key={one.id}>
              <span className="block text-sm text-muted">
                {t('day', { on: asDate(day) })} · {t('calendar.gathering')}
                {one.isCancelled && ` · ${t('calendar.cancelled')}`}
              </span>
              <Link to={gatheringPath(one.id)} dir="auto">
                {one.title}
              </Link>
            </li>
          )),
      ])}
    </Rows>
  )
}

function Line({ programme, card }: { programme: Programme; card: Card }) {
  const t = useT()
  return (
    <li className="flex items-start justify-between gap-3">
      <div className="grid min-w-0 gap-0.5">
        <span className="text-sm text-muted">
          {[
            card.on && t('day', { on: asDate(card.on) }),
            t(`kind.${card.kind}`),
            card.channel && t(`channel.${card.channel}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="font-semibold" dir="auto">
          {card.title}
        </span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span dir="auto">{t('calendar.for', { who: card.population?.name ?? t('card.everybody') })}</span>
          {(card.who ?? card.owner?.displayName) && (
            <span dir="auto">{t('calendar.by', { who: card.who ?? card.owner?.displayName ?? '' })}</span>
          )}
          {card.places && <span>{t('calendar.places', { n: card.places })}</span>}
          {card.state !== 'open' && <StateMark card={card} />}
        </span>
      </div>
      {programme.can.lead && <CardActs programme={programme} card={card} />}
    </li>
  )
}
