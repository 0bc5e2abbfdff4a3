import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { useSession } from '#platform/web/session.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import { placesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { CopyLine } from './CopyLine.tsx'
import { FormError } from './FormError.tsx'

const none = 'none'

/** Invites one person: by mail, or with a link to hand over. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { state } = useSession()
  const places = useQuery(placesQuery)
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [entity, setEntity] = useState(none)
  const [site, setSite] = useState(none)
  const invite = useMutation({
    mutationFn: () =>
      api('POST /api/v1/admin/invitations', {
        body: {
          email,
          ...(name.trim() && { displayName: name }),
          ...(entity !== none && { entityId: entity }),
          ...(site !== none && { siteId: site }),
        },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['people', 'accounts'] }),
  })
  const again = () => {
    setEmail('')
    setName('')
    invite.reset()
  }
  const named = (list: { id: string; name: string }[] | undefined) => [
    { id: none, label: t('edit.none') },
    ...(list ?? []).map((one) => ({ id: one.id, label: one.name })),
  ]
  if (invite.data)
    return (
      <Dialog
        title={t('invite.madeTitle')}
        isOpen
        onClose={onClose}
        acts={
          <>
            <Button onPress={again}>{t('invite.another')}</Button>
            <Button look="primary" onPress={onClose}>
              {t('invite.done')}
            </Button>
          </>
        }
      >
        {invite.data.link ? (
          <>
            <p className="pb-4">{t('invite.handOver', { name: invite.data.member.displayName })}</p>
            <CopyLine text={invite.data.link} />
          </>
        ) : (
          <p>{t('invite.mailed', { email: invite.data.member.email ?? '' })}</p>
        )}
      </Dialog>
    )
  return (
    <Dialog
      title={t('accounts.invite')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('edit.cancel')}</Button>
          <Button type="submit" form="invite" look="primary" isPending={invite.isPending}>
            {state?.isMailConfigured ? t('invite.send') : t('invite.make')}
          </Button>
        </>
      }
    >
      <form
        id="invite"
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault()
          invite.mutate()
        }}
      >
        <FormError error={invite.error} />
        <TextField
          label={t('signIn.email')}
          type="email"
          value={email}
          onChange={setEmail}
          isRequired
          autoFocus
        />
        <TextField
          label={t('edit.displayName')}
          hint={t('invite.nameHint')}
          optional
          value={name}
          onChange={setName}
          maxLength={120}
        />
        <div className="form-pair">
          <Select
            label={t('edit.entity')}
            value={entity}
            onChange={setEntity}
            options={named(places.data?.entities)}
          />
          <Select
            label={t('edit.site')}
            value={site}
            onChange={setSite}
            options={named(places.data?.sites)}
          />
        </div>
      </form>
    </Dialog>
  )
}
