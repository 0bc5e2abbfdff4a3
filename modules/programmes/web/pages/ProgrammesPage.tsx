import '../programmes.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useSession } from '#platform/web/session.ts'
import { Slot } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { ProgrammeRows } from '../components/ProgrammeRows.tsx'
import { programmesQuery } from '../queries.ts'
import { useT } from '../t.ts'

const FoundDialog = lazy(() => import('../components/FoundDialog.tsx'))
const FoundersBlock = lazy(() => import('../components/FoundersBlock.tsx'))
const ProgrammeView = lazy(() => import('../components/ProgrammeView.tsx'))

/** `/programmes`: what the company undertakes together; `/programmes/:programmeId`: one change programme. */
export function ProgrammesPage() {
  const { programmeId } = useParams({ strict: false }) as { programmeId?: string }
  if (!programmeId) return <List />
  return (
    <Suspense fallback={<SkeletonRows rows={8} />}>
      <ProgrammeView key={programmeId} id={programmeId} />
    </Suspense>
  )
}

function List() {
  const t = useT()
  const { data, error, refetch } = useQuery(programmesQuery(null))
  const isAdministrator = useSession().member?.isAdministrator
  const [isFounding, setFounding] = useState(false)
  const found = data?.mayFound && (
    <Button look="primary" className="sm:shrink-0 sm:whitespace-nowrap" onPress={() => setFounding(true)}>
      <Plus aria-hidden />
      {t('list.found')}
    </Button>
  )
  const running = data?.items.filter(({ state }) => state === 'running') ?? []
  const closed = data?.items.filter(({ state }) => state === 'closed') ?? []
  return (
    <Page title={t('title')}>
      <PageHeader title={t('title')} lead={t('list.lead')} />
      <Section title={t('list.running')} hint={t('list.hint')} aside={running.length > 0 ? found : undefined}>
        {error && !data ? (
          <ErrorView error={error} t={t} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={3} />
        ) : running.length === 0 ? (
          <EmptyState title={t('list.empty')} picture={<Bench />} level={3} acts={found || undefined}>
            {t(data.mayFound ? 'list.emptyFounder' : 'list.emptyReader')}
          </EmptyState>
        ) : (
          <ProgrammeRows label={t('list.running')} items={running} />
        )}
      </Section>
      {closed.length > 0 && (
        <Section title={t('list.closed')} hint={t('list.closedHint')}>
          <ProgrammeRows label={t('list.closed')} items={closed} />
        </Section>
      )}
      <Slot name="programmeBlocks" />
      {isAdministrator && (
        <Suspense>
          <FoundersBlock />
        </Suspense>
      )}
      {isFounding && (
        <Suspense>
          <FoundDialog onClose={() => setFounding(false)} />
        </Suspense>
      )}
    </Page>
  )
}
