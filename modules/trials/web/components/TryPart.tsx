import { useState } from 'react'
import { readiness } from '#modules/trials/words.ts'
import type { TrialDetail } from '#modules/trials/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { StepCard } from './StepCard.tsx'

/** The scenario, one step after the other, and what one thinks of the whole. */
export function TryPart({ trial }: { trial: TrialDetail }) {
  const t = useT()
  const tried = trial.steps.filter(({ mine }) => mine !== null).length
  const device = trial.steps.findLast(({ mine }) => mine?.device)?.mine?.device ?? null
  return (
    <>
      {!trial.isTester && (
        <Notice>{trial.joinRefusal ? t(`seat.${trial.joinRefusal}`) : t('try.readers')}</Notice>
      )}
      <Section
        title={t('try.title')}
        {...(trial.isTester && { hint: t('try.progress', { n: tried, total: trial.steps.length }) })}
      >
        <ol className="trial-steps">
          {trial.steps.map((step, index) => (
            <StepCard key={step.id} step={step} n={index + 1} mayTest={trial.can.test} lastDevice={device} />
          ))}
        </ol>
      </Section>
      {trial.can.test && <FeedbackPart trial={trial} />}
    </>
  )
}

function FeedbackPart({ trial }: { trial: TrialDetail }) {
  const t = useT()
  const [good, setGood] = useState(trial.feedback?.good ?? '')
  const [missing, setMissing] = useState(trial.feedback?.missing ?? '')
  const [ready, setReady] = useState<string | null>(trial.feedback?.ready ?? null)
  const save = useAct(
    () =>
      api('PUT /api/v1/trials/:trialId/feedback', {
        params: { trialId: trial.id },
        body: {
          good: good.trim() || null,
          missing: missing.trim() || null,
          ready: ready as (typeof readiness)[number],
        },
      }),
    t('feedback.saved'),
  )
  return (
    <Section title={t('feedback.title')} hint={t('try.seen')}>
      <div className="grid gap-4">
        <TextArea
          label={t('feedback.good')}
          rows={2}
          value={good}
          onChange={setGood}
          maxLength={2000}
          optional
        />
        <TextArea
          label={t('feedback.missing')}
          rows={2}
          value={missing}
          onChange={setMissing}
          maxLength={2000}
          optional
        />
        <RadioGroup
          label={t('feedback.ready')}
          value={ready}
          onChange={setReady}
          options={readiness.map((id) => ({ id, label: t(`ready.${id}`) }))}
        />
        <p className="m-0">
          <Button look="primary" isDisabled={!ready} isPending={save.isPending} onPress={() => save.run()}>
            {t('feedback.save')}
          </Button>
        </p>
      </div>
    </Section>
  )
}
