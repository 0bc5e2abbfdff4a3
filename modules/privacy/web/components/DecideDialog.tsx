import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Reading } from '#modules/privacy/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { ReadingFacts } from './ReadingFacts.tsx'

interface Props {
  reading: Reading
  act: 'agree' | 'refuse'
  onClose: () => void
}

/** The second person reads the reason again, then opens with their password or refuses with a reason. */
export function DecideDialog({ reading, act, onClose }: Props) {
  const t = useT()
  const onError = useErrorToast(t)
  const [word, setWord] = useState('')
  const params = { readingId: reading.id }
  const decide = useMutation({
    mutationFn: () =>
      act === 'agree'
        ? api('PUT /api/v1/admin/readings/:readingId/approval', { params, body: { password: word } })
        : api('PUT /api/v1/admin/readings/:readingId/refusal', { params, body: { reason: word.trim() } }),
    onSuccess() {
      toast(t(act === 'agree' ? 'reading.opened' : 'reading.refused'))
      onClose()
    },
    onError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['privacy', 'readings'] }),
  })
  return (
    <Dialog
      title={t(act === 'agree' ? 'reading.agreeTitle' : 'reading.refuseTitle')}
      isOpen
      alert
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('reading.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={word.trim() === ''}
            isPending={decide.isPending}
            onPress={() => decide.mutate()}
          >
            {t(act === 'agree' ? 'reading.open' : 'reading.refuse')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {act === 'agree' && (
          <p>{t('reading.agreeLead', { name: reading.askedBy.displayName, n: reading.hours })}</p>
        )}
        <div className="grid gap-1.5">
          <ReadingFacts reading={reading} />
        </div>
        {act === 'agree' ? (
          <TextField
            label={t('reading.password')}
            type="password"
            autoComplete="current-password"
            value={word}
            onChange={setWord}
          />
        ) : (
          <TextArea
            label={t('reading.refuseReason')}
            value={word}
            onChange={setWord}
            rows={2}
            maxLength={500}
          />
        )}
      </div>
    </Dialog>
  )
}
