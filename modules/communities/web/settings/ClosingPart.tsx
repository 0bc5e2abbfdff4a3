import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { keepCommunity } from '../queries.ts'
import { useT } from '../t.ts'

/** Announcing the end with its reason and where to go next, taking it back, reopening. */
export function ClosingPart({ community }: { community: CommunityDetail }) {
  const t = useT()
  const onError = useErrorToast(t)
  const { closure } = community
  const [closesOn, setClosesOn] = useState(closure?.closesOn ?? '')
  const [reason, setReason] = useState(closure?.reason ?? '')
  const [whereNext, setWhereNext] = useState(closure?.whereNext ?? '')
  const params = { community: community.id }
  const shows = (text: string) => ({
    onSuccess: (now: CommunityDetail) => {
      keepCommunity(now)
      toast(text)
    },
    onError,
  })
  const announce = useMutation({
    mutationFn: () =>
      api('PUT /api/v1/communities/:community/closing', {
        params,
        body: { closesOn, reason, ...(whereNext.trim() && { whereNext }) },
      }),
    ...shows(t('settings.announced')),
  })
  const goOn = useMutation({
    mutationFn: () => api('DELETE /api/v1/communities/:community/closing', { params }),
    ...shows(t('settings.goesOn')),
  })
  const reopen = useMutation({
    mutationFn: () => api('POST /api/v1/communities/:community/reopening', { params }),
    ...shows(t('settings.reopened')),
  })
  if (community.stage === 'archived')
    return (
      <Section title={t('header.archived')} hint={t('header.archivedHint')}>
        <Button isPending={reopen.isPending} onPress={() => reopen.mutate()}>
          {t('settings.reopen')}
        </Button>
      </Section>
    )
  return (
    <Section title={t('settings.closing')} hint={t('settings.closingLead')}>
      <form
        className="grid max-w-[38rem] gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          announce.mutate()
        }}
      >
        <TextField
          label={t('settings.closesOn')}
          type="date"
          isRequired
          value={closesOn}
          onChange={setClosesOn}
        />
        <TextArea
          label={t('settings.closingReason')}
          isRequired
          value={reason}
          onChange={setReason}
          maxLength={1000}
        />
        <TextArea
          label={t('settings.whereNext')}
          optional
          rows={2}
          value={whereNext}
          onChange={setWhereNext}
          maxLength={1000}
        />
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            look={closure ? 'secondary' : 'danger'}
            isDisabled={!closesOn || !reason.trim()}
            isPending={announce.isPending}
          >
            {closure ? t('settings.change') : t('settings.announce')}
          </Button>
          {closure && (
            <Button look="primary" isPending={goOn.isPending} onPress={() => goOn.mutate()}>
              {t('settings.goOn')}
            </Button>
          )}
        </div>
      </form>
    </Section>
  )
}
