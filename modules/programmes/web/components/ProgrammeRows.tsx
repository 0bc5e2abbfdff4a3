import { CalendarClock, Lock } from 'lucide-react'
import { MemberAvatar } from '#modules/people/web/public.ts'
import type { ProgrammeLine } from '#modules/programmes/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Rows } from '#ui/Layout.tsx'
import { Tag } from '#ui/Tag.tsx'
import { programmePath } from '../paths.ts'
import { useT } from '../t.ts'
import { asDate } from '../when.ts'

/** Programmes, each with its phase, who carries it, and the next date. */
export function ProgrammeRows({ label, items }: { label: string; items: readonly ProgrammeLine[] }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <Rows label={label}>
      {items.map((one) => (
        <li key={one.id} className="grid gap-1.5">
          <p className="m-0 flex flex-wrap items-center gap-x-3 gap-y-1">
            <PlainLink
              to={programmePath(one.id)}
              className="text-lg font-semibold hover:underline"
              dir="auto"
            >
              {pickText(one.name, language)}
            </PlainLink>
            <Tag tone={one.state === 'running' ? 'accent' : 'neutral'}>
              {one.state === 'running' ? t(`phase.${one.phase}`) : t('list.isClosed')}
            </Tag>
            {one.visibility === 'circle' && (
              <Tag icon={<Lock aria-hidden />}>{t('visibility.circleShort')}</Tag>
            )}
          </p>
          {one.vision && (
            <p className="m-0 line-clamp-2" dir="auto">
              {one.vision}
            </p>
          )}
          <p className="m-0 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
            {one.sponsor && (
              <span className="inline-flex items-center gap-1.5">
                <MemberAvatar member={one.sponsor} size="s" />
                {t('list.sponsor', { name: one.sponsor.displayName })}
              </span>
            )}
            {one.leader && <span>{t('list.leader', { name: one.leader.displayName })}</span>}
            {one.closedAt && <span>{t('list.closedOn', { on: new Date(one.closedAt) })}</span>}
            {one.state === 'running' && one.next && (
              <span className="inline-flex items-center gap-1.5">
                <CalendarClock aria-hidden className="size-4" />
                {t('list.next', { on: asDate(one.next.on), what: one.next.title })}
              </span>
            )}
          </p>
        </li>
      ))}
    </Rows>
  )
}
