import { useState } from 'react'
import type { Action } from '#modules/listening/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { today } from '../today.ts'
import { useAct } from '../use-act.ts'

interface Props {
  action: Action
  what: 'done' | 'date'
  onClose: () => void
}

/** What was promised is done, or gets another date whose reason members read. */
export default function ActionDialog({ action, what, onClose }: Props) {
  const t = useT()
  const [word, setWord] = useState('')
  const [due, setDue] = useState<string | null>(null)
  const params = { actionId: action.id }
  const act = useAct(
    (_, idempotencyKey) =>
      what === 'done'
        ? api('POST /api/v1/listening/actions/:actionId/done', {
            params,
            body: { word: word.trim() || null },
            idempotencyKey,
          })
        : api('POST /api/v1/listening/actions/:actionId/new-date', {
            params,
            body: { due: due ?? '', reason: word.trim() },
            idempotencyKey,
          }),
    t(what === 'done' ? 'mine.doneSaid' : 'mine.moved'),
    onClose,
  )
  return (
    <Dialog
      title={t(what === 'done' ? 'mine.done' : 'mine.newDate')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={what === 'date' && (!due || !word.trim())}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t(what === 'done' ? 'mine.done' : 'theme.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="listening-words">{action.text}</p>
        {what === 'date' && (
          <DateField label={t('mine.dueLabel')} value={due} onChange={setDue} min={today()} />
        )}
        <TextArea
          label={t(what === 'done' ? 'mine.doneWord' : 'mine.moveReason')}
          optional={what === 'done'}
          value={word}
          onChange={setWord}
          maxLength={500}
        />
      </div>
    </Dialog>
  )
}
