import '../components/moderation.css'
import { useQuery } from '@tanstack/react-query'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Page } from '#platform/web/Page.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Rows } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { CaseRow } from '../components/CaseRow.tsx'
import { casePath } from '../paths.ts'
import { mediationQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** What the mediators and the legal desk are asked to decide. */
export function MediationPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(mediationQuery)
  return (
    <Page title={t('mediation.title')}>
      <PageHeader title={t('mediation.title')} lead={t('mediation.lead')} />
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('mediation.empty')} picture={<Bench />}>
          {t('mediation.emptyHint')}
        </EmptyState>
      ) : (
        <Rows label={t('mediation.title')}>
          {data.items.map((file) => (
            <CaseRow key={file.id} file={file} to={casePath(undefined, file.id)} />
          ))}
        </Rows>
      )}
    </Page>
  )
}
