import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { MemberLink } from '#modules/people/web/public.ts'
import type { Card, Programme } from '#modules/programmes/contract.ts'
import { useSession } from '#platform/web/session.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { useT } from '../t.ts'
import { StateMark } from './BoardColumn.tsx'
import { CardActs } from './CardActs.tsx'

const CardDialog = lazy(() => import('./CardDialog.tsx'))

/** What we said, what we did: every announced action with its owner, its day, and how it ended. */
export default function AnnouncedPart({ programme }: { programme: Programme }) {
  const t = useT()
  const [isAdding, setAdding] = useState(false)
  const { announced, can } = programme
  const count = (state: Card['state']) => announced.filter((card) => card.state === state).length
  const add = can.lead && (
    <Button size="small" onPress={() => setAdding(true)}>
      <Plus aria-hidden />
      {t('card.add.action')}
    </Button>
  )
  return (
    <Section
      title={t('announced.title')}
      hint={
        announced.length > 0
          ? t('announced.count', {
              done: count('done'),
              late: count('late'),
              refused: count('refused'),
              all: announced.length,
            })
          : t('announced.hint')
      }
      aside={announced.length > 0 ? add : undefined}
    >
      {announced.length === 0 ? (
        <EmptyState title={t('announced.empty')} picture={<Talk />} level={3} acts={add || undefined}>
          {t('announced.emptyHint')}
        </EmptyState>
      ) : (
        <Rows label={t('announced.title')}>
          {announced.map((card) => (
            <Line key={card.id} programme={programme} card={card} />
          ))}
        </Rows>
      )}
      {isAdding && (
        <Suspense>
          <CardDialog programme={programme} kind="action" onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Section>
  )
}

function Line({ programme, card }: { programme: Programme; card: Card }) {
  const t = useT()
  const me = useSession().member?.id
  const mayAct = programme.can.lead || (programme.state === 'running' && card.owner?.id === me)
  return (
    <li className="flex items-start justify-between gap-3">
      <div className="grid min-w-0 gap-0.5">
        <span className="font-semibold" dir="auto">
          {card.title}
        </span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {card.owner ? <MemberLink member={card.owner} /> : <span>{t('board.nobody')}</span>}
          <StateMark card={card} />
        </span>
        {card.outcome && <span dir="auto">{card.outcome}</span>}
        {card.refusedWhy && <span dir="auto">{t('announced.because', { why: card.refusedWhy })}</span>}
      </div>
      {mayAct && <CardActs programme={programme} card={card} />}
    </li>
  )
}
