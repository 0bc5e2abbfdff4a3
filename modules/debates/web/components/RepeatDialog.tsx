import { useState } from 'react'
import type { Argument } from '#modules/debates/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Says which argument this one repeats, by its number. */
export default function RepeatDialog({ argument, onClose }: { argument: Argument; onClose: () => void }) {
  const t = useT()
  const [number, setNumber] = useState('')
  const wanted = Number(number.replace('#', '').trim())
  const send = (value: number | null) =>
    api('PUT /api/v1/debate-arguments/:argumentId/repetition', {
      params: { argumentId: argument.id },
      body: { number: value },
    })
  const act = useAct(
    send,
    (value) => t(value === null ? 'argument.repeatWithdrawn' : 'argument.repeatSaid'),
    onClose,
  )
  return (
    <Dialog
      title={t('argument.sayRepeats')}
      isOpen
      onClose={onClose}
      acts={
        <>
          {argument.iSayRepeats ? (
            <Button isPending={act.isPending} onPress={() => act.run(null)}>
              {t('argument.repeatWithdraw')}
            </Button>
          ) : (
            <Button onPress={onClose}>{t('common.cancel')}</Button>
          )}
          <Button
            look="primary"
            isDisabled={!Number.isInteger(wanted) || wanted < 1}
            isPending={act.isPending}
            onPress={() => act.run(wanted)}
          >
            {t('common.send')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('argument.repeatNumber')}
        hint={t('argument.repeatHint')}
        value={number}
        onChange={setNumber}
        maxLength={8}
        inputMode="numeric"
        autoFocus
      />
    </Dialog>
  )
}
