import { useMutation } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { useState } from 'react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { api, ApiError } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Layout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { maxText, minAnswers } from '#modules/pulse/contract.ts'
import type { OpenWave } from '#modules/pulse/contract.ts'
import { refresh } from '../queries.ts'
import { tracesIn } from '../recognisable.ts'
import { useT } from '../t.ts'
import { useWords } from '../words.ts'
import { Protection } from './Protection.tsx'

const steps = [1, 2, 3, 4, 5] as const

/**
 * Twenty seconds: one scale per question, one optional text. What is chosen stays in this component's memory: not in
 * the outbox, not in a draft, nowhere on the device.
 */
export function AnswerForm({ wave }: { wave: OpenWave }) {
  const t = useT()
  const say = useErrorWords(t)
  const format = useFormat()
  const words = useWords()
  const [values, setValues] = useState<Readonly<Record<string, number | undefined>>>({})
  const [text, setText] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const send = useMutation({
    mutationFn: () =>
      api('POST /api/v1/pulse-answers', {
        body: {
          waveId: wave.id,
          values: wave.items.map(({ key }) => ({ key, value: values[key] ?? null })),
          text: text.trim() || null,
        },
      }),
    onSuccess: refresh,
    onError: (error) => {
      if (error instanceof ApiError && error.status !== 0) refresh()
    },
    // Waiting for the network would keep the answer on the device.
    networkMode: 'always',
  })
  if (send.isSuccess || wave.mine.state === 'answered')
    return (
      <div role="status">
        <Notice title={t('answer.counted')} icon={<Lock aria-hidden />}>
          <p>{t('answer.countedHint')}</p>
        </Notice>
      </div>
    )
  if (wave.mine.state === 'notAsked')
    return (
      <Notice title={t('answer.notAsked')}>
        <p>{t('answer.notAskedHint')}</p>
      </Notice>
    )
  const change = (key: string, value: number | undefined) => {
    setEmpty(false)
    setValues((now) => ({ ...now, [key]: value }))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!Object.values(values).some((value) => value !== undefined)) setEmpty(true)
        else if (!send.isPending) send.mutate()
      }}
    >
      {wave.kind === 'adkar' && <p className="text-muted">{t('answer.adkar')}</p>}
      <div className="pulse-promise">
        <p className="font-semibold">{t('answer.promise', { k: minAnswers })}</p>
        <p>
          {wave.mine.label ? t('answer.label', { label: words.cell(wave.mine.label) }) : t('answer.noLabel')}
        </p>
        <Protection />
      </div>
      {wave.items.map((item) => (
        <RadioGroup
          key={item.key}
          className="pulse-question"
          value={values[item.key] === undefined ? null : String(values[item.key])}
          onChange={(value) => change(item.key, Number(value))}
        >
          <div className="pulse-question-head">
            <Label elementType="span" {...(item.text && { dir: 'auto' })}>
              {words.question(item)}
            </Label>
            {/* Its room is kept, so that nothing moves under the thumb. */}
            <Button
              look="quiet"
              size="small"
              className={values[item.key] === undefined ? 'invisible' : undefined}
              isDisabled={values[item.key] === undefined}
              onPress={() => change(item.key, undefined)}
              aria-label={t('answer.skipOf', { question: words.question(item) })}
            >
              {t('answer.skip')}
            </Button>
          </div>
          <div className="pulse-scale">
            {steps.map((step) => (
              <Radio key={step} value={String(step)} className="pulse-step">
                <strong>{step}</strong>
                {t(`scale.v${step}`)}
              </Radio>
            ))}
          </div>
        </RadioGroup>
      ))}
      <p className="pt-2 text-sm text-muted">{t('answer.skipHint')}</p>
      {wave.withText && <FreeText text={text} onChange={setText} />}
      {(isEmpty || send.error) && (
        <p role="alert" className="pt-3 text-bad">
          {isEmpty ? t('answer.empty') : say(send.error)}
        </p>
      )}
      <p className="pulse-acts pt-4">
        <Button type="submit" look="primary" isPending={send.isPending}>
          {t('answer.send')}
        </Button>
        <span className="text-sm text-muted">
          {t('answer.until', { date: format.dateTime(new Date(wave.closesAt), 'weekday') })}
        </span>
      </p>
    </form>
  )
}

function FreeText({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useT()
  const traces = tracesIn(text)
  return (
    <div className="grid gap-2 pt-4">
      <TextArea
        label={t('answer.text')}
        hint={text ? t('answer.left', { n: maxText - text.length }) : t('answer.textHint')}
        optional
        rows={2}
        maxLength={maxText}
        value={text}
        onChange={onChange}
        autoComplete="off"
      />
      <div aria-live="polite">
        {traces.length > 0 && (
          <Notice title={t('answer.reword.title')} tone="warn">
            <p>{traces.map((trace) => t(`answer.reword.${trace}`)).join(', ')}</p>
            <p className="text-sm">{t('answer.reword.local')}</p>
          </Notice>
        )}
      </div>
    </div>
  )
}
