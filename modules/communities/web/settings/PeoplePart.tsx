import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommunityDetail, JoinRequest } from '#modules/communities/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { EyeLink } from '#platform/web/links.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { Time } from '#ui/Time.tsx'
import { Person } from '../components/Person.tsx'
import { refresh, waitingQueries } from '../queries.ts'
import { useT } from '../t.ts'

/** Who asks to come in, who was invited, who may not come back. Looking here is written in each person's log. */
export function PeoplePart({ community }: { community: CommunityDetail }) {
  return (
    <div className="max-w-[42rem]">
      <Requests community={community} />
      <Invitations community={community} />
      <Bans community={community} />
    </div>
  )
}

function Requests({ community }: { community: CommunityDetail }) {
  const t = useT()
  const onError = useErrorToast(t)
  const list = useQuery(waitingQueries(community.id).requests)
  const [refusing, setRefusing] = useState<JoinRequest>()
  const approve = useMutation({
    mutationFn: ({ member }: JoinRequest) =>
      api('POST /api/v1/communities/:community/join-requests/:memberId/approval', {
        params: { community: community.id, memberId: member.id },
      }),
    onSuccess: (_, { member }) => {
      toast(t('settings.approved', { name: member.displayName }))
      void refresh()
    },
    onError,
  })
  return (
    <Section
      title={t('settings.requests')}
      hint={t('settings.logged')}
      aside={<EyeLink of={t('settings.requests')} />}
    >
      {list.error ? (
        <ErrorView error={list.error} t={t} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <SkeletonRows rows={2} />
      ) : list.data.items.length === 0 ? (
        <EmptyState title={t('settings.requestsEmpty')} picture={<Bench />} level={3}>
          {t('settings.requestsEmptyHint')}
        </EmptyState>
      ) : (
        <Rows label={t('settings.requests')}>
          {list.data.items.map((request) => (
            <li key={request.member.id} className="grid gap-3">
              <Person card={request.member} note={<Time at={request.askedAt} />} />
              {request.message && (
                <p className="whitespace-pre-line" dir="auto">
                  {request.message}
                </p>
              )}
              <div className="flex flex-wrap gap-2">
                <Button
                  look="primary"
                  size="small"
                  isPending={approve.isPending && approve.variables === request}
                  onPress={() => approve.mutate(request)}
                >
                  {t('settings.approve')}
                </Button>
                <Button size="small" onPress={() => setRefusing(request)}>
                  {t('settings.refuse')}
                </Button>
              </div>
            </li>
          ))}
        </Rows>
      )}
      {refusing && (
        <RefuseSheet community={community} request={refusing} onClose={() => setRefusing(undefined)} />
      )}
    </Section>
  )
}

function RefuseSheet({
  community,
  request,
  onClose,
}: {
  community: CommunityDetail
  request: JoinRequest
  onClose: () => void
}) {
  const t = useT()
  const onError = useErrorToast(t)
  const [word, setWord] = useState('')
  const refuse = useMutation({
    mutationFn: () =>
      api('POST /api/v1/communities/:community/join-requests/:memberId/refusal', {
        params: { community: community.id, memberId: request.member.id },
        body: word.trim() ? { word } : {},
      }),
    onSuccess: () => {
      toast(t('settings.refusedDone'))
      void refresh()
      onClose()
    },
    onError,
  })
  return (
    <Dialog
      title={t('settings.refuseTitle', { name: request.member.displayName })}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('join.cancel')}
          </Button>
          <Button look="primary" isPending={refuse.isPending} onPress={() => refuse.mutate()}>
            {t('settings.refuseSend')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('settings.refuseWord')}
        hint={t('settings.refuseHint')}
        optional
        value={word}
        onChange={setWord}
        maxLength={500}
      />
    </Dialog>
  )
}

function Invitations({ community }: { community: CommunityDetail }) {
  const t = useT()
  const onError = useErrorToast(t)
  const { data } = useQuery(waitingQueries(community.id).invitations)
  const withdraw = useMutation({
    mutationFn: (memberId: string) =>
      api('DELETE /api/v1/communities/:community/invitations/:memberId', {
        params: { community: community.id, memberId },
      }),
    onSuccess: () => refresh('invitations'),
    onError,
  })
  return (
    <Section title={t('settings.invitations')}>
      {data?.items.length === 0 && <p className="text-muted">{t('settings.invitationsEmpty')}</p>}
      <Rows label={t('settings.invitations')}>
        {data?.items.map(({ member, invitedBy }) => (
          <li key={member.id}>
            <Person
              card={member}
              note={t('settings.invitedBy', { name: invitedBy.displayName })}
              acts={
                <Button look="quiet" size="small" onPress={() => withdraw.mutate(member.id)}>
                  {t('settings.withdrawInvitation')}
                </Button>
              }
            />
          </li>
        ))}
      </Rows>
    </Section>
  )
}

function Bans({ community }: { community: CommunityDetail }) {
  const t = useT()
  const onError = useErrorToast(t)
  const { data } = useQuery(waitingQueries(community.id).bans)
  const lift = useMutation({
    mutationFn: ({ id }: { id: string; name: string }) =>
      api('DELETE /api/v1/communities/:community/bans/:memberId', {
        params: { community: community.id, memberId: id },
      }),
    onSuccess: (_, { name }) => {
      toast(t('settings.lifted', { name }))
      void refresh('bans')
    },
    onError,
  })
  return (
    <Section title={t('settings.bans')}>
      {data?.items.length === 0 && <p className="text-muted">{t('settings.bansEmpty')}</p>}
      <Rows label={t('settings.bans')}>
        {data?.items.map(({ member, reason }) => (
          <li key={member.id}>
            <Person
              card={member}
              note={reason}
              acts={
                <Button
                  look="quiet"
                  size="small"
                  onPress={() => lift.mutate({ id: member.id, name: member.displayName })}
                >
                  {t('settings.lift')}
                </Button>
              }
            />
          </li>
        ))}
      </Rows>
    </Section>
  )
}
