import { useState } from 'react'
import type { AccountDetail } from '#modules/turns/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { today } from '../week.ts'

/** Who was shown how, and when. Nothing is approved after it. */
export default function TrainDialog({ account, onClose }: { account: AccountDetail; onClose: () => void }) {
  const t = useT()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [on, setOn] = useState<string | null>(today())
  const save = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/accounts/:accountId/trainings', {
        params: { accountId: account.id },
        body: { memberIds: [...chosen], ...(on && { on }) },
        idempotencyKey,
      }),
    t('account.trainSaved'),
    onClose,
  )
  return (
    <Dialog
      title={t('account.trainTitle')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          isDisabled={chosen.length === 0}
          isPending={save.isPending}
          onPress={() => save.run()}
        >
          {t('account.trainSave')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p className="m-0">{t('account.trainLead')}</p>
        <div role="group" aria-label={t('account.trainWho')} className="grid">
          {account.crew
            .filter(({ trainedOn }) => trainedOn === null)
            .map(({ member }) => (
              <Checkbox
                key={member.id}
                isSelected={chosen.includes(member.id)}
                onChange={(isOn) =>
                  setChosen((now) => (isOn ? [...now, member.id] : now.filter((id) => id !== member.id)))
                }
              >
                {member.displayName}
              </Checkbox>
            ))}
        </div>
        <DateField label={t('account.trainOn')} value={on} onChange={setOn} />
      </div>
    </Dialog>
  )
}
