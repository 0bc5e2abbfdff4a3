import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { ProgrammeDetail, ProgrammeKind } from '#modules/ambassadors/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { FormDialog } from './FormDialog.tsx'

interface Props {
  /** Absent: a new one, under this community or change programme. */
  programme?: ProgrammeDetail
  communityId?: string
  changeId?: string
  defaultSeats: { content: number; adoption: number }
  onClose: () => void
  onDone?: (id: string) => void
}
const whole = (text: string, otherwise: number): number => Math.max(0, Math.round(Number(text)) || otherwise)

/** Begins a programme, or changes one. */
export default function ProgrammeDialog({
  programme,
  communityId,
  changeId,
  defaultSeats,
  onClose,
  onDone,
}: Props) {
  const t = useT()
  const [name, setName] = useState(programme?.name ?? '')
  const [purpose, setPurpose] = useState(programme?.purpose ?? '')
  const [kind, setKind] = useState<ProgrammeKind>(programme?.kind ?? 'content')
  const [seats, setSeats] = useState(programme ? String(programme.seats) : '')
  const [months, setMonths] = useState(String(programme?.mandateMonths ?? 12))
  const [minimum, setMinimum] = useState(String(programme?.minPerQuarter ?? 3))
  const [leader, setLeader] = useState<MemberCard | null>(programme?.leader ?? null)
  const [charter, setCharter] = useState('')
  const act = useAct(
    (_: void, idempotencyKey) => {
      const body = {
        name: name.trim(),
        purpose: purpose.trim(),
        mandateMonths: whole(months, 12),
        minPerQuarter: Number(minimum) === 0 ? 0 : whole(minimum, 3),
        ...(seats.trim() && { seats: whole(seats, defaultSeats[kind]) }),
        ...(leader && { leaderId: leader.id }),
      }
      return programme
        ? api('PATCH /api/v1/ambassador-programmes/:ambassadorProgrammeId', {
            params: { ambassadorProgrammeId: programme.id },
            body,
          })
        : api('POST /api/v1/ambassador-programmes', {
            body: {
              ...body,
              kind,
              ...(communityId && { communityId }),
              ...(changeId && { changeId }),
              ...(charter.trim() && { charter: charter.trim() }),
            },
            idempotencyKey,
          })
    },
    t(programme ? 'common.saved' : 'programme.created'),
    ({ id }) => {
      onClose()
      onDone?.(id)
    },
  )
  return (
    <FormDialog
      title={t(programme ? 'programme.edit' : 'programme.new')}
      act={t(programme ? 'common.save' : 'programme.create')}
      wide
      isReady={name.trim() !== '' && purpose.trim() !== ''}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <TextField label={t('programme.name')} value={name} onChange={setName} maxLength={120} />
      <TextArea
        label={t('programme.purpose')}
        rows={3}
        value={purpose}
        onChange={setPurpose}
        maxLength={2000}
      />
      {!programme && (
        <RadioGroup
          label={t('programme.kindLabel')}
          value={kind}
          onChange={(value) => setKind(value as ProgrammeKind)}
          options={[
            { id: 'content', label: t('kind.content'), hint: t('kind.contentHint') },
            { id: 'adoption', label: t('kind.adoption'), hint: t('kind.adoptionHint') },
          ]}
        />
      )}
      <TextField
        label={t('programme.seats')}
        hint={t('programme.seatsHint', { n: defaultSeats[kind] })}
        optional={!programme}
        inputMode="numeric"
        value={seats}
        onChange={setSeats}
      />
      <TextField
        label={t('programme.months')}
        hint={t('programme.monthsHint')}
        inputMode="numeric"
        value={months}
        onChange={setMonths}
      />
      <TextField
        label={t('programme.minimum')}
        hint={t('programme.minimumHint')}
        inputMode="numeric"
        value={minimum}
        onChange={setMinimum}
      />
      <PersonPicker
        employeesOnly
        optional
        label={t('programme.leader')}
        hint={t('programme.me')}
        chosen={leader}
        onChoose={setLeader}
      />
      {!programme && (
        <TextArea
          label={t('programme.charter')}
          hint={t('programme.charterHint')}
          optional
          rows={5}
          value={charter}
          onChange={setCharter}
          maxLength={10_000}
        />
      )}
    </FormDialog>
  )
}

/** A new version of the charter. */
export function CharterDialog({ programme, onClose }: { programme: ProgrammeDetail; onClose: () => void }) {
  const t = useT()
  const [text, setText] = useState(programme.charter?.text ?? '')
  const act = useAct(
    () =>
      api('PUT /api/v1/ambassador-programmes/:ambassadorProgrammeId/charter', {
        params: { ambassadorProgrammeId: programme.id },
        body: { text: text.trim() },
      }),
    t('common.saved'),
    onClose,
  )
  return (
    <FormDialog
      title={t('programme.newCharter')}
      act={t('programme.newCharter')}
      isReady={text.trim() !== '' && text.trim() !== programme.charter?.text}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <TextArea
        label={t('programme.charter')}
        hint={t('programme.charterHint')}
        rows={10}
        value={text}
        onChange={setText}
        maxLength={10_000}
      />
    </FormDialog>
  )
}
