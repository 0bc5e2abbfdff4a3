import type { ReactNode } from 'react'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import type { Farewell } from '#modules/lifecycle/contract.ts'
import { useT } from '../t.ts'
import { useDay } from '../use-day.ts'

/** The closing page: why, thanks, where to go, what goes on elsewhere. */
export function FarewellView({ farewell }: { farewell: Farewell }) {
  const t = useT()
  const day = useDay()
  const format = useFormat()
  const rolesOf = (one: Farewell['thanked'][number]) =>
    format.list([
      ...one.roles.map((role) => t(`care.roles.${role}`)),
      ...(one.pages > 0 ? [t('farewell.pages', { n: one.pages })] : []),
    ])
  return (
    <Section
      title={t('farewell.title')}
      hint={
        farewell.archivedAt
          ? `${t('farewell.closed', { date: new Date(farewell.archivedAt) })}. ${t('farewell.readOnly')}`
          : `${t('farewell.closes', { date: day(farewell.closesOn) })}.`
      }
    >
      <div className="grid gap-5">
        <Words title={t('farewell.why')}>{farewell.reason}</Words>
        <Words title={t('farewell.where')}>{farewell.whereNext}</Words>
        <Words title={t('farewell.last')}>
          {farewell.lastEvent &&
            [farewell.lastEvent, farewell.lastEventOn && day(farewell.lastEventOn)]
              .filter(Boolean)
              .join(', ')}
        </Words>
        {(farewell.thanks || farewell.thanked.length > 0) && (
          <div className="grid gap-2">
            <h3>{t('farewell.thanks')}</h3>
            {farewell.thanks && (
              <p className="max-w-[42rem] font-title text-xl whitespace-pre-line" dir="auto">
                {farewell.thanks}
              </p>
            )}
            <Rows label={t('farewell.thanked')}>
              {farewell.thanked.map((one) => (
                <li key={one.member.id} className="flex items-center gap-3">
                  <MemberAvatar member={one.member} size="s" />
                  <MemberLink member={one.member} />
                  <span className="text-sm text-muted">{rolesOf(one)}</span>
                </li>
              ))}
            </Rows>
          </div>
        )}
        {farewell.moved.length > 0 && (
          <div>
            <h3>{t('farewell.moved')}</h3>
            <Rows label={t('farewell.moved')}>
              {farewell.moved.map((page) => (
                <li key={page.pageId}>
                  <Link to={`/pages/${page.pageId}`} dir="auto">
                    {page.title}
                  </Link>{' '}
                  <span className="text-sm text-muted">
                    <CommunityLink community={page.to} />
                  </span>
                </li>
              ))}
            </Rows>
          </div>
        )}
        <Words title={t('farewell.lessons')}>{farewell.lessons}</Words>
        <Words title={t('farewell.reopening')}>{farewell.reopening}</Words>
      </div>
    </Section>
  )
}

const Words = ({ title, children }: { title: string; children: ReactNode }) =>
  children ? (
    <div>
      <h3>{title}</h3>
      <p className="max-w-[42rem] whitespace-pre-line" dir="auto">
        {children}
      </p>
    </div>
  ) : null
