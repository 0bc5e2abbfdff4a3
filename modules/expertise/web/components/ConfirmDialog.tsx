import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { queryClient } from '#platform/web/query-client.ts'
import type { SlotMember } from '#platform/web/slots.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { firstNameOf } from '../days.ts'
import { expertiseQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** No confirmation without an occasion: that is what makes it more than a click. */
export function ConfirmDialog({
  member,
  skill,
  onClose,
}: {
  member: SlotMember
  skill: string
  onClose: () => void
}) {
  const t = useT()
  const words = useErrorWords(t)
  const name = firstNameOf(member.displayName)
  const [occasion, setOccasion] = useState('')
  const confirm = useMutation({
    mutationFn: () =>
      api('POST /api/v1/members/:memberId/confirmations', {
        params: { memberId: member.id },
        body: { skill, occasion: occasion.trim() },
      }),
    onSuccess(expertise) {
      queryClient.setQueryData(expertiseQuery(member.id).queryKey, expertise)
      toast(t('confirmation.done', { name }))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('confirmation.title', { skill })}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('confirmation.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!occasion.trim()}
            isPending={confirm.isPending}
            onPress={() => confirm.mutate()}
          >
            {t('confirmation.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('confirmation.lead', { name })}</p>
        <TextArea
          label={t('confirmation.occasion')}
          placeholder={t('confirmation.placeholder')}
          value={occasion}
          onChange={setOccasion}
          rows={2}
          maxLength={300}
          autoFocus
          {...(confirm.error && { error: words(confirm.error) })}
        />
      </div>
    </Dialog>
  )
}
