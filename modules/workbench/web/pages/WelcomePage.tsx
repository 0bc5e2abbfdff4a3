import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Check, Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { Arrival } from '#modules/workbench/contract.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { EyeLink, PlainLink } from '#platform/web/links.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { Menu } from '#ui/Menu.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useAgo } from '../ago.ts'
import { Frame } from '../components/Frame.tsx'
import { GreetDialog } from '../components/GreetDialog.tsx'
import { PersonPicker } from '../components/PersonPicker.tsx'
import { Sheet } from '../components/Sheet.tsx'
import { firstNameOf } from '../openers.ts'
import { postPath } from '../paths.ts'
import { refreshWorkbench, welcomeQuery } from '../queries.ts'
import { useT } from '../t.ts'

interface Greeting {
  newcomer: MemberCard
  postId: string | null
  language: string
}

/** Who arrived, who has written for the first time without a reply, and who looks after whom. */
export function WelcomePage() {
  const t = useT()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { data } = useInfiniteQuery(welcomeQuery(slug))
  const waiting = data?.pages[0]?.waiting
  return (
    <Frame title={t('welcome.title')} lead={waiting !== undefined && t('welcome.lead', { n: waiting })}>
      {(community) => <Newcomers community={community} slug={slug} />}
    </Frame>
  )
}

function Newcomers({ community, slug }: { community: CommunityDetail; slug: string }) {
  const t = useT()
  const ago = useAgo()
  const { language } = useLanguage()
  const [greeting, setGreeting] = useState<Greeting>()
  const [buddyOf, setBuddyOf] = useState<Arrival>()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    welcomeQuery(slug),
  )
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={5} />
  const firsts = data.pages[0]?.firstContributions ?? []
  const arrivals = data.pages.flatMap((page) => page.items)
  return (
    <>
      <Section title={t('welcome.firsts')} hint={firsts.length > 0 ? t('welcome.firstsHint') : undefined}>
        {firsts.length === 0 ? (
          <p className="text-muted">{t('welcome.noFirsts')}</p>
        ) : (
          <ul className="rows" aria-label={t('welcome.firsts')}>
            {firsts.map((post) => (
              <li key={post.id} className="newcomer-row">
                <MemberAvatar member={post.author} />
                <div className="min-w-0">
                  <p>
                    <MemberLink member={post.author} className="font-semibold" />
                  </p>
                  <PlainLink to={postPath(post.id)} className="morning-post" lang={post.language} dir="auto">
                    {post.title ?? post.excerpt}
                  </PlainLink>
                  <p className="text-muted">{t('card.posted', { ago: ago(post.createdAt) })}</p>
                </div>
                <Button
                  look="primary"
                  aria-label={t('act.greetName', { name: post.author.displayName })}
                  onPress={() =>
                    setGreeting({ newcomer: post.author, postId: post.id, language: post.language })
                  }
                >
                  {t('act.greet')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section
        title={t('welcome.arrivals')}
        hint={arrivals.length > 0 ? t('welcome.arrivalsHint') : undefined}
      >
        {arrivals.length === 0 ? (
          <EmptyState title={t('welcome.noArrivals')} picture={<Yard />} level={3}>
            {t('welcome.noArrivalsHint')}
          </EmptyState>
        ) : (
          <ul className="rows" aria-label={t('welcome.arrivals')}>
            {arrivals.map((arrival) => (
              <li key={arrival.member.id}>
                <ArrivalRow
                  slug={slug}
                  arrival={arrival}
                  onGreet={() =>
                    setGreeting({
                      newcomer: arrival.member,
                      postId: null,
                      language: community.languages[0] ?? language,
                    })
                  }
                  onBuddy={() => setBuddyOf(arrival)}
                />
              </li>
            ))}
          </ul>
        )}
        <LoadMore hasMore={hasNextPage} isLoading={isFetchingNextPage} onLoad={() => void fetchNextPage()} />
      </Section>
      <p className="flex items-center gap-2 border-t border-line pt-4 text-sm text-muted">
        <EyeLink of={t('welcome.title')} />
        {t('welcome.seen')}
      </p>
      {greeting && (
        <GreetDialog
          slug={slug}
          community={pickText(community.name, language)}
          {...greeting}
          onClose={() => setGreeting(undefined)}
        />
      )}
      {buddyOf && <BuddyDialog slug={slug} arrival={buddyOf} onClose={() => setBuddyOf(undefined)} />}
    </>
  )
}

function ArrivalRow({
  slug,
  arrival,
  onGreet,
  onBuddy,
}: {
  slug: string
  arrival: Arrival
  onGreet: () => void
  onBuddy: () => void
}) {
  const t = useT()
  const ago = useAgo()
  const onError = useErrorToast(t)
  const { member, invitedBy, welcomedBy, buddy } = arrival
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
      <div className="min-w-0">
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
        {buddy && <p className="text-muted">{t('welcome.buddyIs', { name: buddy.displayName })}</p>}
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

function BuddyDialog({ slug, arrival, onClose }: { slug: string; arrival: Arrival; onClose: () => void }) {
  const t = useT()
  const onError = useErrorToast(t)
  const name = firstNameOf(arrival.member.displayName)
  const [buddy, setBuddy] = useState<MemberCard | null>(arrival.buddy)
  const save = useMutation({
    mutationFn: (buddyId: string | null) =>
      api('PUT /api/v1/communities/:community/welcome/:memberId', {
        params: { community: slug, memberId: arrival.member.id },
        body: { buddyId },
      }),
    onSuccess: (_, buddyId) => {
      toast(
        buddyId && buddy
          ? t('did.buddy', { buddy: firstNameOf(buddy.displayName), name })
          : t('did.noBuddy', { name }),
      )
      refreshWorkbench()
      onClose()
    },
    onError,
  })
  return (
    <Sheet
      slug={slug}
      title={t('welcome.buddyTitle', { name })}
      isOpen
      onClose={onClose}
      acts={
        <>
          {arrival.buddy ? (
            <Button onPress={() => save.mutate(null)}>{t('welcome.removeBuddy')}</Button>
          ) : (
            <Button onPress={onClose}>{t('cancel')}</Button>
          )}
          <Button
            look="primary"
            isDisabled={!buddy}
            isPending={save.isPending}
            onPress={() => buddy && save.mutate(buddy.id)}
          >
            {t('welcome.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('welcome.buddyHint')}</p>
        <PersonPicker
          slug={slug}
          label={t('welcome.buddy')}
          chosen={buddy}
          onChoose={setBuddy}
          without={[arrival.member.id]}
        />
      </div>
    </Sheet>
  )
}
