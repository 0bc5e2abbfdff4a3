import { useMutation } from '@tanstack/react-query'
import { Check, Ellipsis } from 'lucide-react'
import type { Arrival } from '#modules/workbench/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useAgo } from '../ago.ts'
import { firstNameOf } from '../openers.ts'
import { refreshWorkbench } from '../queries.ts'
import { useT } from '../t.ts'
import { PathSteps } from './PathSteps.tsx'

interface Props {
  slug: string
  arrival: Arrival
  onGreet: () => void
  onBuddy: () => void
  onMission: () => void
}

/** One arrival: who, where they stand on the path, and what a person can do for them. */
export function ArrivalRow({ slug, arrival, onGreet, onBuddy, onMission }: Props) {
  const t = useT()
  const ago = useAgo()
  const onError = useErrorToast(t)
  const { member, invitedBy, welcomedBy, buddy, buddyState, mission } = arrival
  const name = firstNameOf(member.displayName)
  const mark = useMutation({
    mutationFn: () =>
      api('PUT /api/v1/communities/:community/welcome/:memberId', {
        params: { community: slug, memberId: member.id },
        body: {},
      }),
    onSuccess: () => {
      toast(t('did.welcomed', { name }))
      refreshWorkbench()
    },
    onError,
  })
  return (
    <div className="newcomer-row">
      <MemberAvatar member={member} />
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2">
          <MemberLink member={member} className="font-semibold" />
          {welcomedBy && (
            <Tag tone="good" icon={<Check aria-hidden />}>
              {t('welcome.welcomedBy', { name: firstNameOf(welcomedBy.displayName) })}
            </Tag>
          )}
        </p>
        <p className="text-muted">
          {[
            member.entityName,
            t('welcome.joined', { ago: ago(arrival.joinedAt) }),
            invitedBy && t('welcome.invitedBy', { name: invitedBy.displayName }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {buddy && (
          <p className="text-muted">
            {t('welcome.buddyIs', { name: buddy.displayName })}
            {buddyState && buddyState !== 'accepted' && ` (${t(`welcome.buddyState.${buddyState}`)})`}
          </p>
        )}
        {mission && (
          <p className="text-muted" dir="auto">
            {t('mission.is', { mission })}
          </p>
        )}
        <PathSteps steps={arrival.steps} />
      </div>
      <div className="flex gap-1">
        {!welcomedBy && (
          <Button aria-label={t('act.greetName', { name: member.displayName })} onPress={onGreet}>
            {t('act.greet')}
          </Button>
        )}
        <Menu
          label={t('moreAbout', { about: member.displayName })}
          trigger={
            <Button look="quiet" icon aria-label={t('moreAbout', { about: member.displayName })}>
              <Ellipsis aria-hidden />
            </Button>
          }
          groups={[
            [
              {
                id: 'buddy',
                label: buddy ? t('welcome.changeBuddy') : t('welcome.setBuddy'),
                onAction: onBuddy,
              },
              { id: 'mission', label: t(mission ? 'mission.change' : 'mission.give'), onAction: onMission },
              ...(welcomedBy
                ? []
                : [{ id: 'mark', label: t('welcome.markWelcomed'), onAction: () => mark.mutate() }]),
            ],
          ]}
        />
      </div>
    </div>
  )
}
