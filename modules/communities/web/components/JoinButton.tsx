import { useMutation } from '@tanstack/react-query'
import { Check, ChevronDown, Hourglass, LogOut, UserPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { toast } from '#platform/web/toasts.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { keepCommunity, keys, refresh } from '../queries.ts'
import { useT } from '../t.ts'
import { queryClient } from '#platform/web/query-client.ts'

const CharterSheet = lazy(async () => ({ default: (await import('./CharterSheet.tsx')).CharterSheet }))
const InviteSheet = lazy(async () => ({ default: (await import('./InviteSheet.tsx')).InviteSheet }))

/** The state of my membership, and what I can do about it. */
export function JoinButton({ community }: { community: CommunityDetail }) {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const [sheet, setSheet] = useState<'join' | 'ask' | 'invite'>()
  const name = pickText(community.name, language)
  const params = { community: community.id }
  const join = useMutation({
    mutationFn: () => api('POST /api/v1/communities/:community/membership', { params, body: {} }),
    onSuccess: (now) => {
      keepCommunity(now)
      toast(t('join.joined', { name }))
    },
    onError,
  })
  const leave = useMutation({
    mutationFn: () => api('DELETE /api/v1/communities/:community/membership', { params }),
    onSuccess: () => {
      toast(t('join.left', { name }))
      // A secret community is gone from view: what was loaded of it goes too.
      if (community.visibility === 'secret') queryClient.removeQueries({ queryKey: keys.one(community.slug) })
      void refresh()
    },
    onError,
  })
  const withdraw = useMutation({
    mutationFn: () => api('DELETE /api/v1/communities/:community/join-request', { params }),
    onSuccess: (now) => {
      keepCommunity(now)
      toast(t('join.withdrawn'))
    },
    onError,
  })
  const { me, can, why } = community
  return (
    <>
      {me.isMember && (
        <>
          {can.invite && (
            <Button look="secondary" onPress={() => setSheet('invite')}>
              <UserPlus aria-hidden />
              {t('header.invite')}
            </Button>
          )}
          <Menu
            label={t('join.member')}
            trigger={
              <Button look="quiet">
                <Check aria-hidden />
                {me.roles[0] ? t(`roles.${me.roles[0]}`) : t('join.member')}
                <ChevronDown aria-hidden />
              </Button>
            }
            groups={[
              [
                {
                  id: 'leave',
                  label: t('join.leave'),
                  icon: <LogOut aria-hidden />,
                  isDisabled: !can.leave,
                  ...(why.leave === 'lastManager' && { hint: t('join.lastManager') }),
                  onAction: () => leave.mutate(),
                },
              ],
            ]}
          />
        </>
      )}
      {me.hasAsked && !me.isMember && (
        <Menu
          label={t('join.waiting')}
          trigger={
            <Button look="secondary">
              <Hourglass aria-hidden />
              {t('join.waiting')}
              <ChevronDown aria-hidden />
            </Button>
          }
          groups={[[{ id: 'withdraw', label: t('join.withdraw'), onAction: () => withdraw.mutate() }]]}
        />
      )}
      {can.joinWay && !(me.hasAsked && can.joinWay === 'ask') && (
        <Button
          look="primary"
          isPending={join.isPending}
          onPress={() =>
            can.joinWay === 'ask' ? setSheet('ask') : community.charter ? setSheet('join') : join.mutate()
          }
        >
          {t(`join.${can.joinWay}`)}
        </Button>
      )}
      <Suspense>
        {(sheet === 'join' || sheet === 'ask') && (
          <CharterSheet community={community} act={sheet} isOpen onClose={() => setSheet(undefined)} />
        )}
        {sheet === 'invite' && <InviteSheet community={community} onClose={() => setSheet(undefined)} />}
      </Suspense>
    </>
  )
}
