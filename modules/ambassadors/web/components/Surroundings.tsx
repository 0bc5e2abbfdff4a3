import { X } from 'lucide-react'
import { useState } from 'react'
import type { OwnMandate } from '#modules/ambassadors/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Section } from '#ui/Layout.tsx'
import { TextField } from '#ui/TextField.tsx'
import { today, useDay } from '../days.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { FormDialog } from './FormDialog.tsx'

interface Props {
  mandate: OwnMandate
}

/** Hours a month: asked of the line manager, answered, renegotiated. */
export function Time({ mandate }: Props) {
  const t = useT()
  const day = useDay()
  const [isAsking, setAsking] = useState(false)
  const { commitment } = mandate
  const said = !commitment
    ? null
    : commitment.state === 'agreed'
      ? t('mine.agreed', { hours: commitment.hours, date: day(commitment.answeredOn ?? commitment.askedOn) })
      : commitment.state === 'refused'
        ? t('mine.refused', { date: day(commitment.answeredOn ?? commitment.askedOn) })
        : commitment.state === 'counter'
          ? t('mine.counter', { hours: commitment.counterHours ?? 0 })
          : commitment.isExpired
            ? t('mine.expired')
            : t('mine.askedOn', { hours: commitment.hours, date: day(commitment.askedOn) })
  return (
    <Section level={3} title={t('mine.time')} hint={t('mine.timeHint')}>
      {said && <p>{said}</p>}
      {commitment?.word && <p className="amb-words">{commitment.word}</p>}
      <p className="mt-2">
        <Button size="small" onPress={() => setAsking(true)}>
          {t(commitment ? 'mine.askAgain' : 'mine.ask')}
        </Button>
      </p>
      {isAsking && <TimeDialog mandate={mandate} onClose={() => setAsking(false)} />}
    </Section>
  )
}

function TimeDialog({ mandate, onClose }: Props & { onClose: () => void }) {
  const t = useT()
  const [hours, setHours] = useState(
    String(mandate.commitment?.counterHours ?? mandate.commitment?.hours ?? 4),
  )
  const [managerAddress, setAddress] = useState(mandate.commitment?.managerAddress ?? '')
  const asked = Number(hours.replace(',', '.'))
  const act = useAct(
    () =>
      api('PUT /api/v1/ambassador-mandates/:mandateId/commitment', {
        params: { mandateId: mandate.mandateId },
        body: { hours: asked, managerAddress: managerAddress.trim() },
      }),
    t('mine.asked'),
    onClose,
  )
  return (
    <FormDialog
      title={t('mine.ask')}
      act={t('mine.ask')}
      isReady={asked >= 0.5 && asked <= 60 && managerAddress.includes('@')}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <p className="text-muted">{t('mine.timeHint')}</p>
      <TextField label={t('mine.hours')} inputMode="decimal" value={hours} onChange={setHours} />
      <TextField label={t('mine.address')} type="email" value={managerAddress} onChange={setAddress} />
    </FormDialog>
  )
}

/** Absences, without a reason. */
export function Absences({ mandate }: Props) {
  const t = useT()
  const day = useDay()
  const [isAdding, setAdding] = useState(false)
  const remove = useAct(
    (absenceId: string) =>
      api('DELETE /api/v1/ambassador-mandates/:mandateId/absences/:absenceId', {
        params: { mandateId: mandate.mandateId, absenceId },
      }),
    t('common.saved'),
  )
  return (
    <Section level={3} title={t('mine.absences')} hint={t('mine.absencesHint')}>
      <ul className="amb-list">
        {mandate.absences.map(({ id, from, to }) => (
          <li key={id} className="amb-line">
            <span>{t('mine.period', { from: day(from), to: day(to) })}</span>
            <Button
              look="quiet"
              size="small"
              icon
              aria-label={`${t('mine.takeBack')} · ${day(from)}`}
              onPress={() => remove.run(id)}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <Button size="small" onPress={() => setAdding(true)}>
          {t('mine.addAbsence')}
        </Button>
      </p>
      {isAdding && <AbsenceDialog mandate={mandate} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function AbsenceDialog({ mandate, onClose }: Props & { onClose: () => void }) {
  const t = useT()
  const [from, setFrom] = useState<string | null>(today())
  const [to, setTo] = useState<string | null>(today(14))
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/ambassador-mandates/:mandateId/absences', {
        params: { mandateId: mandate.mandateId },
        body: { from: from ?? '', to: to ?? '' },
        idempotencyKey,
      }),
    t('mine.absenceAdded'),
    onClose,
  )
  return (
    <FormDialog
      title={t('mine.addAbsence')}
      act={t('mine.addAbsence')}
      isReady={from !== null && to !== null && from <= to}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <DateField label={t('mine.from')} value={from} onChange={setFrom} />
      <DateField label={t('mine.to')} value={to} onChange={setTo} />
    </FormDialog>
  )
}

/** How I appear to others. */
export function Presence({ mandate }: Props) {
  const t = useT()
  const [reach, setReach] = useState(mandate.reachWord ?? '')
  const act = useAct(
    (body: { reachWord?: string | null; isListed?: boolean; acceptsTurns?: boolean }) =>
      api('PATCH /api/v1/ambassador-mandates/:mandateId', { params: { mandateId: mandate.mandateId }, body }),
    t('common.saved'),
  )
  return (
    <Section level={3} title={t('mine.presence')}>
      <div className="grid gap-3">
        <TextField
          label={t('mine.reach')}
          hint={t('mine.reachHint')}
          optional
          value={reach}
          onChange={setReach}
          maxLength={200}
        />
        {reach.trim() !== (mandate.reachWord ?? '') && (
          <p>
            <Button
              size="small"
              isPending={act.isPending}
              onPress={() => act.run({ reachWord: reach.trim() || null })}
            >
              {t('common.save')}
            </Button>
          </p>
        )}
        <Checkbox isSelected={mandate.isListed} onChange={(isListed) => act.run({ isListed })}>
          {t('mine.listed')}
        </Checkbox>
        <Checkbox isSelected={mandate.acceptsTurns} onChange={(acceptsTurns) => act.run({ acceptsTurns })}>
          {t('mine.turns')}
        </Checkbox>
      </div>
    </Section>
  )
}
