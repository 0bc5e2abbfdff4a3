import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Debate, Side } from '#modules/debates/contract.ts'
import { sides } from '#modules/debates/words.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Button } from '#ui/Button.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { argumentsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { ArgumentCard } from './ArgumentCard.tsx'

const ArgumentDialog = lazy(() => import('./ArgumentDialog.tsx'))

/** For and against beside each other, as many of each. */
export function ArgumentsPart({ debate, proposalId }: { debate: Debate; proposalId: string | null }) {
  const t = useT()
  const [writing, setWriting] = useState<Side>()
  const query = useInfiniteQuery(argumentsQuery(debate.id, proposalId))
  const pages = query.data?.pages
  if (query.error && !pages)
    return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  if (!pages) return <SkeletonRows rows={5} />
  const totals = pages[0]!.totals
  return (
    <div className="grid gap-3">
      <p className="text-sm text-muted">{t('argument.order')}</p>
      <div className="debate-sides">
        {sides.map((side) => {
          const items = pages.flatMap((page) => page[side])
          const name = t(`side.${side}`)
          return (
            <section key={side} className="debate-side" data-side={side} aria-label={name}>
              <h3>
                {name}
                <span className="text-base font-normal text-muted">
                  {t('argument.count', { n: totals[side] })}
                </span>
              </h3>
              {items.length === 0 ? (
                <p className="py-4 text-muted">
                  {t(debate.can.participate ? `argument.empty.${side}` : 'argument.none')}
                </p>
              ) : (
                <ul>
                  {items.map((argument) => (
                    <ArgumentCard
                      key={argument.id}
                      argument={argument}
                      debateId={debate.id}
                      mayBeNameless={debate.mayBeNameless}
                    />
                  ))}
                </ul>
              )}
              {debate.can.participate && (
                <p className="pt-3">
                  <Button onPress={() => setWriting(side)}>{t(`argument.add.${side}`)}</Button>
                </p>
              )}
            </section>
          )
        })}
      </div>
      <LoadMore
        auto={false}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
      <Suspense>
        {writing && (
          <ArgumentDialog
            debateId={debate.id}
            proposalId={proposalId}
            side={writing}
            mayBeNameless={debate.mayBeNameless}
            onClose={() => setWriting(undefined)}
          />
        )}
      </Suspense>
    </div>
  )
}
