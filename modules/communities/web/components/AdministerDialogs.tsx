import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { AdministeredCommunity } from '#modules/communities/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useMember } from '#platform/web/session.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { refresh } from '../queries.ts'
import { useT } from '../t.ts'
import { PersonPicker } from './PersonPicker.tsx'

export type AdministerAct = 'assign' | 'archive' | 'reopen'
interface Props {
  community: AdministeredCommunity
  name: string
  onClose: () => void
}

/** What an administrator does to a community changes it for its members: each act is asked again, in words. */
export function AdministerDialog({ act, ...props }: Props & { act: AdministerAct }) {
  if (act === 'assign') return <Assign {...props} />
  if (act === 'archive') return <Archive {...props} />
  return <Reopen {...props} />
}

/** Sends, says what was done, and reads the list again. */
function useAct(onClose: () => void, send: () => Promise<unknown>, said: () => string) {
  const t = useT()
  const onError = useErrorToast(t)
  return useMutation({
    mutationFn: send,
    onSuccess() {
      toast(said())
      void refresh()
      onClose()
    },
    onError,
  })
}

function Assign({ community, name, onClose }: Props) {
  const t = useT()
  const me = useMember()
  const [chosen, setChosen] = useState<MemberCard | null>(null)
  const assign = useAct(
    onClose,
    () =>
      api('PUT /api/v1/admin/communities/:communityId/managers/:memberId', {
        params: { communityId: community.id, memberId: chosen?.id ?? '' },
      }),
    () => t('admin.assigned', { person: chosen?.displayName ?? '', name }),
  )
  return (
    <Dialog
      title={t('admin.assignTitle', { name })}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('join.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!chosen}
            isPending={assign.isPending}
            onPress={() => assign.mutate()}
          >
            {t('admin.assignSend')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{t('admin.assignHint')}</p>
        <PersonPicker
          label={t('admin.person')}
          hint={t('admin.assignNotYou')}
          chosen={chosen}
          onChoose={setChosen}
          without={[me.id, ...community.managers.map((card) => card.id)]}
          employeesOnly
        />
      </div>
    </Dialog>
  )
}

function Archive({ community, name, onClose }: Props) {
  const t = useT()
  const [reason, setReason] = useState('')
  const archive = useAct(
    onClose,
    () =>
      api('POST /api/v1/admin/communities/:communityId/archive', {
        params: { communityId: community.id },
        body: { reason: reason.trim() },
      }),
    () => t('admin.archived', { name }),
  )
  return (
    <Dialog
      title={t('admin.archiveTitle', { name })}
      isOpen
      alert
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('join.cancel')}</Button>
          <Button
            look="danger"
            isDisabled={!reason.trim()}
            isPending={archive.isPending}
            onPress={() => archive.mutate()}
          >
            {t('admin.archiveSend')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>
          {t('admin.archiveText')}{' '}
          {community.memberCount !== null && t('admin.archiveTextCount', { n: community.memberCount })}
        </p>
        <TextArea label={t('admin.reason')} isRequired value={reason} onChange={setReason} maxLength={1000} />
      </div>
    </Dialog>
  )
}

function Reopen({ community, name, onClose }: Props) {
  const t = useT()
  const reopen = useAct(
    onClose,
    () =>
      api('POST /api/v1/admin/communities/:communityId/reopening', { params: { communityId: community.id } }),
    () => t('admin.reopened', { name }),
  )
  return (
    <Dialog
      title={t('admin.reopenTitle', { name })}
      isOpen
      alert
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('join.cancel')}</Button>
          <Button look="primary" isPending={reopen.isPending} onPress={() => reopen.mutate()}>
            {t('admin.reopenSend')}
          </Button>
        </>
      }
    >
      <p>{t('admin.reopenText')}</p>
    </Dialog>
  )
}
