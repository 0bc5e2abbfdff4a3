import { useState } from 'react'
import { saidOutcomes } from '#modules/moderation/words.ts'
import type { CaseDetail, Measure, MeasureKind, Step } from '#modules/moderation/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { PersonPicker } from '#modules/communities/web/public.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { ArticleFields, useWording } from './ArticleFields.tsx'

export type CaseAct =
  | { act: Step }
  | { act: MeasureKind }
  | { act: 'close' }
  | { act: 'decline' | 'appeal'; measure: Measure }

interface Props {
  file: CaseDetail
  onClose: () => void
}

function Frame(
  props: Props & {
    title: string
    send: string
    isReady: boolean
    isPending: boolean
    onSend: () => void
    children: React.ReactNode
  },
) {
  const t = useT()
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      acts={
        <>
          <Button onPress={props.onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!props.isReady}
            isPending={props.isPending}
            onPress={props.onSend}
          >
            {props.send}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">{props.children}</div>
    </Dialog>
  )
}

const clocks = [4, 24, 48, 72, 168] as const

function StepDialog({ file, onClose, step }: Props & { step: Step }) {
  const t = useT()
  const wording = useWording(file, step)
  const [peer, setPeer] = useState<MemberCard | null>(null)
  const [hours, setHours] = useState(24)
  const caseId = file.card.id
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/moderation/cases/:caseId/steps', {
        params: { caseId },
        body: {
          step,
          article: wording.article,
          text: wording.text.trim(),
          ...(step === 'peer' && { toMemberId: peer?.id ?? null }),
          ...(step === 'correction' && { hours }),
        },
        idempotencyKey,
      }),
    t('case.done.step'),
    onClose,
  )
  return (
    <Frame
      file={file}
      onClose={onClose}
      title={t(`case.steps.${step}`)}
      send={t('send')}
      isReady={wording.text.trim() !== '' && (step !== 'peer' || peer !== null)}
      isPending={act.isPending}
      onSend={() => act.run(undefined)}
    >
      <p className="text-muted">{t(`case.steps.${step}Hint`)}</p>
      {step === 'peer' && file.card.community && (
        <PersonPicker
          label={t('dialog.peer')}
          slug={file.card.community.slug}
          chosen={peer}
          onChoose={setPeer}
          without={[file.card.author.id]}
        />
      )}
      <ArticleFields file={file} wording={wording} label={t('dialog.text')} />
      {step === 'correction' && (
        <Select
          label={t('dialog.hours')}
          value={String(hours)}
          onChange={(id) => setHours(Number(id))}
          options={clocks.map((n) => ({ id: String(n), label: t('dialog.hour', { n }) }))}
        />
      )}
    </Frame>
  )
}

const lengths = [1, 2, 3, 7, 14, 30] as const

function MeasureDialog({ file, onClose, kind }: Props & { kind: MeasureKind }) {
  const t = useT()
  const wording = useWording(file, kind === 'pause' ? 'pause' : 'hide')
  const isLaw = kind === 'takedown'
  const [lawReason, setLawReason] = useState('')
  const [note, setNote] = useState('')
  const [days, setDays] = useState(3)
  // Whoever cannot wait says so; without it nothing is hidden before the author could answer.
  const [urgent, setUrgent] = useState(false)
  const reason = (isLaw ? lawReason : wording.text).trim()
  const caseId = file.card.id
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/moderation/cases/:caseId/measures', {
        params: { caseId },
        body: {
          kind,
          article: isLaw ? null : wording.article,
          reason,
          note: note.trim() || null,
          ...(kind === 'pause' && { days }),
          urgent,
        },
        idempotencyKey,
      }),
    t('case.done.proposed'),
    onClose,
  )
  return (
    <Frame
      file={file}
      onClose={onClose}
      title={t(`case.steps.${kind}`)}
      send={t(`case.do.${kind}`)}
      isReady={reason !== '' && (isLaw || wording.article !== null)}
      isPending={act.isPending}
      onSend={() => act.run(undefined)}
    >
      <p className="text-muted">{t(`case.steps.${kind}Hint`)}</p>
      {isLaw ? (
        <TextArea label={t('dialog.reason')} value={lawReason} onChange={setLawReason} maxLength={2000} />
      ) : (
        <ArticleFields file={file} wording={wording} label={t('dialog.reason')} needsArticle />
      )}
      {kind === 'pause' ? (
        <Select
          label={t('dialog.days')}
          value={String(days)}
          onChange={(id) => setDays(Number(id))}
          options={lengths.map((n) => ({ id: String(n), label: t('dialog.day', { n }) }))}
        />
      ) : (
        <TextField
          label={t('dialog.note')}
          hint={t('dialog.noteHint')}
          optional
          value={note}
          onChange={setNote}
          maxLength={300}
        />
      )}
      {!isLaw && file.can.onlyUrgently && (
        <Checkbox isSelected={urgent} onChange={setUrgent} hint={t('dialog.urgentHint')}>
          {t('dialog.urgent')}
        </Checkbox>
      )}
    </Frame>
  )
}

function CloseDialog({ file, onClose }: Props) {
  const t = useT()
  const wording = useWording(file, 'close')
  const [outcome, setOutcome] = useState<(typeof saidOutcomes)[number]>(
    file.correctedAt ? 'corrected' : file.steps.length > 0 ? 'talked' : 'unfounded',
  )
  const [typed, setTyped] = useState<string>()
  const word = typed ?? (outcome === 'talked' ? wording.text : '')
  const caseId = file.card.id
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/moderation/cases/:caseId/closing', {
        params: { caseId },
        body: { outcome, word: word.trim() || null },
        idempotencyKey,
      }),
    t('case.done.closed'),
    onClose,
  )
  return (
    <Frame
      file={file}
      onClose={onClose}
      title={t('case.do.close')}
      send={t('case.do.close')}
      isReady
      isPending={act.isPending}
      onSend={() => act.run(undefined)}
    >
      <RadioGroup
        label={t('dialog.outcome')}
        cards
        value={outcome}
        onChange={(id) => setOutcome(saidOutcomes.find((one) => one === id) ?? 'unfounded')}
        options={saidOutcomes.map((id) => ({
          id,
          label: t(`outcome.${id}`),
          hint: t(`mine.outcome.${id}`),
        }))}
      />
      <TextArea label={t('dialog.word')} optional value={word} onChange={setTyped} maxLength={1000} />
    </Frame>
  )
}

function DeclineDialog({ file, onClose, measure }: Props & { measure: Measure }) {
  const t = useT()
  const [word, setWord] = useState('')
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/moderation/measures/:measureId/decision', {
        params: { measureId: measure.id },
        body: { decision: 'declined', word: word.trim() || null },
        idempotencyKey,
      }),
    t('case.done.declined'),
    onClose,
  )
  return (
    <Frame
      file={file}
      onClose={onClose}
      title={t('case.do.decline')}
      send={t('case.do.decline')}
      isReady
      isPending={act.isPending}
      onSend={() => act.run(undefined)}
    >
      <TextArea label={t('dialog.declineWord')} optional value={word} onChange={setWord} maxLength={2000} />
    </Frame>
  )
}

function AppealDialog({ file, onClose, measure }: Props & { measure: Measure }) {
  const t = useT()
  const [decision, setDecision] = useState<'upheld' | 'overturned' | ''>('')
  const [reasons, setReasons] = useState('')
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/moderation/measures/:measureId/appeal-decision', {
        params: { measureId: measure.id },
        body: { decision: decision || 'upheld', reasons: reasons.trim() },
        idempotencyKey,
      }),
    t('case.done.appeal'),
    onClose,
  )
  return (
    <Frame
      file={file}
      onClose={onClose}
      title={t('case.do.answerAppeal')}
      send={t('send')}
      isReady={decision !== '' && reasons.trim() !== ''}
      isPending={act.isPending}
      onSend={() => act.run(undefined)}
    >
      <RadioGroup
        label={t('dialog.decision')}
        cards
        value={decision}
        onChange={(id) => setDecision(id === 'overturned' ? 'overturned' : 'upheld')}
        options={[
          { id: 'upheld', label: t('dialog.upheld') },
          { id: 'overturned', label: t('dialog.overturned') },
        ]}
      />
      <TextArea label={t('dialog.reasons')} value={reasons} onChange={setReasons} maxLength={2000} />
    </Frame>
  )
}

/** The dialog of one act on a case. */
export default function CaseDialogs({ file, onClose, open }: Props & { open: CaseAct }) {
  const props = { file, onClose }
  switch (open.act) {
    case 'peer':
    case 'message':
    case 'correction':
      return <StepDialog {...props} step={open.act} />
    case 'hide':
    case 'pause':
    case 'takedown':
      return <MeasureDialog {...props} kind={open.act} />
    case 'close':
      return <CloseDialog {...props} />
    case 'decline':
      return <DeclineDialog {...props} measure={(open as { measure: Measure }).measure} />
    case 'appeal':
      return <AppealDialog {...props} measure={(open as { measure: Measure }).measure} />
  }
}
