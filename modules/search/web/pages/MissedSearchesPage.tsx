import { useQuery } from '@tanstack/react-query'
import { AdminTabs } from '#modules/people/web/public.ts'
import { Page } from '#platform/web/Page.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { MissedList } from '../components/MissedList.tsx'
import { missedSearchesQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** `/admin/search`: what is searched everywhere and not found. */
export function MissedSearchesPage() {
  const t = useT()
  const missed = useQuery(missedSearchesQuery)
  return (
    <Page title={t('missed.title')}>
      <PageHeader title={t('missed.title')} lead={t('missed.lead')} />
      <AdminTabs />
      <MissedList missed={missed} />
    </Page>
  )
}
