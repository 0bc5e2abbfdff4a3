import './pulse.css'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import type { Desk as DeskData, DeskWave } from '#modules/pulse/contract.ts'
import { deskQuery } from '../queries.ts'
import type { DeskScope } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { SaidForm } from './SaidForm.tsx'
import { WaveForm } from './WaveForm.tsx'

const OpenDialog = lazy(() => import('./OpenDialog.tsx'))

/** Prepare, open, follow, answer. What moves during a wave is one share in tens; results come with everybody's. */
export function Desk({ scope }: { scope: DeskScope }) {
  const t = useT()
  const { data, error, refetch } = useQuery(deskQuery(scope))
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  return (
    <div className="grid gap-6">
      {data.unanswered && (
        <SaidForm key={data.unanswered.id} wave={data.unanswered} hasThemes={data.scope.slug !== null} />
      )}
      {data.wave?.state === 'open' ? (
        <Running wave={data.wave} />
      ) : (
        <Preparing key={data.wave?.id ?? 'new'} scope={scope} desk={data} />
      )}
    </div>
  )
}

function Running({ wave }: { wave: DeskWave }) {
  const t = useT()
  const format = useFormat()
  const words = useWords()
  const cancel = useAct(
    () => api('POST /api/v1/pulse-waves/:waveId/cancellation', { params: { waveId: wave.id } }),
    t('desk.cancelled'),
  )
  return (
    <Section title={t('desk.running')}>
      <div className="grid gap-3">
        <p>{t('desk.closes', { date: format.dateTime(new Date(wave.closesAt!), 'moment') })}</p>
        <ul className="list-disc ps-5">
          {wave.items.map((item) => (
            <li key={item.key}>{words.question(item)}</li>
          ))}
        </ul>
        {wave.answered && (
          <p>
            <strong>{t('desk.rate')}</strong>
            {' · '}
            {t('desk.rateValue', { share: words.share(wave.answered) })}
            <br />
            <span className="text-sm text-muted">{t('desk.rateHint')}</span>
          </p>
        )}
        {wave.canCancel && (
          <p className="pulse-acts">
            <Button look="danger" isPending={cancel.isPending} onPress={() => cancel.run()}>
              {t('desk.cancelWave')}
            </Button>
            <span className="text-sm text-muted">{t('desk.cancelHint')}</span>
          </p>
        )}
      </div>
    </Section>
  )
}

function Preparing({ scope, desk }: { scope: DeskScope; desk: DeskData }) {
  const t = useT()
  const format = useFormat()
  const [isOpening, setOpening] = useState(false)
  const wave = desk.wave
  const gate = desk.unanswered
    ? t('desk.gateSaid')
    : desk.notBefore
      ? t('desk.gateDate', { date: format.dateTime(new Date(`${desk.notBefore}T12:00:00Z`), 'day') })
      : null
  return (
    <Section title={t('desk.prepare')} hint={t('desk.prepareHint')}>
      <div className="grid gap-5">
        {gate && <Notice>{gate}</Notice>}
        <WaveForm
          scope={scope}
          desk={desk}
          acts={
            wave && (
              <Button look="primary" isDisabled={gate !== null} onPress={() => setOpening(true)}>
                {t('desk.open')}
              </Button>
            )
          }
        />
        <Suspense>
          {isOpening && wave && <OpenDialog wave={wave} onClose={() => setOpening(false)} />}
        </Suspense>
      </div>
    </Section>
  )
}
