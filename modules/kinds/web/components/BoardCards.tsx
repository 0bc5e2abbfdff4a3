import { Clock, Hourglass } from 'lucide-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BoardCard, BoardColumn, Step } from '#modules/kinds/contract.ts'
import { postPath } from '#modules/discussions/web/public.ts'
import { MemberAvatar } from '#modules/people/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { Tag } from '#ui/Tag.tsx'
import { moreCardsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { delayWords } from '../when.ts'
import { CardMenu } from './CardMenu.tsx'

interface Props {
  slug: string
  column: BoardColumn
  steps: readonly Step[]
  isShown: boolean
  dragged: BoardCard | undefined
  onDrag: (card: BoardCard | undefined) => void
  onDrop: (step: Step) => void
}

/** One step with its conversations, late ones first. */
export function BoardColumnView({ slug, column, steps, isShown, dragged, onDrag, onDrop }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const [isOver, setOver] = useState(false)
  const { step } = column
  const name = pickText(step.name, language)
  const mayDrop = dragged !== undefined && dragged.stepId !== step.id
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what dragging does, the menu of each card does too
    <section
      className="board-column"
      aria-label={t('board.column', { name, n: column.total })}
      data-shown={isShown || undefined}
      data-over={(isOver && mayDrop) || undefined}
      onDragOver={(event) => {
        if (!mayDrop) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (mayDrop) onDrop(step)
      }}
    >
      <div className="board-head">
        <h3 dir="auto">
          {name} <span className="text-muted tabular-nums">{column.total}</span>
        </h3>
        <p className="m-0 text-sm text-muted">
          {step.targetAmount === null
            ? t('board.noTarget')
            : t(`board.target.${step.targetUnit}`, { n: step.targetAmount })}
          {column.late > 0 && (
            <strong className="text-bad"> · {t('board.columnLate', { n: column.late })}</strong>
          )}
        </p>
      </div>
      {column.cards.length === 0 && <p className="text-sm text-muted">{t('board.emptyColumn')}</p>}
      <ul className="board-cards">
        {column.cards.map((card) => (
          <CardView
            key={card.postId}
            slug={slug}
            card={card}
            steps={steps}
            dragged={dragged}
            onDrag={onDrag}
          />
        ))}
      </ul>
      {column.next && (
        <More
          slug={slug}
          stepId={step.id}
          start={column.next}
          steps={steps}
          dragged={dragged}
          onDrag={onDrag}
        />
      )}
    </section>
  )
}

/** Further cards, on demand. */
function More({
  slug,
  stepId,
  start,
  ...rest
}: { slug: string; stepId: string; start: string } & Pick<Props, 'steps' | 'dragged' | 'onDrag'>) {
  const [isOpen, setOpen] = useState(false)
  const list = useInfiniteQuery({ ...moreCardsQuery(slug, stepId, start), enabled: isOpen })
  const cards = list.data?.pages.flatMap((page) => page.cards) ?? []
  return (
    <>
      <ul className="board-cards pt-2.5">
        {cards.map((card) => (
          <CardView key={card.postId} slug={slug} card={card} {...rest} />
        ))}
      </ul>
      <LoadMore
        hasMore={!isOpen || list.hasNextPage}
        isLoading={list.isFetching}
        onLoad={() => (isOpen ? void list.fetchNextPage() : setOpen(true))}
      />
    </>
  )
}

function CardView({
  slug,
  card,
  steps,
  dragged,
  onDrag,
}: { slug: string; card: BoardCard } & Pick<Props, 'steps' | 'dragged' | 'onDrag'>) {
  const t = useT()
  const delay = delayWords(t, card)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what dragging does, the menu of the card does too
    <li
      className="board-card"
      data-late={card.isLate || undefined}
      data-dragged={dragged?.postId === card.postId || undefined}
      draggable={card.can.move}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', card.title)
        onDrag(card)
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <div className="board-card-head">
        <PlainLink
          to={postPath(card.postId)}
          className="line-clamp-4 font-semibold hover:underline"
          dir="auto"
          draggable={false}
        >
          {card.title}
        </PlainLink>
        {card.can.move && <CardMenu slug={slug} card={card} steps={steps} />}
      </div>
      {delay ? (
        <p className="m-0">
          <Tag tone={card.isLate ? 'bad' : 'neutral'} icon={<Clock aria-hidden />}>
            {delay}
          </Tag>
        </p>
      ) : (
        <p className="m-0 text-sm text-muted">{t('board.since', { at: new Date(card.enteredAt) })}</p>
      )}
      {card.waitsFor && (
        <p className="m-0 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Hourglass aria-hidden className="size-4 text-muted" />
          <MemberAvatar member={card.waitsFor} size="s" />
          <span dir="auto">{t('board.waits', { name: card.waitsFor.displayName })}</span>
          {card.isPartner && <Tag tone="warn">{t('board.partner')}</Tag>}
        </p>
      )}
      {card.note && (
        <p className="m-0 text-sm text-muted" dir="auto">
          {card.note}
        </p>
      )}
    </li>
  )
}
