import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { CommunityDetail, CommunityRole, MemberLine } from '#modules/communities/contract.ts'
import { communityRoles } from '#modules/communities/words.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { toast } from '#platform/web/toasts.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Lens } from '#ui/illustrations.tsx'
import { Rows } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { Menu } from '#ui/Menu.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { Person } from '../components/Person.tsx'
import { communityQuery, flat, membersQuery, refresh } from '../queries.ts'
import { useT } from '../t.ts'

/** Who is here: roles first, then the newest; managers give roles, moderators remove. */
export function MembersPage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { data: community } = useQuery(communityQuery(slug))
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const list = useInfiniteQuery(membersQuery(slug, q))
  const members = flat(list.data)
  const name = community ? pickText(community.name, language) : ''
  return (
    <Page title={`${t('members.title')} · ${name}`} place={name}>
      <h2 className="sr-only">{t('members.title')}</h2>
      <SearchField label={t('members.search')} value={text} onChange={setText} />
      <div className="pt-3">
        {list.error ? (
          <ErrorView error={list.error} t={t} onRetry={() => void list.refetch()} />
        ) : list.isPending || !community ? (
          <SkeletonRows rows={6} />
        ) : members.length === 0 ? (
          <EmptyState title={t('members.none')} picture={<Lens />} level={3}>
            {t('members.noneHint')}
          </EmptyState>
        ) : (
          <Rows label={t('members.title')}>
            {members.map((line) => (
              <li key={line.member.id}>
                <Line line={line} community={community} />
              </li>
            ))}
          </Rows>
        )}
        <LoadMore
          hasMore={list.hasNextPage}
          isLoading={list.isFetchingNextPage}
          onLoad={() => void list.fetchNextPage()}
        />
      </div>
    </Page>
  )
}

function Line({ line, community }: { line: MemberLine; community: CommunityDetail }) {
  const t = useT()
  const { member, roles } = line
  const marks = (
    <>
      {roles.map((role) => (
        <Tag key={role} tone={role === 'manager' ? 'accent' : 'neutral'}>
          {t(`roles.${role}`)}
        </Tag>
      ))}
      {member.kind === 'guest' && <Tag tone="warn">{t('members.guest')}</Tag>}
    </>
  )
  return (
    <Person
      card={member}
      marks={marks}
      note={t('members.joined', { date: new Date(line.joinedAt) })}
      acts={community.can.moderate && <Acts line={line} community={community} />}
    />
  )
}

const employeeOnly: readonly CommunityRole[] = ['manager', 'moderator', 'sponsor']

function Acts({ line, community }: { line: MemberLine; community: CommunityDetail }) {
  const t = useT()
  const onError = useErrorToast(t)
  const [banning, setBanning] = useState(false)
  const { member, roles } = line
  const name = member.displayName
  const params = { community: community.id, memberId: member.id }
  const done = (text: string) => () => {
    toast(text)
    void refresh()
  }
  const grant = (role: CommunityRole) =>
    void api('PUT /api/v1/communities/:community/members/:memberId/roles/:role', {
      params: { ...params, role },
    }).then(done(t('members.granted', { name, role: t(`roles.${role}`) })), onError)
  const withdraw = (role: CommunityRole) =>
    void api('DELETE /api/v1/communities/:community/members/:memberId/roles/:role', {
      params: { ...params, role },
    }).then(done(t('members.withdrawn')), onError)
  const remove = () =>
    void api('DELETE /api/v1/communities/:community/members/:memberId', { params }).then(
      done(t('members.removed', { name })),
      onError,
    )
  const grantable = member.isFormer
    ? []
    : communityRoles.filter(
        (role) => !roles.includes(role) && !(member.kind === 'guest' && employeeOnly.includes(role)),
      )
  const roleActs = community.can.manage
    ? [
        ...grantable.map((role) => ({
          id: role,
          label: t('members.role', { role: t(`roles.${role}`) }),
          onAction: () => grant(role),
        })),
        ...roles.map((role) => ({
          id: `-${role}`,
          label: t('members.withdraw', { role: t(`roles.${role}`) }),
          onAction: () => withdraw(role),
        })),
      ]
    : []
  const outActs = roles.includes('manager')
    ? []
    : [
        { id: 'remove', label: t('members.remove'), danger: true, onAction: remove },
        ...(community.can.manage
          ? [{ id: 'ban', label: t('members.ban'), danger: true, onAction: () => setBanning(true) }]
          : []),
      ]
  const groups = [roleActs, outActs].filter((group) => group.length > 0)
  if (groups.length === 0) return null
  return (
    <>
      <Menu
        label={t('members.acts', { name })}
        trigger={
          <Button look="quiet" icon aria-label={t('members.acts', { name })}>
            <Ellipsis aria-hidden />
          </Button>
        }
        groups={groups}
      />
      {banning && <BanSheet name={name} params={params} onClose={() => setBanning(false)} />}
    </>
  )
}

function BanSheet({
  name,
  params,
  onClose,
}: {
  name: string
  params: { community: string; memberId: string }
  onClose: () => void
}) {
  const t = useT()
  const onError = useErrorToast(t)
  const [reason, setReason] = useState('')
  const ban = useMutation({
    mutationFn: () =>
      api('PUT /api/v1/communities/:community/bans/:memberId', { params, body: { reason: reason.trim() } }),
    onSuccess: () => {
      toast(t('members.banned', { name }))
      void refresh()
      onClose()
    },
    onError,
  })
  return (
    <Dialog
      title={t('members.banTitle', { name })}
      isOpen
      alert
      onClose={onClose}
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('join.cancel')}
          </Button>
          <Button
            look="danger"
            isDisabled={!reason.trim()}
            isPending={ban.isPending}
            onPress={() => ban.mutate()}
          >
            {t('members.banSend')}
          </Button>
        </>
      }
    >
      <p>{t('members.banHint')}</p>
      <TextArea
        label={t('members.banReason')}
        isRequired
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
    </Dialog>
  )
}
