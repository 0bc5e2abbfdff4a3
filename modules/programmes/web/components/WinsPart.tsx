import { Plus, Sparkles } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { postPath } from '#modules/discussions/web/public.ts'
import type { Card, Programme } from '#modules/programmes/contract.ts'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { useT } from '../t.ts'
import { asDate } from '../when.ts'
import { CardActs } from './CardActs.tsx'

const CardDialog = lazy(() => import('./CardDialog.tsx'))

/** Quick wins: what, where, since when, and where it was told. */
export function WinsPart({ programme }: { programme: Programme }) {
  const t = useT()
  const [isAdding, setAdding] = useState(false)
  const { wins, can } = programme
  return (
    <Section
      title={t('wins.title')}
      hint={t('wins.hint')}
      aside={
        can.lead && (
          <Button look="quiet" size="small" icon aria-label={t('wins.add')} onPress={() => setAdding(true)}>
            <Plus aria-hidden />
          </Button>
        )
      }
    >
      {wins.length === 0 ? (
        <p className="text-muted">{t(can.lead ? 'wins.emptyLead' : 'plan.notYet')}</p>
      ) : (
        <Rows label={t('wins.title')}>
          {wins.map((card) => (
            <Win key={card.id} programme={programme} card={card} />
          ))}
        </Rows>
      )}
      {isAdding && (
        <Suspense>
          <CardDialog programme={programme} kind="win" onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Section>
  )
}

function Win({ programme, card }: { programme: Programme; card: Card }) {
  const t = useT()
  return (
    <li className="flex items-start gap-3">
      <Sparkles aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="m-0 font-semibold" dir="auto">
          {card.title}
        </p>
        {card.detail && (
          <p className="m-0" dir="auto">
            {card.detail}
          </p>
        )}
        <p className="m-0 flex flex-wrap gap-x-3 text-sm text-muted">
          {card.who && <span dir="auto">{card.who}</span>}
          {card.on && <span>{t('wins.since', { on: asDate(card.on) })}</span>}
          {card.post ? (
            <Link to={postPath(card.post.id)} dir="auto">
              {t('wins.told', { title: card.post.title ?? '' })}
            </Link>
          ) : (
            card.state === 'open' && <span>{t('wins.notTold')}</span>
          )}
        </p>
      </div>
      {programme.can.lead && <CardActs programme={programme} card={card} />}
    </li>
  )
}
