import './trials.css'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { TrialCard } from '#modules/trials/contract.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Card } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { dateOf } from '../days.ts'
import { trialPath } from '../paths.ts'
import { listQuery, type Place } from '../queries.ts'
import { useT } from '../t.ts'

const TrialForm = lazy(() => import('./TrialForm.tsx'))

/** Trials of a programme or of a community; `head` receives the button that adds one. */
export function TrialsList({ place, head }: { place: Place; head: (add: ReactNode) => ReactNode }) {
  const t = useT()
  const { data, error, refetch } = useQuery(listQuery(place))
  const [isAdding, setAdding] = useState(false)
  const add = data?.canAdd ? (
    <Button look="primary" onPress={() => setAdding(true)}>
      {t('list.add')}
    </Button>
  ) : null
  const isEmpty = data?.items.length === 0
  return (
    <>
      {head(isEmpty ? null : add)}
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : isEmpty ? (
        <EmptyState title={t('list.empty')} picture={<Yard />} acts={add}>
          {t(data.canAdd ? 'list.emptyHint' : 'list.emptyReader')}
        </EmptyState>
      ) : (
        <ul className="trial-list">
          {data.items.map((trial) => (
            <li key={trial.id}>
              <TrialLine trial={trial} />
            </li>
          ))}
        </ul>
      )}
      {isAdding && (
        <Suspense fallback={null}>
          <TrialForm place={place} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  )
}

function TrialLine({ trial }: { trial: TrialCard }) {
  const t = useT()
  return (
    <Card>
      <div className="grid gap-2">
        <div className="trial-acts justify-between">
          <h3 className="m-0 text-base">
            <Link to={trialPath(trial.id)}>{trial.title}</Link>
          </h3>
          <span className="trial-acts">
            {trial.isTester && <Tag tone="accent">{t('list.mine')}</Tag>}
            <Tag>{t(`state.${trial.state}`)}</Tag>
          </span>
        </div>
        <p className="m-0 line-clamp-3">{trial.what}</p>
        <p className="trial-facts m-0">
          <span>{t('list.days', { from: dateOf(trial.from), to: dateOf(trial.to) })}</span>
          <span>{t('list.seats', { testers: trial.testers, seats: trial.seats })}</span>
          <span>
            {t('list.ideas', { ideas: trial.ideas })}
            {trial.delivered > 0 && `, ${t('list.delivered', { n: trial.delivered })}`}
          </span>
        </p>
      </div>
    </Card>
  )
}
