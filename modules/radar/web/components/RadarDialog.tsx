import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import type { RadarView, Vector } from '#modules/radar/contract.ts'
import { askedQuestions, vectors } from '#modules/radar/words.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

export type RadarForm =
  | { kind: 'focus' | 'budget' | 'review' | 'answer' }
  | { kind: 'write'; reviewId: string }
interface Props {
  programmeId: string
  form: RadarForm
  first: Vector
  onClose: () => void
}

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const titles = {
  focus: 'focus.choose',
  budget: 'work.budget',
  review: 'work.review',
  answer: 'work.answer',
  write: 'work.write',
} as const
const sends = {
  focus: 'focus.save',
  budget: 'form.propose',
  review: 'form.ask',
  answer: 'form.send',
  write: 'form.send',
} as const

/** What a person may add to a radar: a choice for the week, a budget to sign, a review, a dated answer. No state. */
export default function RadarDialog({ programmeId, form, first, onClose }: Props) {
  const t = useT()
  const [vector, setVector] = useState<Vector>(first)
  const [words, setWords] = useState('')
  const [action, setAction] = useState(t(`next.${first}`))
  const [kind, setKind] = useState<'events' | 'time'>('time')
  const [amount, setAmount] = useState('')
  const [from, setFrom] = useState<string | null>(() => day(0))
  const [to, setTo] = useState<string | null>(() => day(180))
  const [peer, setPeer] = useState<MemberCard | null>(null)
  const [verdict, setVerdict] = useState<'ready' | 'notYet'>('ready')
  const [question, setQuestion] = useState<(typeof askedQuestions)[number]>('pinnedWhy')
  const [answer, setAnswer] = useState<'yes' | 'no'>('yes')
  const [url, setUrl] = useState('')
  const params = { programmeId }
  const act = useAct(
    programmeId,
    (_: void, idempotencyKey): Promise<RadarView> => {
      switch (form.kind) {
        case 'focus':
          return api('PUT /api/v1/programmes/:programmeId/radar/focus', {
            params,
            body: { vector, reason: words.trim(), action: action.trim() },
            idempotencyKey,
          })
        case 'budget':
          return api('POST /api/v1/programmes/:programmeId/radar/budgets', {
            params,
            body: {
              kind,
              amount: Number(amount.replace(',', '.')),
              words: words.trim(),
              startsOn: from ?? '',
              endsOn: to ?? '',
            },
            idempotencyKey,
          })
        case 'review':
          return api('POST /api/v1/programmes/:programmeId/radar/reviews', {
            params,
            body: { peerId: peer?.id ?? '' },
            idempotencyKey,
          })
        case 'write':
          return api('POST /api/v1/radar/reviews/:reviewId', {
            params: { reviewId: form.reviewId },
            body: { verdict, word: words.trim() },
            idempotencyKey,
          })
        case 'answer':
          return api('POST /api/v1/programmes/:programmeId/radar/answers', {
            params,
            body: { question, answer, url: url.trim(), word: words.trim() || null },
            idempotencyKey,
          })
      }
    },
    t('said.saved'),
    onClose,
  )
  const isReady = {
    focus: words.trim() !== '' && action.trim() !== '',
    budget: Number(amount.replace(',', '.')) > 0 && from !== null && to !== null && from <= to,
    review: peer !== null,
    write: words.trim() !== '',
    answer: url.trim() !== '',
  }[form.kind]
  return (
    <Dialog
      title={t(titles[form.kind])}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} isPending={act.isPending} onPress={() => act.run()}>
            {t(sends[form.kind])}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {form.kind === 'focus' && (
          <>
            <Select
              label={t('focus.vector')}
              value={vector}
              onChange={(next) => {
                const chosen = vectors.find((one) => one === next) ?? first
                if (action === t(`next.${vector}`)) setAction(t(`next.${chosen}`))
                setVector(chosen)
              }}
              options={vectors.map((id) => ({ id, label: t(`vector.${id}`) }))}
            />
            <TextArea label={t('focus.reason')} value={words} onChange={setWords} maxLength={300} />
            <TextField label={t('focus.action')} value={action} onChange={setAction} maxLength={300} />
          </>
        )}
        {form.kind === 'budget' && (
          <>
            <RadioGroup
              label={t('form.kind')}
              value={kind}
              onChange={(next) => setKind(next === 'events' ? 'events' : 'time')}
              options={[
                { id: 'time', label: t('form.kindTime') },
                { id: 'events', label: t('form.kindEvents') },
              ]}
            />
            <TextField label={t('form.amount')} value={amount} onChange={setAmount} inputMode="decimal" />
            <DateField label={t('form.from')} value={from} onChange={setFrom} />
            <DateField label={t('form.to')} value={to} onChange={setTo} min={day(0)} />
            <TextArea label={t('form.words')} value={words} onChange={setWords} maxLength={500} />
          </>
        )}
        {form.kind === 'review' && (
          <PersonPicker label={t('form.peer')} employeesOnly chosen={peer} onChoose={setPeer} />
        )}
        {form.kind === 'write' && (
          <>
            <RadioGroup
              label={t('form.verdict')}
              value={verdict}
              onChange={(next) => setVerdict(next === 'ready' ? 'ready' : 'notYet')}
              options={[
                { id: 'ready', label: t('form.ready') },
                { id: 'notYet', label: t('form.notYet') },
              ]}
            />
            <TextArea label={t('form.word')} value={words} onChange={setWords} maxLength={1000} />
          </>
        )}
        {form.kind === 'answer' && (
          <>
            <p className="text-pretty">{t('form.hint')}</p>
            <Select
              label={t('form.question')}
              value={question}
              onChange={(next) => setQuestion(askedQuestions.find((one) => one === next) ?? 'pinnedWhy')}
              options={askedQuestions.map((id) => ({ id, label: t(`form.${id}`) }))}
            />
            <RadioGroup
              label={t(`form.${question}`)}
              value={answer}
              onChange={(next) => setAnswer(next === 'no' ? 'no' : 'yes')}
              options={[
                { id: 'yes', label: t('form.yes') },
                { id: 'no', label: t('form.no') },
              ]}
            />
            <TextField label={t('form.url')} value={url} onChange={setUrl} maxLength={500} />
          </>
        )}
      </div>
    </Dialog>
  )
}
