import { CalendarX, Check, Clock, FileText, Hourglass, MapPin, Repeat, Video } from 'lucide-react'
import type { GatheringCard } from '#modules/gatherings/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link, PlainLink } from '#platform/web/links.tsx'
import { Tag } from '#ui/Tag.tsx'
import { gatheringPath, postPath } from '../paths.ts'
import { useT } from '../t.ts'
import { isOver, useWhen } from '../time.ts'
import '../gatherings.css'

interface Props {
  gathering: GatheringCard
  /** Name of the community beside the place. */
  withCommunity?: boolean
  /** Without the leaf of the day, under the title of a day. */
  plain?: boolean
  level?: 3 | 4
}

/** One gathering in a list: day, hour, place, and what one has answered. */
export function GatheringRow({ gathering, withCommunity, plain, level = 3 }: Props) {
  const t = useT()
  const when = useWhen()
  const { language } = useLanguage()
  const { startsAt, mine, community } = gathering
  const Title = `h${level}` as const
  const there = when.there(gathering)
  const place = [gathering.place, gathering.siteName].filter(Boolean).join(', ')
  const body = (
    <div className="grid min-w-0 gap-1">
      <Title className="m-0 text-[1.0625rem] leading-snug">
        <PlainLink
          to={gatheringPath(gathering.id)}
          className={gathering.isCancelled ? 'line-through hover:underline' : 'hover:underline'}
          lang={gathering.language}
          dir="auto"
        >
          {gathering.title}
        </PlainLink>
      </Title>
      <p className="m-0 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span className="inline-flex items-center gap-1">
          <Clock aria-hidden className="size-4" />
          {when.span(gathering)}
          {there && ` (${there})`}
        </span>
        <span className="inline-flex min-w-0 items-center gap-1">
          {gathering.mode === 'remote' ? (
            <Video aria-hidden className="size-4 shrink-0" />
          ) : (
            <MapPin aria-hidden className="size-4 shrink-0" />
          )}
          <span>
            {gathering.mode === 'remote' ? t('mode.remote') : place || t('mode.onSite')}
            {gathering.mode === 'both' && ` · ${t('mode.remote').toLowerCase()}`}
          </span>
        </span>
        {gathering.isRecurring && (
          <span className="inline-flex items-center gap-1">
            <Repeat aria-hidden className="size-4" />
            {t('mark.repeats')}
          </span>
        )}
      </p>
      {withCommunity && <p className="m-0 text-sm text-muted">{pickText(community.name, language)}</p>}
      <Marks gathering={gathering} mine={mine} />
    </div>
  )
  if (plain) return body
  return (
    <div className="gathering-row">
      <div className="gathering-leaf" aria-label={when.longDay(startsAt)} role="img">
        <span aria-hidden>{when.shortWeekday(startsAt)}</span>
        <span aria-hidden>{when.dayNumber(startsAt)}</span>
        <span aria-hidden>{when.shortDay(startsAt).replace(/[\d\s]|er/g, '')}</span>
      </div>
      {body}
    </div>
  )
}

function Marks({ gathering, mine }: { gathering: GatheringCard; mine: GatheringCard['mine'] }) {
  const t = useT()
  if (gathering.isCancelled)
    return (
      <p className="m-0">
        <Tag tone="bad" icon={<CalendarX aria-hidden />}>
          {t('mark.cancelled')}
        </Tag>
      </p>
    )
  if (isOver(gathering))
    return gathering.minutesPostId ? (
      <p className="m-0 text-sm">
        <FileText aria-hidden className="me-1 inline size-4" />
        <Link to={postPath(gathering.minutesPostId)}>{t('mark.minutes')}</Link>
      </p>
    ) : null
  const isFull = isFullFor(gathering, 'onSite') && isFullFor(gathering, 'remote')
  if (!mine && !gathering.isOrganiser && !isFull) return null
  return (
    <p className="m-0 flex flex-wrap gap-1.5">
      {mine?.attends && (
        <Tag tone="good" icon={<Check aria-hidden />}>
          {t(mine.attends === 'onSite' ? 'mark.comingOnSite' : 'mark.comingRemote')}
        </Tag>
      )}
      {mine?.waitsFor && (
        <Tag tone="warn" icon={<Hourglass aria-hidden />}>
          {t('mark.waiting', { n: String(mine.position ?? 1) })}
        </Tag>
      )}
      {mine?.declined && <Tag>{t('mark.declined')}</Tag>}
      {gathering.isOrganiser && <Tag tone="accent">{t('mark.organiser')}</Tag>}
      {isFull && !mine && <Tag>{t('mark.full')}</Tag>}
    </p>
  )
}

/** No seat of this kind is free, or there are none of it. */
export function isFullFor(
  { mode, seats, coming }: Pick<GatheringCard, 'mode' | 'seats' | 'coming'>,
  kind: 'onSite' | 'remote',
): boolean {
  if (mode !== 'both' && mode !== kind) return true
  const all = seats[kind]
  return all !== null && coming[kind] >= all
}
