import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ApiError } from '#platform/web/api.ts'
import { TabLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Door } from '#ui/illustrations.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { NavTabs } from '#ui/Tabs.tsx'
import { CirclesPart } from '../components/CirclesPart.tsx'
import { LeavesPart } from '../components/LeavesPart.tsx'
import { PortfolioPart } from '../components/PortfolioPart.tsx'
import { TemplatesPart } from '../components/TemplatesPart.tsx'
import { networkPath } from '../paths.ts'
import { portfolioQuery } from '../queries.ts'
import { useT } from '../t.ts'

const parts = ['portfolio', 'leaves', 'circles', 'templates'] as const

/** Where the managers of a company meet: their communities, standing in, circles, templates. */
export function NetworkPage() {
  const t = useT()
  const params = useParams({ strict: false }) as { part?: string }
  const part = parts.find((one) => one === params.part) ?? 'portfolio'
  const { error } = useQuery(portfolioQuery)
  // A sponsor with whom a sheet is shared reads it here without being a manager.
  const isClosed = error instanceof ApiError && error.code === 'notPermitted' && part !== 'leaves'
  return (
    <Page title={t('net.title')}>
      <PageHeader title={t('net.title')} lead={t('net.lead')} />
      {isClosed ? (
        <EmptyState title={t('net.only')} picture={<Door />}>
          {t('net.onlyHint')}
        </EmptyState>
      ) : (
        <>
          <NavTabs label={t('net.tabs')}>
            {parts.map((one) => (
              <TabLink key={one} to={networkPath(one)} current={one === part}>
                {t(`net.part.${one}`)}
              </TabLink>
            ))}
          </NavTabs>
          <div className="pt-4">
            {part === 'portfolio' && <PortfolioPart />}
            {part === 'leaves' && <LeavesPart />}
            {part === 'circles' && <CirclesPart />}
            {part === 'templates' && <TemplatesPart />}
          </div>
        </>
      )}
    </Page>
  )
}
