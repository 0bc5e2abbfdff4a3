import { useState, type ReactNode } from 'react'
import type { ProblemView } from '#modules/problems/contract.ts'
import { doers, reviewDecisions } from '#modules/problems/words.ts'
import type { Doer, ReviewDecision } from '#modules/problems/words.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { readMeasure, today, useMeasure } from '../measure.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

export interface DialogProps {
  slug: string
  view: ProblemView
  onClose: () => void
}

/** A form in a dialog: Enter sends it, its two acts stand below. */
function Form({
  title,
  onClose,
  onSend,
  isReady,
  isActing,
  children,
}: {
  title: string
  onClose: () => void
  onSend: () => void
  isReady: boolean
  isActing: boolean
  children: ReactNode
}) {
  const t = useT()
  const id = `problem-form`
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('acts.cancel')}</Button>
          <Button look="primary" type="submit" form={id} isPending={isActing} isDisabled={!isReady}>
            {t('acts.save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="grid grid-cols-[minmax(0,1fr)] gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) onSend()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}

export function ValueDialog({ slug, view, onClose }: DialogProps) {
  const t = useT()
  const { isActing, act } = useAct()
  const [text, setText] = useState('')
  const [on, setOn] = useState<string | null>(today())
  const [source, setSource] = useState(view.indicator.source ?? '')
  const [note, setNote] = useState('')
  const [series, setSeries] = useState('own')
  const value = readMeasure(text)
  const { unit } = view.indicator
  const send = () =>
    act(async () => {
      const { outcome } = await api('PUT /api/v1/communities/:community/problem/values/:day', {
        params: { community: slug, day: on! },
        body: {
          value: value!,
          ...(source.trim() && { source: source.trim() }),
          note: note.trim() || null,
          comparisonId: series === 'own' ? null : series,
        },
      })
      return t(`value.${outcome}`)
    }, onClose)
  return (
    <Form
      title={t('value.title')}
      onClose={onClose}
      onSend={send}
      isActing={isActing}
      isReady={value !== null && on !== null && source.trim() !== ''}
    >
      {view.comparisons.length > 0 && (
        <Select
          label={t('value.series')}
          value={series}
          onChange={(id) => {
            setSeries(id)
            const beside = view.comparisons.find((one) => one.id === id)
            setSource(beside?.source ?? view.indicator.source ?? '')
          }}
          options={[
            { id: 'own', label: view.indicator.name ?? '' },
            ...view.comparisons.map(({ id, name }) => ({ id, label: name })),
          ]}
        />
      )}
      <TextField
        label={unit ? t('value.labelUnit', { unit }) : t('value.label')}
        value={text}
        onChange={setText}
        inputMode="decimal"
        isRequired
        error={text !== '' && value === null ? t('value.bad') : undefined}
      />
      <DateField label={t('value.on')} value={on} onChange={setOn} isRequired hint={t('value.correctHint')} />
      <TextField label={t('value.source')} value={source} onChange={setSource} maxLength={120} isRequired />
      <TextField label={t('value.note')} value={note} onChange={setNote} maxLength={300} optional />
    </Form>
  )
}

export function InterventionDialog({ slug, onClose }: DialogProps) {
  const t = useT()
  const { isActing, act } = useAct()
  const [text, setText] = useState('')
  const [on, setOn] = useState<string | null>(today())
  const [doneAs, setDoneAs] = useState<Doer>('managers')
  const send = () =>
    act(async () => {
      await api('POST /api/v1/communities/:community/problem/interventions', {
        params: { community: slug },
        body: { on: on!, text: text.trim(), doneAs },
      })
      return t('intervention.saved')
    }, onClose)
  return (
    <Form
      title={t('intervention.title')}
      onClose={onClose}
      onSend={send}
      isActing={isActing}
      isReady={text.trim() !== '' && on !== null}
    >
      <TextField
        label={t('intervention.text')}
        hint={t('intervention.textHint')}
        value={text}
        onChange={setText}
        maxLength={300}
        isRequired
      />
      <DateField label={t('intervention.on')} value={on} onChange={setOn} isRequired />
      <Select
        label={t('intervention.doneAs')}
        value={doneAs}
        onChange={(id) => setDoneAs(id as Doer)}
        options={doers.map((id) => ({ id, label: t(`who.${id}`) }))}
      />
    </Form>
  )
}

export function ReviewDialog({ slug, view, onClose }: DialogProps) {
  const t = useT()
  const { isActing, act } = useAct()
  const [decision, setDecision] = useState<ReviewDecision>('continue')
  const [why, setWhy] = useState('')
  const [nextOn, setNextOn] = useState<string | null>(null)
  const send = () =>
    act(async () => {
      await api('POST /api/v1/communities/:community/problem/reviews', {
        params: { community: slug },
        body: { decision, why: why.trim(), nextOn },
      })
      return t('review.saved')
    }, onClose)
  return (
    <Form
      title={t('review.title')}
      onClose={onClose}
      onSend={send}
      isActing={isActing}
      isReady={why.trim() !== '' && view.indicator.target !== null}
    >
      <RadioGroup
        label={t('review.decision')}
        hint={t('review.hint')}
        value={decision}
        onChange={(id) => setDecision(id as ReviewDecision)}
        options={reviewDecisions.map((id) => ({ id, label: t(`review.${id}`), hint: t(`review.${id}Hint`) }))}
      />
      <TextArea label={t('review.why')} value={why} onChange={setWhy} maxLength={2000} isRequired />
      <DateField label={t('review.next')} value={nextOn} onChange={setNextOn} optional min={today()} />
    </Form>
  )
}

export function CompareDialog({ slug, onClose }: DialogProps) {
  const t = useT()
  const { isActing, act } = useAct()
  const [name, setName] = useState('')
  const [source, setSource] = useState('')
  const send = () =>
    act(async () => {
      await api('POST /api/v1/communities/:community/problem/comparisons', {
        params: { community: slug },
        body: { name: name.trim(), source: source.trim() },
      })
      return t('compare.saved')
    }, onClose)
  return (
    <Form
      title={t('compare.title')}
      onClose={onClose}
      onSend={send}
      isActing={isActing}
      isReady={name.trim() !== '' && source.trim() !== ''}
    >
      <p>{t('compare.hint')}</p>
      <TextField label={t('compare.name')} value={name} onChange={setName} maxLength={120} isRequired />
      <TextField label={t('compare.source')} value={source} onChange={setSource} maxLength={120} isRequired />
    </Form>
  )
}

export function IndicatorDialog({ slug, view: { indicator }, onClose }: DialogProps) {
  const t = useT()
  const { isActing, act } = useAct()
  const measure = useMeasure(null)
  const [name, setName] = useState(indicator.name ?? '')
  const [formula, setFormula] = useState(indicator.formula ?? '')
  const [unit, setUnit] = useState(indicator.unit ?? '')
  const [source, setSource] = useState(indicator.source ?? '')
  const [baseline, setBaseline] = useState(measure.typed(indicator.baseline))
  const [baselineOn, setBaselineOn] = useState(indicator.baselineOn)
  const [target, setTarget] = useState(measure.typed(indicator.target))
  const [targetOn, setTargetOn] = useState(indicator.targetOn)
  const isBad = (text: string) => text.trim() !== '' && readMeasure(text) === null
  const isSame = target !== '' && readMeasure(target) === readMeasure(baseline)
  const send = () =>
    act(async () => {
      await api('PUT /api/v1/communities/:community/problem/indicator', {
        params: { community: slug },
        body: {
          name: name.trim(),
          formula: formula.trim() || null,
          unit: unit.trim() || null,
          source: source.trim() || null,
          baseline: readMeasure(baseline),
          baselineOn,
          target: readMeasure(target),
          targetOn,
        },
      })
      return t('indicator.saved')
    }, onClose)
  return (
    <Form
      title={t('indicator.title')}
      onClose={onClose}
      onSend={send}
      isActing={isActing}
      isReady={name.trim() !== '' && !isBad(baseline) && !isBad(target) && !isSame}
    >
      <TextField
        label={t('indicator.name')}
        hint={t('indicator.nameHint')}
        value={name}
        onChange={setName}
        maxLength={300}
        isRequired
      />
      <TextArea
        label={t('indicator.formula')}
        hint={t('indicator.formulaHint')}
        value={formula}
        onChange={setFormula}
        maxLength={1000}
        optional
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label={t('indicator.unit')} value={unit} onChange={setUnit} maxLength={40} optional />
        <TextField
          label={t('indicator.source')}
          hint={t('indicator.sourceHint')}
          value={source}
          onChange={setSource}
          maxLength={300}
        />
        <TextField
          label={t('indicator.baseline')}
          value={baseline}
          onChange={setBaseline}
          inputMode="decimal"
          error={isBad(baseline) ? t('value.bad') : undefined}
        />
        <DateField label={t('indicator.baselineOn')} value={baselineOn} onChange={setBaselineOn} />
        <TextField
          label={t('indicator.target')}
          value={target}
          onChange={setTarget}
          inputMode="decimal"
          error={isBad(target) ? t('value.bad') : isSame ? t('refusal.targetIsBaseline') : undefined}
        />
        <DateField label={t('indicator.targetOn')} value={targetOn} onChange={setTargetOn} />
      </div>
    </Form>
  )
}
