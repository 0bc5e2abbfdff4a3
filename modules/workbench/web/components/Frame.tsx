import './workbench.css'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { communityPath, CommunityMark, useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Door } from '#ui/illustrations.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { VisuallyHidden } from '#ui/Small.tsx'
import { NavTabs } from '#ui/Tabs.tsx'
import { Count } from '#ui/Tag.tsx'
import { countQuery, keys, morningQuery } from '../queries.ts'
import { floors, placeOf, sectionPath } from '../sections.ts'
import { useT } from '../t.ts'

interface Props {
  title: string
  lead?: ReactNode
  acts?: ReactNode
  /** What the screen asks for; moderators who do not manage see only the sections that are theirs. */
  needs?: 'manage' | 'moderate'
  children: (community: CommunityDetail) => ReactNode
}

/** How many cards wait, for the tab: the morning's own list when it is there, else a number asked for itself. */
function useMorningCount(slug: string, communityId: string, mayManage: boolean): number {
  const morning = useQuery({ ...morningQuery(slug), enabled: false }).data
  const counted = useQuery({ ...countQuery(slug), enabled: mayManage && !morning }).data
  useInvalidateOn(`community:${communityId}`, keys.count(slug))
  useInvalidateOn('cardHanded', keys.count(slug), keys.morning(slug))
  useInvalidateOn('cardsChanged', keys.count(slug), keys.morning(slug))
  return morning?.waitingInAll ?? counted?.n ?? 0
}

/** Every screen of the workbench: a place of its own, in the community's colour. */
export function Frame({ title, lead, acts, needs = 'manage', children }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { pathname } = useLocation()
  const community = useCommunity(slug)
  const n = useMorningCount(slug, community?.id ?? '', community?.can.manage ?? false)
  if (!community) return null
  const name = pickText(community.name, language)
  if (!community.can[needs])
    return (
      <Page title={t('title')} place={name}>
        <EmptyState title={t('title')} picture={<Door />}>
          {t(needs === 'manage' ? 'notManager' : 'notModerator')}
        </EmptyState>
      </Page>
    )
  const here = placeOf(slug, pathname)
  const open = floors
    .map(({ key, sections }) => ({
      key,
      sections: sections.filter((section) => community.can.manage || section.moderators),
    }))
    .filter(({ sections }) => sections.length > 0)
  const sections = open.find(({ key }) => key === here.floor)?.sections ?? []
  return (
    <Page title={`${here.section === 'morning' && n > 0 ? `(${n}) ` : ''}${title} · ${name}`} place={name}>
      <div className="workbench-head">
        <PlainLink to={communityPath(slug)} className="workbench-place" exact>
          <ArrowLeft aria-hidden />
          <CommunityMark community={community} size="s" />
          <VisuallyHidden>{t('back')}</VisuallyHidden>
          <span className="truncate">{name}</span>
        </PlainLink>
        {open.length > 1 && (
          <NavTabs label={t('nav.label')} key={here.floor}>
            {open.map(({ key, sections: [first] }) => (
              <PlainLink
                key={key}
                to={sectionPath(slug, first!.key)}
                className="tab"
                exact
                data-selected={key === here.floor || undefined}
                aria-current={key === here.floor ? 'true' : undefined}
              >
                {t(`floor.${key}` as never)}
              </PlainLink>
            ))}
          </NavTabs>
        )}
        <nav className="workbench-sections" aria-label={t('nav.sections')}>
          {sections.map(({ key }) => (
            <PlainLink
              key={key}
              to={sectionPath(slug, key)}
              className="workbench-section"
              exact={key === 'morning'}
            >
              {t(`nav.${key}` as never)}
              {key === 'morning' && n > 0 && <Count value={n} label={t('nav.waiting', { n })} />}
            </PlainLink>
          ))}
        </nav>
      </div>
      <div className="workbench-page" key={pathname}>
        <PageHeader title={title} lead={lead} acts={acts} />
        {children(community)}
      </div>
    </Page>
  )
}
