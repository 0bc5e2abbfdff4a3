import { useState } from 'react'
import type { Commitment } from '#modules/sponsorship/contract.ts'
import { commitmentKinds } from '#modules/sponsorship/words.ts'
import type { CommitmentKind } from '#modules/sponsorship/words.ts'
import { useCommunity } from '#modules/communities/web/public.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { PromisePlace } from '../queries.ts'
import { useT } from '../t.ts'
import { today } from '../today.ts'
import { useAct } from '../use-act.ts'

interface Props {
  place: PromisePlace
  sponsors: Commitment['sponsor'][]
  replaces?: Commitment | undefined
  onClose: () => void
}

/** A commitment is proposed in one line; it counts once its sponsor has agreed. */
export default function ProposeDialog({ place, sponsors, replaces, onClose }: Props) {
  const t = useT()
  const community = useCommunity('slug' in place ? place.slug : '')
  const [sponsorId, setSponsor] = useState(replaces?.sponsor.id ?? sponsors[0]?.id ?? '')
  const [what, setWhat] = useState<CommitmentKind>(replaces?.what ?? 'answer')
  const [text, setText] = useState(replaces?.text ?? t('ready.answer'))
  const [times, setTimes] = useState(String(replaces?.perMonth ?? 1))
  const [dueOn, setDue] = useState<string | null>(() => today(30))
  const perMonth = Number(times)
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/sponsorship/commitments', {
        body: {
          ...('slug' in place ? { communityId: community?.id ?? '' } : { programmeId: place.programmeId }),
          sponsorId,
          replacesId: replaces?.id ?? null,
          what,
          text: text.trim(),
          ...(what === 'other' ? { dueOn } : { perMonth }),
        },
        idempotencyKey,
      }),
    t('said.proposed'),
    onClose,
  )
  const choose = (next: string) => {
    const kind = commitmentKinds.find((one) => one === next) ?? 'answer'
    if (text === t(`ready.${what}`) || text === '') setText(t(`ready.${kind}`))
    setWhat(kind)
  }
  const isReady =
    text.trim() !== '' &&
    sponsorId !== '' &&
    (what === 'other' ? dueOn !== null : Number.isInteger(perMonth) && perMonth >= 1 && perMonth <= 20)
  return (
    <Dialog
      title={t('form.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} isPending={act.isPending} onPress={() => act.run()}>
            {t('form.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-pretty">{t('form.hint')}</p>
        <Select
          label={t('form.sponsor')}
          value={sponsorId}
          onChange={setSponsor}
          isDisabled={replaces !== undefined}
          options={sponsors.map(({ id, displayName }) => ({ id, label: displayName }))}
        />
        <RadioGroup
          label={t('form.what')}
          value={what}
          onChange={choose}
          options={commitmentKinds.map((id) => ({ id, label: t(`what.${id}`), hint: t(`whatHint.${id}`) }))}
        />
        <TextField label={t('form.text')} value={text} onChange={setText} maxLength={300} isRequired />
        {what === 'other' ? (
          <DateField label={t('form.dueOn')} value={dueOn} onChange={setDue} min={today()} />
        ) : (
          <TextField
            label={t('form.perMonth')}
            value={times}
            onChange={setTimes}
            inputMode="numeric"
            maxLength={2}
          />
        )}
      </div>
    </Dialog>
  )
}
