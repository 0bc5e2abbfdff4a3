import { useQuery } from '@tanstack/react-query'
import { Frame } from '#modules/workbench/web/public.ts'
import { MissedList } from '../components/MissedList.tsx'
import { missedSearchesInQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** `/communities/:slug/workbench/unanswered-searches`: what is searched inside the community and not found. */
export function MissedSearchesInPage() {
  const t = useT()
  return (
    <Frame title={t('missed.title')} lead={t('missed.leadIn')}>
      {({ id, slug }) => <MissedIn communityId={id} slug={slug} />}
    </Frame>
  )
}

function MissedIn({ communityId, slug }: { communityId: string; slug: string }) {
  return <MissedList missed={useQuery(missedSearchesInQuery(slug))} communityId={communityId} />
}
