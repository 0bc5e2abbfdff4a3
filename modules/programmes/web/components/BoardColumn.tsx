import { CalendarClock, Check, Clock, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { MemberAvatar } from '#modules/people/web/public.ts'
import type { Accelerator, Card, Programme } from '#modules/programmes/contract.ts'
import { Button } from '#ui/Button.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useT } from '../t.ts'
import { asDate } from '../when.ts'
import { CardActs } from './CardActs.tsx'

type Step = 'left' | 'right' | 'up' | 'down'
const steps: Record<string, Step> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

interface Props {
  programme: Programme
  column: Accelerator
  cards: readonly Card[]
  isShown: boolean
  isHighlighted: boolean
  dragged: Card | undefined
  onDrag: (card: Card | undefined) => void
  /** Dropped before a card, or at the end. */
  onDrop: (before: string | null) => void
  onStep: (card: Card, step: Step) => void
  onAdd: () => void
}

/** One accelerator with its cards; an empty one says what usually belongs there. */
export function BoardColumn(props: Props) {
  const t = useT()
  const { programme, column, cards, isShown, isHighlighted, dragged, onDrop, onAdd } = props
  const [isOver, setOver] = useState(false)
  const name = t(`accelerator.${column}.name`)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what dragging does, the menu and the arrows of each card do too
    <section
      className="kotter-column"
      aria-label={t('board.column', { name, n: cards.length })}
      data-shown={isShown || undefined}
      data-over={(isOver && dragged) || undefined}
      data-highlighted={isHighlighted || undefined}
      onDragOver={(event) => {
        if (!dragged) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onDrop(null)
      }}
    >
      <div className="kotter-head">
        <h3>
          {name} <span className="text-muted tabular-nums">{cards.length}</span>
        </h3>
        {programme.can.lead && (
          <Button
            look="quiet"
            size="small"
            icon
            aria-label={t('board.addTo', { column: name })}
            onPress={onAdd}
          >
            <Plus aria-hidden />
          </Button>
        )}
      </div>
      {isHighlighted && (
        <p className="m-0 pb-2">
          <Tag tone="accent">{t('board.next')}</Tag>
        </p>
      )}
      {cards.length === 0 ? (
        <p className="m-0 text-sm text-muted">{t(`accelerator.${column}.empty`)}</p>
      ) : (
        <ul className="kotter-cards">
          {cards.map((card) => (
            <CardTile key={card.id} card={card} {...props} />
          ))}
        </ul>
      )}
    </section>
  )
}

function CardTile({ programme, card, dragged, onDrag, onDrop, onStep }: Props & { card: Card }) {
  const t = useT()
  const { lead } = programme.can
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- moved by arrows as well as by dragging
    <li
      className="kotter-card"
      data-state={card.state}
      data-dragged={dragged?.id === card.id || undefined}
      draggable={lead}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- moved by the arrows with Alt
      tabIndex={lead ? 0 : undefined}
      aria-keyshortcuts={lead ? 'Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown' : undefined}
      onKeyDown={(event) => {
        const step = steps[event.key]
        if (!lead || !event.altKey || !step || event.target !== event.currentTarget) return
        event.preventDefault()
        onStep(card, step)
      }}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', card.title)
        onDrag(card)
      }}
      onDragEnd={() => onDrag(undefined)}
      onDrop={(event) => {
        if (!dragged || dragged.id === card.id) return
        event.preventDefault()
        event.stopPropagation()
        onDrop(card.id)
      }}
    >
      <div className="kotter-card-head">
        <span className="text-sm text-muted">{t(`kind.${card.kind}`)}</span>
        <CardActs programme={programme} card={card} withMoves />
      </div>
      <p className="m-0 font-semibold" dir="auto">
        {card.title}
      </p>
      {card.nextStep && (
        <p className="m-0 text-sm" dir="auto">
          {t('board.nextStep', { what: card.nextStep })}
        </p>
      )}
      {card.population && (
        <p className="m-0 text-sm text-muted" dir="auto">
          {card.population.name}
        </p>
      )}
      <p className="m-0 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {card.owner ? (
          <span className="inline-flex min-w-0 items-center gap-1.5">
            <MemberAvatar member={card.owner} size="s" />
            <bdi>{card.owner.displayName}</bdi>
          </span>
        ) : card.who ? (
          <span dir="auto">{card.who}</span>
        ) : (
          <span className="text-muted">{t('board.nobody')}</span>
        )}
        <StateMark card={card} />
      </p>
    </li>
  )
}

/** The date, or how it ended. */
export function StateMark({ card }: { card: Card }) {
  const t = useT()
  if (card.state === 'done')
    return (
      <Tag tone="good" icon={<Check aria-hidden />}>
        {t(`isDone.${card.kind}`)}
      </Tag>
    )
  if (card.state === 'refused') return <Tag icon={<X aria-hidden />}>{t('state.isRefused')}</Tag>
  if (card.state === 'late')
    return (
      <Tag tone="bad" icon={<Clock aria-hidden />}>
        {t('state.late', { on: asDate(card.on!) })}
      </Tag>
    )
  if (!card.on) return <span className="text-muted">{t('board.noDate')}</span>
  return (
    <span className="inline-flex items-center gap-1 text-muted">
      <CalendarClock aria-hidden className="size-4" />
      {t(`dated.${card.kind}`, { on: asDate(card.on) })}
    </span>
  )
}
