import { CircleCheck, CircleDashed } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { MemberLink } from '#modules/people/web/public.ts'
import type { AskedItem, Phase, Programme } from '#modules/programmes/contract.ts'
import { phases } from '#modules/programmes/words.ts'
import type { SaidKey } from '#modules/programmes/words.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const PhaseDialog = lazy(() => import('./PhaseDialog.tsx'))

/** The five phases, what this one asks before the next, and how it came here. */
export function PhasePart({ programme }: { programme: Programme }) {
  const t = useT()
  const [to, setTo] = useState<Phase>()
  const here = phases.indexOf(programme.phase)
  const next = phases[here + 1]
  const previous = phases[here - 1]
  const done = programme.asked.filter((item) => item.done).length
  return (
    <Section title={t('phase.title')} hint={t(`phase.about.${programme.phase}`)}>
      <ol className="phases" aria-label={t('phase.title')}>
        {phases.map((phase, index) => (
          <li
            key={phase}
            data-past={index < here || programme.state === 'closed' || undefined}
            aria-current={phase === programme.phase && programme.state === 'running' ? 'step' : undefined}
          >
            <span>{t(`phase.${phase}`)}</span>
          </li>
        ))}
      </ol>
      {programme.asked.length > 0 && (
        <>
          <h3 className="plan-sub">
            {next
              ? t('phase.asks', { done, all: programme.asked.length })
              : t('phase.asksLast', { done, all: programme.asked.length })}
          </h3>
          <ul className="asked">
            {programme.asked.map((item) => (
              <AskedLine key={item.key} programme={programme} item={item} />
            ))}
          </ul>
        </>
      )}
      {programme.can.lead && (
        <p className="flex flex-wrap gap-2 pt-2">
          {next && (
            <Button look="primary" size="small" onPress={() => setTo(next)}>
              {t('phase.goOn', { phase: t(`phase.${next}`) })}
            </Button>
          )}
          {previous && (
            <Button look="quiet" size="small" onPress={() => setTo(previous)}>
              {t('phase.goBack', { phase: t(`phase.${previous}`) })}
            </Button>
          )}
        </p>
      )}
      {programme.history.length > 1 && (
        <details className="pt-3">
          <summary className="cursor-pointer text-sm font-semibold">{t('phase.history')}</summary>
          <ol className="phase-history">
            {programme.history.toReversed().map((one) => (
              <li key={one.at + one.to}>
                <p className="m-0">
                  <strong>{t(`phase.${one.to}`)}</strong>{' '}
                  <span className="text-sm text-muted">{t('on', { on: new Date(one.at) })}</span>
                  {one.by && (
                    <span className="text-sm text-muted">
                      {' · '}
                      <MemberLink member={one.by} />
                    </span>
                  )}
                </p>
                {one.reason && (
                  <p className="m-0" dir="auto">
                    {t('phase.because')} {one.reason}
                  </p>
                )}
                {one.missing.length > 0 && (
                  <p className="m-0 text-sm text-muted">
                    {t('phase.without', {
                      what: one.missing.map((key) => t(`asked.${key as AskedItem['key']}`)).join(', '),
                    })}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
      {to && (
        <Suspense>
          <PhaseDialog programme={programme} to={to} onClose={() => setTo(undefined)} />
        </Suspense>
      )}
    </Section>
  )
}

/** One thing that is asked: computed from what is there, or said by a leader. */
function AskedLine({ programme, item }: { programme: Programme; item: AskedItem }) {
  const t = useT()
  const { isActing, act } = useAct()
  return (
    <li data-done={item.done || undefined}>
      {item.done ? <CircleCheck aria-hidden /> : <CircleDashed aria-hidden />}
      <span className="min-w-0">
        <span className="sr-only">{t(item.done ? 'phase.isDone' : 'phase.isOpen')} </span>
        {t(`asked.${item.key}`)}
        {item.need !== null && item.have !== null && (
          <span className="text-muted tabular-nums">
            {' '}
            {t('phase.count', { have: item.have, need: item.need })}
          </span>
        )}
        {item.saidAt && (
          <span className="text-sm text-muted"> {t('phase.said', { on: new Date(item.saidAt) })}</span>
        )}
      </span>
      {item.isSaid && programme.can.lead && (
        <Button
          look="quiet"
          size="small"
          isDisabled={isActing}
          onPress={() =>
            act(async () => {
              await api('PUT /api/v1/programmes/:programmeId/said/:key', {
                params: { programmeId: programme.id, key: item.key as SaidKey },
                body: { said: !item.done },
              })
              return t('phase.noted')
            })
          }
        >
          {t(item.done ? 'phase.unsay' : 'phase.say')}
        </Button>
      )}
    </li>
  )
}
