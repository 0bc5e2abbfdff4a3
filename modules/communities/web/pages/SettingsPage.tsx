import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link, TabLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { pickText } from '#platform/shared/local-text.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Door } from '#ui/illustrations.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import { NavTabs } from '#ui/Tabs.tsx'
import { communityPath, settingsParts, settingsPath } from '../paths.ts'
import { communityQuery } from '../queries.ts'
import { CanvasPart } from '../settings/CanvasPart.tsx'
import { CharterPart } from '../settings/CharterPart.tsx'
import { ClosingPart } from '../settings/ClosingPart.tsx'
import { GeneralPart } from '../settings/GeneralPart.tsx'
import { PeoplePart } from '../settings/PeoplePart.tsx'
import { useT } from '../t.ts'

const parts = {
  general: GeneralPart,
  charter: CharterPart,
  canvas: CanvasPart,
  people: PeoplePart,
  closing: ClosingPart,
}

/** What managers decide about their community, one concern per tab. */
export function SettingsPage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '', part } = useParams({ strict: false }) as { slug?: string; part?: string }
  const { data: community } = useQuery(communityQuery(slug))
  if (!community) return <SkeletonPage />
  const name = pickText(community.name, language)
  const title = t('settings.title', { name })
  if (!community.can.manage)
    return (
      <Page title={title} place={name}>
        <EmptyState title={title} picture={<Door />}>
          {t('refusal.managersOnly')}
        </EmptyState>
      </Page>
    )
  const shown = settingsParts.find((one) => one === part) ?? 'general'
  const Part = parts[shown]
  return (
    <Page title={title} place={name}>
      <PageHeader title={title} kicker={<Link to={communityPath(slug)}>{name}</Link>} />
      <NavTabs label={t('settings.tabs')}>
        {settingsParts.map((one) => (
          <TabLink key={one} to={settingsPath(slug, one)} exact>
            {t(`settings.${one}`)}
          </TabLink>
        ))}
      </NavTabs>
      <Part key={community.id} community={community} />
    </Page>
  )
}
