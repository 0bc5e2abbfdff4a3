import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Accelerator, Card, Programme } from '#modules/programmes/contract.ts'
import { accelerators } from '#modules/programmes/words.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Button } from '#ui/Button.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { boardQuery, pulseQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { BoardColumn } from './BoardColumn.tsx'
import { useMove } from './CardActs.tsx'

const CardDialog = lazy(() => import('./CardDialog.tsx'))

/** The column that lifts each of the five of ADKAR, in their order: the first one that is low stands in the way. */
const lifts: Record<string, Accelerator> = {
  awareness: 'urgency',
  desire: 'army',
  knowledge: 'barriers',
  ability: 'wins',
  reinforcement: 'institute',
}
const lowMean = 3

/** Where the latest ADKAR pulse says that people stand; undefined without one, or where nothing is low. */
function useColumnToWorkOn(programmeId: string): Accelerator | undefined {
  const waves = useQuery(pulseQuery(programmeId)).data?.results ?? []
  const latest = waves.find(({ kind, state }) => kind === 'adkar' && state === 'published')
  const low = Object.keys(lifts).find((key) => {
    const mean = latest?.items.find((item) => item.key === key)?.mean ?? null
    return mean !== null && mean <= lowMean
  })
  return low === undefined ? undefined : lifts[low]
}

/** Kotter's accelerators as columns; the one to work on next is what the pulse says is in the way. */
export default function BoardTab({ programme }: { programme: Programme }) {
  const highlighted = useColumnToWorkOn(programme.id)
  const t = useT()
  const { data, error, refetch } = useQuery(boardQuery(programme.id))
  const { move } = useMove(programme.id)
  const [dragged, setDragged] = useState<Card>()
  const [chosen, setShown] = useState<Accelerator>()
  const shown = chosen ?? highlighted ?? 'urgency'
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
