import { useState } from 'react'
import type { OwnMandate } from '#modules/ambassadors/contract.ts'
import { api } from '#platform/web/api.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { today, useDay } from '../days.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { FormDialog } from './FormDialog.tsx'

/** An attestation, line by line. Nothing is chosen that its owner has not seen. */
export default function AttestDialog({ mandate, onClose }: { mandate: OwnMandate; onClose: () => void }) {
  const t = useT()
  const day = useDay()
  const [from, setFrom] = useState<string | null>(mandate.since ?? today(-365))
  const [to, setTo] = useState<string | null>(today())
  const [left, setLeft] = useState<readonly string[]>([])
  const [withHours, setHours] = useState(false)
  const [withMeetings, setMeetings] = useState(true)
  const [withThanks, setThanks] = useState(false)
  const [word, setWord] = useState('')
  const lines = mandate.contributions.filter(({ on }) => (!from || on >= from) && (!to || on <= to))
  const chosen = lines.filter(({ id }) => !left.includes(id))
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/ambassador-mandates/:mandateId/attestations', {
        params: { mandateId: mandate.mandateId },
        body: {
          from: from ?? today(-365),
          to: to ?? today(),
          contributionIds: chosen.map(({ id }) => id),
          withHours,
          withMeetings,
          withThanks,
          ...(word.trim() && { word: word.trim() }),
        },
        idempotencyKey,
      }),
    t('mine.made'),
    onClose,
  )
  return (
    <FormDialog
      title={t('mine.attest')}
      act={t('mine.attest')}
      wide
      isReady={from !== null && to !== null && from <= to}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <p className="text-muted">{t('mine.attestHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField label={t('mine.from')} value={from} onChange={setFrom} />
        <DateField label={t('mine.to')} value={to} onChange={setTo} />
      </div>
      {lines.length > 0 && (
        <fieldset className="amb-list">
          <legend className="font-semibold">{t('mine.lines')}</legend>
          {lines.map(({ id, title, on, kind }) => (
            <Checkbox
              key={id}
              isSelected={!left.includes(id)}
              onChange={(is) => setLeft(is ? left.filter((one) => one !== id) : [...left, id])}
              hint={`${day(on)} · ${t(`line.${kind}`)}`}
            >
              {title}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <Checkbox isSelected={withMeetings} onChange={setMeetings}>
        {t('mine.withMeetings')}
      </Checkbox>
      <Checkbox isSelected={withHours} onChange={setHours}>
        {t('mine.withHours')}
      </Checkbox>
      {mandate.thanks && (
        <Checkbox isSelected={withThanks} onChange={setThanks}>
          {t('mine.withThanks')}
        </Checkbox>
      )}
      <TextArea label={t('mine.ownWord')} optional value={word} onChange={setWord} maxLength={1000} />
    </FormDialog>
  )
}
