import { useSuspenseQuery } from '@tanstack/react-query'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Lens } from '#ui/illustrations.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { MeetList } from '../components/MeetList.tsx'
import { editProfilePath } from '../paths.ts'
import { meetQuery } from '../queries.ts'
import { useT } from '../t.ts'

export function MeetPage() {
  const t = useT()
  const { items, isOptedOut, hasSubjects } = useSuspenseQuery(meetQuery).data
  return (
    <Page title={t('meet.page')}>
      <PageHeader title={t('meet.page')} lead={t('meet.lead')} />
      {items.length > 0 ? (
        <MeetList />
      ) : (
        <EmptyState
          title={t('meet.emptyTitle')}
          picture={<Lens />}
          acts={
            (isOptedOut || !hasSubjects) && <ButtonLink to={editProfilePath}>{t('meet.settings')}</ButtonLink>
          }
        >
          {isOptedOut ? t('meet.optedOut') : hasSubjects ? t('meet.empty') : t('meet.noSubjects')}
        </EmptyState>
      )}
    </Page>
  )
}
