import '../components/kinds.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import type { Board, BoardCard } from '#modules/kinds/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { BoardColumnView } from '../components/BoardCards.tsx'
import { useMove } from '../components/CardMenu.tsx'
import { Months } from '../components/Months.tsx'
import { kindPath } from '../paths.ts'
import { boardQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'

const PlaceDialog = lazy(() => import('../components/PlaceDialog.tsx'))

/** `/communities/:slug/board`: conversations by step of the process; by dragging, by menu, and on a phone step by step. */
export function BoardPage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const community = useCommunity(slug)
  const { data, error, refetch } = useQuery(boardQuery(slug))
  useInvalidateOn(`community:${community?.id ?? ''}`, keys.one(slug))
  const name = community ? pickText(community.name, language) : ''
  return (
    <Page title={`${t('board.title')} · ${name}`} place={name}>
      <h2 className="sr-only">{t('board.title')}</h2>
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : data.columns.length === 0 ? (
        <EmptyState
          title={t('board.empty')}
          picture={<Bench />}
          acts={
            data.can.manage ? <ButtonLink to={kindPath(slug)}>{t('board.declare')}</ButtonLink> : undefined
          }
        >
          {t(data.can.manage ? 'board.emptyManager' : 'board.emptyReader')}
        </EmptyState>
      ) : (
        <Shown slug={slug} board={data} />
      )}
    </Page>
  )
}

function Shown({ slug, board }: { slug: string; board: Board }) {
  const t = useT()
  const { language } = useLanguage()
  const { move } = useMove()
  const [dragged, setDragged] = useState<BoardCard>()
  const [isPlacing, setPlacing] = useState(false)
  // Where something is late, a phone opens there.
  const [chosen, setChosen] = useState(
    () => (board.columns.find(({ late }) => late > 0) ?? board.columns[0])?.step.id,
  )
  const steps = board.columns.map(({ step }) => step)
  const shown = steps.some(({ id }) => id === chosen) ? chosen : steps[0]?.id
  return (
    <div className="board">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="m-0">
          <strong>{t('board.summary', { late: board.late })}</strong>{' '}
          <span className="text-muted">{t('board.unplaced', { n: board.unplaced })}</span>
        </p>
        {board.can.move && board.unplaced > 0 && (
          <Button onPress={() => setPlacing(true)}>{t('board.place')}</Button>
        )}
      </div>
      <div className="board-choice">
        <FilterChips
          label={t('board.stepsLabel')}
          selected={shown ? [shown] : []}
          onSelect={([id]) => id && setChosen(id)}
          options={board.columns.map(({ step, total }) => ({
            id: step.id,
            label: `${pickText(step.name, language)} (${total})`,
          }))}
        />
      </div>
      {board.can.move && <p className="m-0 hidden text-sm text-muted md:block">{t('board.dragHint')}</p>}
      <div className="board-scroll">
        <div className="board-columns">
          {board.columns.map((column) => (
            <BoardColumnView
              key={column.step.id}
              slug={slug}
              column={column}
              steps={steps}
              isShown={column.step.id === shown}
              dragged={dragged}
              onDrag={setDragged}
              onDrop={(step) => dragged && move(dragged, step)}
            />
          ))}
        </div>
      </div>
      <Months slug={slug} />
      {isPlacing && (
        <Suspense>
          <PlaceDialog slug={slug} steps={steps} onClose={() => setPlacing(false)} />
        </Suspense>
      )}
    </div>
  )
}
