import { useState } from 'react'
import type { ClosureReason } from '#modules/discussions/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { SendTrouble } from '../composer/Notes.tsx'
import { useSend } from '../composer/use-send.ts'
import { reloadPost } from '../acts.ts'
import { closureReasons } from '../kinds.ts'
import { useT } from '../t.ts'

const postIdIn = (text: string) =>
  /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/.exec(text)?.[0]

/** Closing always says why; the reason is public. */
export default function CloseDialog({
  postId,
  isQuestion,
  onClose,
}: {
  postId: string
  isQuestion: boolean
  onClose: () => void
}) {
  const t = useT()
  const say = useErrorWords(t)
  const [reason, setReason] = useState<ClosureReason>(isQuestion ? 'answered' : 'outdated')
  const [note, setNote] = useState('')
  const [duplicate, setDuplicate] = useState('')
  const duplicateOf = postIdIn(duplicate)
  const sending = useSend(async () => {
    await api('PUT /api/v1/posts/:postId/closure', {
      params: { postId },
      body: {
        reason,
        note: note.trim() || null,
        duplicateOf: reason === 'duplicate' ? (duplicateOf ?? null) : null,
      },
    })
    await reloadPost(postId)
    return true
  })
  const submit = async () => {
    if (await sending.send()) onClose()
  }
  return (
    <Dialog
      title={t('close.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isPending={sending.isSending} onPress={() => void submit()}>
            {t('close.confirm')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-muted">{t('close.hint')}</p>
        <RadioGroup
          label={t('close.reason')}
          value={reason}
          onChange={(id) => setReason(id as ClosureReason)}
          options={closureReasons
            .filter((id) => id !== 'answered' || isQuestion)
            .map((id) => ({ id, label: t(`closure.${id}`) }))}
        />
        {reason === 'duplicate' && (
          <TextField
            label={t('close.duplicate')}
            hint={t('close.duplicateHint')}
            value={duplicate}
            onChange={setDuplicate}
            error={duplicate && !duplicateOf ? t('close.notALink') : undefined}
          />
        )}
        <TextArea label={t('close.note')} optional value={note} onChange={setNote} maxLength={500} rows={2} />
        {sending.error !== undefined && (
          <SendTrouble words={say(sending.error)} onRetry={() => void submit()} />
        )}
      </div>
    </Dialog>
  )
}
