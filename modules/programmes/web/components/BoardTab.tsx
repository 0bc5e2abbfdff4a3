import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Accelerator, Card, Programme } from '#modules/programmes/contract.ts'
import { accelerators } from '#modules/programmes/words.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Button } from '#ui/Button.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { boardQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { BoardColumn } from './BoardColumn.tsx'
import { useMove } from './CardActs.tsx'

const CardDialog = lazy(() => import('./CardDialog.tsx'))

/**
 * Kotter's accelerators as columns. `highlighted` is the column to work on next: what a pulse says is in the way; the
 * board stands without it.
 */
export default function BoardTab({
  programme,
  highlighted,
}: {
  programme: Programme
  highlighted?: Accelerator | undefined
}) {
  const t = useT()
  const { data, error, refetch } = useQuery(boardQuery(programme.id))
  const { move } = useMove(programme.id)
  const [dragged, setDragged] = useState<Card>()
  const [shown, setShown] = useState<Accelerator>(highlighted ?? 'urgency')
  const [adding, setAdding] = useState<Accelerator>()
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={8} />
  const of = (column: Accelerator) => data.cards.filter(({ accelerator }) => accelerator === column)
  /** By keyboard: to the neighbouring column, or one place up or down. */
  const step = (card: Card, key: 'left' | 'right' | 'up' | 'down') => {
    const column = accelerators.indexOf(card.accelerator)
    if (key === 'left' || key === 'right') {
      const next = accelerators[column + (key === 'right' ? 1 : -1)]
      if (next) move(card, next)
      return
    }
    const cards = of(card.accelerator)
    const place = cards.findIndex(({ id }) => id === card.id)
    if (key === 'up' && place > 0) move(card, card.accelerator, cards[place - 1]!.id)
    if (key === 'down' && place < cards.length - 1) move(card, card.accelerator, cards[place + 2]?.id ?? null)
  }
  return (
    <div className="kotter">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="m-0 max-w-prose text-muted">{t('board.lead')}</p>
        {programme.can.lead && (
          <Button look="primary" size="small" onPress={() => setAdding(shown)}>
            <Plus aria-hidden />
            {t('card.addAny')}
          </Button>
        )}
      </div>
      <div className="kotter-choice">
        <FilterChips
          label={t('board.columns')}
          selected={[shown]}
          onSelect={([id]) => id && setShown(id as Accelerator)}
          options={accelerators.map((id) => ({
            id,
            label: `${t(`accelerator.${id}.name`)} (${of(id).length})`,
          }))}
        />
      </div>
      {programme.can.lead && <p className="m-0 hidden text-sm text-muted md:block">{t('board.dragHint')}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, also by keyboard */}
      <div className="kotter-scroll" tabIndex={0} role="group" aria-label={t('board.columns')}>
        <div className="kotter-columns">
          {accelerators.map((column) => (
            <BoardColumn
              key={column}
              programme={programme}
              column={column}
              cards={of(column)}
              isShown={column === shown}
              isHighlighted={column === highlighted}
              dragged={dragged}
              onDrag={setDragged}
              onDrop={(before) => dragged && move(dragged, column, before)}
              onStep={step}
              onAdd={() => setAdding(column)}
            />
          ))}
        </div>
      </div>
      {adding && (
        <Suspense>
          <CardDialog programme={programme} accelerator={adding} onClose={() => setAdding(undefined)} />
        </Suspense>
      )}
    </div>
  )
}
