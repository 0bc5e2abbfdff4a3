import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { programmesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { ProgrammeView } from './ProgrammeView.tsx'

const ProgrammeDialog = lazy(() => import('./ProgrammeDialog.tsx'))

/** Programmes of one community or change programme: the one that is chosen, and a new one. */
export function ProgrammesHere({
  communityId,
  changeId,
  first,
}: {
  communityId?: string
  changeId?: string
  first?: string | undefined
}) {
  const t = useT()
  const { data, error, refetch } = useQuery(
    programmesQuery({
      ...(communityId && { community: communityId }),
      ...(changeId && { change: changeId }),
    }),
  )
  const [chosen, setChosen] = useState(first)
  const [isBeginning, setBeginning] = useState(false)
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  const shown = data.items.find(({ id }) => id === chosen) ?? data.items[0]
  const begin = data.mayCreate && (
    <Button {...(data.items.length === 0 && { look: 'primary' as const })} onPress={() => setBeginning(true)}>
      {t('programme.new')}
    </Button>
  )
  return (
    <div className="grid gap-5">
      {data.items.length === 0 ? (
        <EmptyState title={t('bench.empty')} picture={<Yard />} acts={begin || undefined}>
          {t('bench.emptyHint')}
        </EmptyState>
      ) : (
        <div className="amb-acts">
          {data.items.length > 1 && shown && (
            <Select
              label={t('directory.programme')}
              options={data.items.map(({ id, name }) => ({ id, label: name }))}
              value={shown.id}
              onChange={setChosen}
            />
          )}
          {begin}
        </div>
      )}
      {shown && <ProgrammeView key={shown.id} programmeId={shown.id} />}
      <Suspense>
        {isBeginning && (
          <ProgrammeDialog
            {...(communityId && { communityId })}
            {...(changeId && { changeId })}
            defaultSeats={data.defaultSeats}
            onClose={() => setBeginning(false)}
            onDone={setChosen}
          />
        )}
      </Suspense>
    </div>
  )
}
