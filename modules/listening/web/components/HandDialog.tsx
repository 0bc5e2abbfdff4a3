import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { useMember } from '#platform/web/session.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Names somebody else who can decide, and says why. */
export default function HandDialog({ decisionId, onClose }: { decisionId: string; onClose: () => void }) {
  const t = useT()
  const { id } = useMember()
  const [person, setPerson] = useState<MemberCard | null>(null)
  const [reason, setReason] = useState('')
  const act = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/listening/decisions/:decisionId/handover', {
        params: { decisionId },
        body: { toMemberId: person?.id ?? '', reason: reason.trim() },
        idempotencyKey,
      }),
    t('mine.handed'),
    onClose,
  )
  return (
    <Dialog
      title={t('mine.hand')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!person || !reason.trim()}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t('mine.hand')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <PersonPicker
          employeesOnly
          label={t('mine.handTo')}
          chosen={person}
          onChoose={setPerson}
          without={[id]}
        />
        <TextArea label={t('mine.handReason')} value={reason} onChange={setReason} maxLength={500} />
      </div>
    </Dialog>
  )
}
