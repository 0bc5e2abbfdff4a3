import { useSearch } from '@tanstack/react-router'
import { Page } from '#platform/web/Page.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { TrialsList } from '../components/TrialsList.tsx'
import { useT } from '../t.ts'

/** Test groups of a community (`?community`). */
export function TrialsPage() {
  const t = useT()
  const { community } = useSearch({ strict: false }) as { community?: string }
  return (
    <Page title={t('list.title')}>
      {community ? (
        <TrialsList
          place={{ slug: String(community) }}
          head={(add) => <PageHeader title={t('list.title')} lead={t('list.lead')} acts={add ?? undefined} />}
        />
      ) : (
        <EmptyState title={t('list.empty')}>{t('list.emptyReader')}</EmptyState>
      )}
    </Page>
  )
}
