import { useMutation } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { useMember } from '#platform/web/session.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Menu, type MenuAct } from '#ui/Menu.tsx'
import { Tag } from '#ui/Tag.tsx'
import type { AdministeredMember } from '#modules/people/contract.ts'
import { useT } from '../t.ts'
import { CopyLine } from './CopyLine.tsx'
import { MemberAvatar, MemberLink } from './MemberLink.tsx'

const tones = { active: 'good', invited: 'neutral', deactivated: 'bad', dormant: 'neutral' } as const
type Asked = 'deactivate' | 'grant' | 'revoke'

/** One account and what an administrator may do with it. What ends somebody's session is asked twice. */
export function AccountRow({ account }: { account: AdministeredMember }) {
  const t = useT()
  const me = useMember()
  const onError = useErrorToast(t)
  const [asked, setAsked] = useState<Asked | undefined>()
  const [link, setLink] = useState<string | undefined>()
  const params = { memberId: account.id }
  const done = (said: string) => {
    setAsked(undefined)
    toast(said)
    void queryClient.invalidateQueries({ queryKey: ['people', 'accounts'] })
    if (account.id === me.id) void queryClient.invalidateQueries({ queryKey: ['session'] })
  }
  const act = useMutation({
    async mutationFn(what: Asked | 'reactivate') {
      if (what === 'deactivate') await api('POST /api/v1/admin/members/:memberId/deactivation', { params })
      else if (what === 'reactivate')
        await api('DELETE /api/v1/admin/members/:memberId/deactivation', { params })
      else if (what === 'grant') await api('PUT /api/v1/admin/administrators/:memberId', { params })
      else await api('DELETE /api/v1/admin/administrators/:memberId', { params })
      return what
    },
    onSuccess: (what) => done(t(`accounts.said.${what}`, { name: account.displayName })),
    onError(error) {
      setAsked(undefined)
      onError(error)
    },
  })
  const renew = useMutation({
    mutationFn: () => api('POST /api/v1/admin/members/:memberId/invitation', { params }),
    onSuccess(made) {
      if (made.link) setLink(made.link)
      else toast(t('accounts.said.renewed', { name: account.displayName }))
    },
    onError,
  })
  const acts: MenuAct[] = []
  if (account.state === 'invited')
    acts.push({ id: 'renew', label: t('accounts.renew'), onAction: () => renew.mutate() })
  if (account.state === 'active' && account.kind === 'employee')
    acts.push(
      account.isAdministrator
        ? { id: 'revoke', label: t('accounts.revoke'), onAction: () => setAsked('revoke') }
        : { id: 'grant', label: t('accounts.grant'), onAction: () => setAsked('grant') },
    )
  if (account.state === 'deactivated')
    acts.push({ id: 'reactivate', label: t('accounts.reactivate'), onAction: () => act.mutate('reactivate') })
  if (account.state === 'active' || account.state === 'invited')
    acts.push({
      id: 'deactivate',
      label: t('accounts.deactivate'),
      danger: true,
      onAction: () => setAsked('deactivate'),
    })
  return (
    <li className="person-row">
      <MemberAvatar member={account} size="l" />
      <div className="person-row-body">
        <span className="flex flex-wrap items-center gap-2">
          {account.state === 'invited' ? (
            <bdi className="font-semibold">{account.displayName}</bdi>
          ) : (
            <MemberLink member={account} />
          )}
          {account.state !== 'active' && (
            <Tag tone={tones[account.state]}>{t(`accounts.state.${account.state}`)}</Tag>
          )}
          {account.isAdministrator && <Tag tone="accent">{t('accounts.administrator')}</Tag>}
          {account.kind === 'guest' && <Tag tone="warn">{t('person.guest')}</Tag>}
        </span>
        <span className="person-facts">{account.email ?? t('accounts.noAddress')}</span>
        <span className="person-facts">
          {[account.jobTitle, account.entityName, account.siteName].filter(Boolean).join(' · ')}
        </span>
      </div>
      {acts.length > 0 && (
        <Menu
          label={t('accounts.acts', { name: account.displayName })}
          trigger={
            <Button look="quiet" icon aria-label={t('accounts.acts', { name: account.displayName })}>
              <Ellipsis aria-hidden />
            </Button>
          }
          groups={[acts]}
        />
      )}
      {asked && (
        <Dialog
          title={t(`accounts.ask.${asked}.title`, { name: account.displayName })}
          isOpen
          alert
          onClose={() => setAsked(undefined)}
          acts={
            <>
              <Button onPress={() => setAsked(undefined)}>{t('edit.cancel')}</Button>
              <Button
                look={asked === 'grant' ? 'primary' : 'danger'}
                isPending={act.isPending}
                onPress={() => act.mutate(asked)}
              >
                {t(`accounts.${asked}`)}
              </Button>
            </>
          }
        >
          <p>{t(`accounts.ask.${asked}.text`)}</p>
        </Dialog>
      )}
      {link && (
        <Dialog title={t('invite.madeTitle')} isOpen onClose={() => setLink(undefined)}>
          <p className="pb-4">{t('invite.handOver', { name: account.displayName })}</p>
          <CopyLine text={link} />
        </Dialog>
      )}
    </li>
  )
}
