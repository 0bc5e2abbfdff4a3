import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Arrival } from '#modules/workbench/contract.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { EyeLink, PlainLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useAgo } from '../ago.ts'
import { ArrivalRow } from '../components/ArrivalRow.tsx'
import { BuddyDialog } from '../components/BuddyDialog.tsx'
import { Frame } from '../components/Frame.tsx'
import { GreetDialog } from '../components/GreetDialog.tsx'
import { MissionDialog, MissionsDialog } from '../components/MissionDialogs.tsx'
import { postPath } from '../paths.ts'
import { welcomeQuery } from '../queries.ts'
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
  const [missionOf, setMissionOf] = useState<Arrival>()
  const [isWriting, setWriting] = useState(false)
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
        aside={
          <Button size="small" look="quiet" onPress={() => setWriting(true)}>
            {t('mission.edit')}
          </Button>
        }
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
                  onMission={() => setMissionOf(arrival)}
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
      {missionOf && <MissionDialog slug={slug} arrival={missionOf} onClose={() => setMissionOf(undefined)} />}
      {isWriting && <MissionsDialog slug={slug} onClose={() => setWriting(false)} />}
      {buddyOf && <BuddyDialog slug={slug} arrival={buddyOf} onClose={() => setBuddyOf(undefined)} />}
    </>
  )
}
