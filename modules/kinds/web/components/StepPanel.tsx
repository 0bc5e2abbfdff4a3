import './kinds.css'
import { useQuery } from '@tanstack/react-query'
import { Clock, Hourglass } from 'lucide-react'
import type { Move, PostStep } from '#modules/kinds/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import type { SlotText } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { Tag } from '#ui/Tag.tsx'
import { boardPath } from '../paths.ts'
import { keys, postStepQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { delayWords } from '../when.ts'
import { CardMenu, useMove } from './CardMenu.tsx'

/** Where a conversation of a process stands; nothing anywhere else. */
export default function StepPanel({ text }: { text: SlotText }) {
  const { data } = useQuery(postStepQuery(text.postId))
  useInvalidateOn(`community:${text.community.id}`, keys.ofPost(text.postId))
  return data?.steps ? <Shown text={text} place={data} steps={data.steps} /> : null
}

function Shown({
  text,
  place: { card, moves, can },
  steps,
}: {
  text: SlotText
  place: PostStep
  steps: NonNullable<PostStep['steps']>
}) {
  const t = useT()
  const { language } = useLanguage()
  const { isActing, move } = useMove()
  const { slug } = text.community
  const step = steps.find(({ id }) => id === card?.stepId)
  const delay = card && delayWords(t, card)
  return (
    <section className="board-card mt-4" aria-labelledby={`step-${text.postId}`}>
      <div className="board-card-head">
        <h2 id={`step-${text.postId}`} className="m-0 text-base">
          {t('post.title')}
        </h2>
        {card && can.move && <CardMenu slug={slug} card={card} steps={steps} />}
      </div>
      {card && step ? (
        <p className="m-0 flex flex-wrap items-center gap-2">
          <Link to={boardPath(slug)}>{pickText(step.name, language)}</Link>
          {delay && (
            <Tag tone={card.isLate ? 'bad' : 'neutral'} icon={<Clock aria-hidden />}>
              {delay}
            </Tag>
          )}
          <span className="inline-flex items-center gap-1.5 text-sm text-muted">
            <Hourglass aria-hidden className="size-4" />
            {card.waitsFor ? t('board.waits', { name: card.waitsFor.displayName }) : t('board.waitsNobody')}
          </span>
          {card.isPartner && <Tag tone="warn">{t('board.partner')}</Tag>}
        </p>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <p className="m-0 text-muted">{t('post.none')}</p>
          {can.move && (
            <Menu
              label={t('post.place')}
              trigger={
                <Button size="small" isDisabled={isActing}>
                  {t('post.place')}
                </Button>
              }
              groups={[
                steps.map((one) => ({
                  id: one.id,
                  label: pickText(one.name, language),
                  onAction: () => move({ postId: text.postId, title: text.title ?? '', stepId: null }, one),
                })),
              ]}
            />
          )}
        </div>
      )}
      {card?.note && (
        <p className="m-0 text-sm text-muted" dir="auto">
          {card.note}
        </p>
      )}
      {moves.length > 0 && (
        <details className="text-sm">
          <summary>{t('post.history', { n: moves.length })}</summary>
          <ol className="m-0 grid gap-1 pt-2">
            {moves.map((one) => (
              <MoveLine key={one.id} move={one} />
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function MoveLine({ move }: { move: Move }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const [from, to] = [move.from && pickText(move.from, language), move.to && pickText(move.to, language)]
  const words = [
    from !== null && from === to
      ? move.waitsFor && t('post.waiting', { name: move.waitsFor.displayName })
      : to === null
        ? t('post.off')
        : from === null
          ? t('post.placed', { to })
          : t('post.moved', { from, to }),
    move.spentHours !== null && t('post.spent', { hours: Math.round(move.spentHours * 10) / 10 }),
    move.isWithin !== null && t(move.isWithin ? 'post.within' : 'post.beyond'),
  ].filter(Boolean)
  return (
    <li>
      {format.dateTime(new Date(move.at), 'moment')} · {move.by?.displayName ?? ''}
      {'\u00a0: '}
      {words.join(', ')}
    </li>
  )
}
