import './workbench.css'
import { useLocation, useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { communityPath, CommunityMark, useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink, TabLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Door } from '#ui/illustrations.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { VisuallyHidden } from '#ui/Small.tsx'
import { NavTabs } from '#ui/Tabs.tsx'
import {
  expertsPath,
  figuresPath,
  mailingsPath,
  moderationPath,
  morningPath,
  pagesPath,
  rescuePath,
  welcomePath,
} from '../paths.ts'
import { useT } from '../t.ts'

interface Props {
  title: string
  lead?: ReactNode
  acts?: ReactNode
  /** What the screen asks for; moderators who do not manage see only the sections that are theirs. */
  needs?: 'manage' | 'moderate'
  children: (community: CommunityDetail) => ReactNode
}

/** Every screen of the workbench: a place of its own, in the community's colour. */
export function Frame({ title, lead, acts, needs = 'manage', children }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { pathname } = useLocation()
  const community = useCommunity(slug)
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
  const moderation = <TabLink to={moderationPath(slug)}>{t('nav.moderation')}</TabLink>
  return (
    <Page title={`${title} · ${name}`} place={name}>
      <div className="workbench-head">
        <PlainLink to={communityPath(slug)} className="workbench-place" exact>
          <ArrowLeft aria-hidden />
          <CommunityMark community={community} size="s" />
          <VisuallyHidden>{t('back')}</VisuallyHidden>
          <span className="truncate">{name}</span>
        </PlainLink>
        <NavTabs label={t('nav.label')}>
          {community.can.manage ? (
            <>
              <TabLink to={morningPath(slug)} exact>
                {t('nav.morning')}
              </TabLink>
              <TabLink to={rescuePath(slug)}>{t('nav.rescue')}</TabLink>
              <TabLink to={welcomePath(slug)}>{t('nav.welcome')}</TabLink>
              <TabLink to={pagesPath(slug)}>{t('nav.pages')}</TabLink>
              <TabLink to={expertsPath(slug)}>{t('nav.experts')}</TabLink>
              {moderation}
              <TabLink to={mailingsPath(slug)}>{t('nav.mailings')}</TabLink>
              <TabLink to={figuresPath(slug)}>{t('nav.figures')}</TabLink>
            </>
          ) : (
            moderation
          )}
        </NavTabs>
      </div>
      <div className="workbench-page" key={pathname}>
        <PageHeader title={title} lead={lead} acts={acts} />
        {children(community)}
      </div>
    </Page>
  )
}
