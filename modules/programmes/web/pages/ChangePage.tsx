import '../programmes.css'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { useCommunity } from '#modules/communities/web/public.ts'
import { Frame } from '#modules/workbench/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { LinkProgramme } from '../components/LinkProgramme.tsx'
import { ProgrammeRows } from '../components/ProgrammeRows.tsx'
import { programmesQuery } from '../queries.ts'
import { useT } from '../t.ts'

const FoundDialog = lazy(() => import('../components/FoundDialog.tsx'))

/** `/communities/:slug/workbench/change`: the programmes that this community belongs to, or how one begins. */
export function ChangePage() {
  const t = useT()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  return (
    <Frame title={t('change.title')} lead={t('change.lead')}>
      {() => <Shown slug={slug} />}
    </Frame>
  )
}

function Shown({ slug }: { slug: string }) {
  const t = useT()
  const community = useCommunity(slug)
  const [isFounding, setFounding] = useState(false)
  const { data, error, refetch } = useQuery({
    ...programmesQuery(community?.id ?? null),
    enabled: community !== undefined,
  })
  if (!community) return null
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} />
  const found = data.mayFound && (
    <Button look="primary" onPress={() => setFounding(true)}>
      <Plus aria-hidden />
      {t('list.found')}
    </Button>
  )
  return (
    <>
      {data.items.length === 0 ? (
        <EmptyState title={t('change.empty')} picture={<Bench />} acts={found || undefined}>
          {t('change.emptyHint')}
        </EmptyState>
      ) : (
        <>
          <ProgrammeRows label={t('change.title')} items={data.items} />
          {found && <p className="pt-4">{found}</p>}
        </>
      )}
      <LinkProgramme communityId={community.id} linked={data.items.map(({ id }) => id)} />
      {isFounding && (
        <Suspense>
          <FoundDialog communityId={community.id} onClose={() => setFounding(false)} />
        </Suspense>
      )}
    </>
  )
}
