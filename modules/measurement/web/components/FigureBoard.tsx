import './figures.css'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Figure, FigureId } from '#modules/measurement/contract.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Section } from '#ui/Layout.tsx'
import { Skeleton, SkeletonRows } from '#ui/Skeleton.tsx'
import { periods, readState, writeState, type BoardState, type Period } from '../period.ts'
import { figuresQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { FigureCard } from './FigureCard.tsx'

const FigureChart = lazy(() => import('./FigureChart.tsx'))

const groups: readonly {
  id: 'questions' | 'people' | 'circles'
  figures: readonly FigureId[]
  charts: readonly FigureId[]
}[] = [
  { id: 'questions', figures: ['M14', 'M13', 'M15', 'M12', 'M16', 'M18'], charts: ['M14', 'M13', 'M15'] },
  { id: 'people', figures: ['M10', 'M19', 'M20', 'M17'], charts: [] },
  { id: 'circles', figures: ['M04'], charts: ['M04'] },
]

/** The community's figures, the same for everybody who may read them; period and clock stand in the address. */
export function FigureBoard({ slug }: { slug: string }) {
  const t = useT()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const state = readState(useSearch({ strict: false }))
  const { data, error, refetch } = useQuery(figuresQuery(slug, state))
  const go = (next: BoardState) =>
    void navigate({ to: pathname, search: writeState(next) as never, replace: true })
  const named = (id: FigureId): Figure | undefined => data?.figures.find((figure) => figure.id === id)
  return (
    <div>
      <div className="flex flex-wrap gap-x-8 gap-y-3 pb-5">
        <FilterChips
          label={t('board.period')}
          options={(Object.keys(periods) as Period[]).map((id) => ({ id, label: t(`board.periods.${id}`) }))}
          selected={[state.period]}
          onSelect={([period]) => go({ ...state, period: period as Period })}
        />
        <FilterChips
          label={t('board.clock')}
          options={(['business', 'wall'] as const).map((id) => ({ id, label: t(`clock.${id}`) }))}
          selected={[state.clock]}
          onSelect={([clock]) => go({ ...state, clock: clock === 'wall' ? 'wall' : 'business' })}
        />
      </div>
      {error && !data && <ErrorView error={error} t={t} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={6} />}
      {data &&
        groups.map((group) => {
          const figures = group.figures.flatMap((id) => named(id) ?? [])
          if (figures.length === 0) return null
          return (
            <Section key={group.id} title={t(`board.groups.${group.id}`)}>
              <div className="figure-grid">
                {figures.map((figure) => (
                  <FigureCard key={figure.id} figure={figure} />
                ))}
              </div>
              {group.charts.length > 0 && (
                <Suspense fallback={<Skeleton height="12rem" />}>
                  <div className="chart-grid">
                    {group.charts
                      .flatMap((id) => named(id) ?? [])
                      .map((figure) => (
                        <FigureChart key={figure.id} figure={figure} />
                      ))}
                  </div>
                </Suspense>
              )}
            </Section>
          )
        })}
      {data && (
        <div className="grid gap-1 border-t border-line pt-4 text-sm text-muted">
          <p>{data.scope === 'public' ? t('board.publicOnly') : t('sameForAll')}</p>
          {data.includesImported && <p>{t('imported')}</p>}
        </div>
      )}
    </div>
  )
}
