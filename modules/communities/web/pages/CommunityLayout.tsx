import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useParams } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { kindPresets } from '#modules/communities/kinds.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { TabLink } from '#platform/web/links.tsx'
import { Page, RightRail } from '#platform/web/Page.tsx'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { pickText } from '#platform/shared/local-text.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Door } from '#ui/illustrations.tsx'
import { NavTabs } from '#ui/Tabs.tsx'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import {
  aboutPath,
  communityPath,
  gatheringsPath,
  membersPath,
  pagesPath,
  questionsPath,
  workbenchPath,
} from '../paths.ts'
import { communityQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'
import { CharterArticles } from '../components/CharterArticles.tsx'
import { CommunityHeader } from '../components/CommunityHeader.tsx'
import { ReasonRail } from '../components/ReasonRail.tsx'

const pathOf = {
  conversations: communityPath,
  questions: questionsPath,
  pages: pagesPath,
  gatherings: gatheringsPath,
  members: membersPath,
  about: aboutPath,
  board: (slug: string) => `${communityPath(slug)}/board`,
  programme: (slug: string) => `${communityPath(slug)}/programme`,
  decisions: (slug: string) => `${communityPath(slug)}/decisions`,
}

/** The frame of one community: header, sections in the order of its kind, the reason to be here. Sections hang below it. */
export function CommunityLayout() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { pathname } = useLocation()
  const { data: community, error, refetch } = useQuery(communityQuery(slug))
  useInvalidateOn(`community:${community?.id ?? ''}`, keys.one(slug))
  if (error && !community)
    return (
      <Page title={t('list.title')}>
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      </Page>
    )
  if (!community) return <SkeletonPage />
  const name = pickText(community.name, language)
  // The workbench and the settings are places of their own, in the community's colour.
  const isOwnPlace = /\/(workbench|settings)(\/|$)/.test(pathname)
  return (
    <div data-accent={community.accent}>
      {isOwnPlace ? (
        <Outlet />
      ) : (
        <>
          <CommunityHeader community={community} />
          {community.can.read ? (
            <>
              <Sections community={community} />
              <div className="pt-5">
                <Outlet />
              </div>
            </>
          ) : (
            <Page title={name}>
              <Threshold community={community} />
            </Page>
          )}
          <RightRail>
            <ReasonRail community={community} />
          </RightRail>
        </>
      )}
    </div>
  )
}

function Sections({ community }: { community: CommunityDetail }) {
  const t = useT()
  return (
    <NavTabs label={t('header.tabs')}>
      {kindPresets[community.kind].sections.map((section) => (
        <TabLink key={section} to={pathOf[section](community.slug)} exact>
          {t(`sections.${section}`)}
        </TabLink>
      ))}
      {community.can.manage && (
        <TabLink to={workbenchPath(community.slug)}>{t('sections.workbench')}</TabLink>
      )}
    </NavTabs>
  )
}

/** What stands before the door of a closed community: how to come in, and the charter. */
function Threshold({ community }: { community: CommunityDetail }) {
  const t = useT()
  return (
    <div className="grid gap-8 border-t border-line pt-6">
      <EmptyState title={t('join.closedTitle')} picture={<Door />}>
        {community.can.joinWay === 'ask' ? (
          t('join.closedHint')
        ) : (
          <span className="inline-flex items-center gap-1">
            <Lock aria-hidden className="size-4" />
            {t('refusal.invitationOnly')}
          </span>
        )}
      </EmptyState>
      {community.charter && (
        <section aria-labelledby="threshold-charter" className="grid gap-4">
          <h2 id="threshold-charter">{t('about.charter')}</h2>
          <CharterArticles articles={community.charter.articles} />
        </section>
      )}
    </div>
  )
}
