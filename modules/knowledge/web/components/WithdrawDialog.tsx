import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { keepPage } from '../queries.ts'
import { useT } from '../t.ts'
import { PageField } from './PageField.tsx'
import { useAct } from './use-act.ts'

interface Props {
  page: { id: string; title: string; community: { id: string; slug: string } }
  onClose: () => void
  onDone?: (() => void) | undefined
}

/** Withdraws a page: with a reason, and with what replaces it where there is something. */
export default function WithdrawDialog({ page, onClose, onDone }: Props) {
  const t = useT()
  const { isActing, act } = useAct()
  const [reason, setReason] = useState('')
  const [replacedBy, setReplacedBy] = useState<string | null>(null)
  const submit = () =>
    act(async () => {
      keepPage(
        await api('PUT /api/v1/pages/:pageId/withdrawal', {
          params: { pageId: page.id },
          body: { reason, replacedBy },
        }),
      )
      toast(t('withdraw.done'))
      onClose()
      onDone?.()
    })
  return (
    <Dialog
      title={t('withdraw.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="danger" onPress={submit} isPending={isActing} isDisabled={reason.trim() === ''}>
            {t('withdraw.submit')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{t('withdraw.hint')}</p>
        <TextArea
          label={t('withdraw.reason')}
          placeholder={t('withdraw.reasonPlaceholder')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          rows={3}
          autoFocus
        />
        <PageField
          label={t('withdraw.replacedBy')}
          communityId={page.community.id}
          without={[page.id]}
          onChoose={(chosen) => setReplacedBy(chosen?.id ?? null)}
          keepsChoice
        />
      </div>
    </Dialog>
  )
}
