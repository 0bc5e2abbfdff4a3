import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Globe, MapPin, Plus, Sparkles, Tag as TagIcon } from 'lucide-react'
import { useDeferredValue, useEffect, useState } from 'react'
import type { DiscoverCard, DiscoverReason, MyCommunity } from '#modules/communities/contract.ts'
import { communityKinds } from '#modules/communities/words.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Slot } from '#platform/web/slots.tsx'
import { useMember } from '#platform/web/session.ts'
import { toast } from '#platform/web/toasts.ts'
import { pickLanguage, pickText } from '#platform/shared/local-text.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Lens, Yard } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Count, Tag } from '#ui/Tag.tsx'
import { CommunityMark } from '../components/CommunityMark.tsx'
import { communityPath, newCommunityPath } from '../paths.ts'
import { discoverQuery, flat, mineQuery, refresh } from '../queries.ts'
import { useT } from '../t.ts'

/** My communities with what is unread, those worth discovering and why, and the one that is missing. */
export function CommunitiesPage() {
  const t = useT()
  const { isGuest } = useMember()
  const mine = useQuery(mineQuery)
  const search = useSearch({ strict: false }) as { q?: unknown; kind?: unknown }
  const navigate = useNavigate()
  const [text, setText] = useState(typeof search.q === 'string' ? search.q : '')
  const kind = communityKinds.find((one) => one === search.kind)
  const q = useDeferredValue(text.trim())
  // Outside system: the address, so that a search can be shared and returned to.
  useEffect(
    () =>
      void navigate({
        to: '.',
        search: { ...(q && { q }), ...(kind && { kind }) },
        replace: true,
        resetScroll: false,
      }),
    [q, kind, navigate],
  )
  const isSearching = q !== ''
  return (
    <Page title={t('list.title')}>
      <PageHeader
        title={t('list.title')}
        lead={isGuest ? t('list.guestOnly') : undefined}
        acts={
          mine.data?.mayCreate && (
            <ButtonLink to={newCommunityPath} look="primary">
              <Plus aria-hidden />
              {t('list.found')}
            </ButtonLink>
          )
        }
      />
      {!isGuest && (
        <div className="pb-6">
          <SearchField label={t('list.search')} value={text} onChange={setText} />
        </div>
      )}
      {!isSearching && !kind && (
        <>
          <Invitations />
          <Section title={t('list.mine')}>
            {mine.error ? (
              <ErrorView error={mine.error} t={t} onRetry={() => void mine.refetch()} />
            ) : !mine.data ? (
              <SkeletonRows rows={3} />
            ) : mine.data.items.length === 0 ? (
              <EmptyState title={t('list.mineEmpty')} picture={<Yard />} level={3}>
                {t('list.mineEmptyHint')}
              </EmptyState>
            ) : (
              <Rows label={t('list.mine')}>
                {mine.data.items.map((community) => (
                  <li key={community.id}>
                    <MineRow community={community} />
                  </li>
                ))}
              </Rows>
            )}
          </Section>
        </>
      )}
      {!isGuest && (
        <>
          <Discover
            q={q}
            kind={kind}
            onKind={(next) =>
              void navigate({
                to: '.',
                search: { ...(q && { q }), ...(next && { kind: next }) },
                replace: true,
              })
            }
          />
          <Slot name="discoverBlocks" mayCreate={mine.data?.mayCreate ?? false} />
        </>
      )}
    </Page>
  )
}

function Invitations() {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const { data } = useQuery(mineQuery)
  const decline = useMutation({
    mutationFn: (community: string) =>
      api('DELETE /api/v1/communities/:community/invitation', { params: { community } }),
    onSuccess: () => {
      toast(t('list.declined'))
      void refresh()
    },
    onError,
  })
  if (!data || data.invitations.length === 0) return null
  return (
    <Section title={t('list.invitations')}>
      <Rows label={t('list.invitations')}>
        {data.invitations.map(({ community, invitedBy }) => (
          <li key={community.id} className="flex flex-wrap items-center gap-3">
            <CommunityMark community={community} />
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-semibold" lang={pickLanguage(community.name, language)} dir="auto">
                {pickText(community.name, language)}
              </p>
              <p className="text-sm text-muted">{t('list.invited', { name: invitedBy.displayName })}</p>
            </div>
            <Button look="quiet" onPress={() => decline.mutate(community.id)}>
              {t('list.decline')}
            </Button>
            <ButtonLink to={communityPath(community.slug)} look="primary">
              {t('list.see')}
            </ButtonLink>
          </li>
        ))}
      </Rows>
    </Section>
  )
}

function MineRow({ community }: { community: MyCommunity }) {
  const t = useT()
  const { language } = useLanguage()
  const [role] = community.roles
  return (
    <PlainLink
      to={communityPath(community.slug)}
      className="flex items-center gap-3"
      data-accent={community.accent}
    >
      <CommunityMark community={community} />
      <span className="min-w-0 flex-1">
        <span
          className="block truncate font-semibold"
          lang={pickLanguage(community.name, language)}
          dir="auto"
        >
          {pickText(community.name, language)}
        </span>
        <span className="block text-sm text-muted">{t(`kinds.${community.kind}.name`)}</span>
      </span>
      {(community.stage === 'closing' || community.stage === 'archived') && (
        <Tag>{t(`stages.${community.stage}`)}</Tag>
      )}
      {community.waiting > 0 && <Tag tone="accent">{t('list.waiting', { n: community.waiting })}</Tag>}
      {role && (
        <span className="hidden sm:inline">
          <Tag>{t(`roles.${role}`)}</Tag>
        </span>
      )}
      <Count value={community.unread} label={t('list.unread', { n: community.unread })} />
    </PlainLink>
  )
}

function Discover({
  q,
  kind,
  onKind,
}: {
  q: string
  kind: DiscoverCard['kind'] | undefined
  onKind: (kind: string | undefined) => void
}) {
  const t = useT()
  const list = useInfiniteQuery(discoverQuery({ q, kind }))
  const cards = flat(list.data)
  const isFiltered = q !== '' || kind !== undefined
  return (
    <Section title={t('list.discover')}>
      <div className="pb-3">
        <FilterChips
          label={t('list.filterKind')}
          options={communityKinds.map((id) => ({ id, label: t(`kinds.${id}.name`) }))}
          selected={kind ? [kind] : []}
          onSelect={([id]) => onKind(id === kind ? undefined : id)}
        />
      </div>
      {list.error ? (
        <ErrorView error={list.error} t={t} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={4} />
      ) : cards.length === 0 ? (
        <EmptyState
          title={isFiltered ? t('list.nothingFound') : t('list.discoverEmpty')}
          picture={<Lens />}
          level={3}
        >
          {isFiltered ? t('list.nothingFoundHint') : t('list.discoverEmptyHint')}
        </EmptyState>
      ) : (
        <Rows label={t('list.discover')}>
          {cards.map((community) => (
            <li key={community.id}>
              <DiscoverRow community={community} />
            </li>
          ))}
        </Rows>
      )}
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
    </Section>
  )
}

const reasonIcons = { site: MapPin, subject: TagIcon, new: Sparkles, language: Globe }

function DiscoverRow({ community }: { community: DiscoverCard }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <PlainLink
      to={communityPath(community.slug)}
      className="flex items-start gap-3"
      data-accent={community.accent}
    >
      <CommunityMark community={community} />
      <span className="grid min-w-0 flex-1 gap-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold" lang={pickLanguage(community.name, language)} dir="auto">
            {pickText(community.name, language)}
          </span>
          {community.visibility !== 'open' && <Tag>{t(`visibility.${community.visibility}`)}</Tag>}
          {community.hasAsked && <Tag tone="accent">{t('join.waiting')}</Tag>}
          {community.isMember && <Tag>{t('join.member')}</Tag>}
        </span>
        <span className="text-pretty" lang={pickLanguage(community.purpose, language)} dir="auto">
          {pickText(community.purpose, language)}
        </span>
        <span className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
          <span>
            {t(`kinds.${community.kind}.name`)} · {t('list.members', { n: community.memberCount })}
          </span>
          {community.reasons.map((reason) => (
            <Reason key={reason.kind} reason={reason} />
          ))}
        </span>
      </span>
    </PlainLink>
  )
}

function Reason({ reason }: { reason: DiscoverReason }) {
  const t = useT()
  const Icon = reasonIcons[reason.kind]
  return (
    <span className="inline-flex items-center gap-1 text-accent">
      <Icon aria-hidden className="size-4 shrink-0" />
      {reason.kind === 'site'
        ? t('reason.site', { n: reason.n ?? 0 })
        : reason.kind === 'subject'
          ? t('reason.subject', { subject: reason.subject ?? '' })
          : t(`reason.${reason.kind}`)}
    </span>
  )
}
