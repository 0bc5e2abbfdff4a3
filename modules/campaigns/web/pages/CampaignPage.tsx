import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { MemberLink } from '#modules/people/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useSession } from '#platform/web/session.ts'
import { Notice } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { Tag } from '#ui/Tag.tsx'
import type { Campaign } from '#modules/campaigns/contract.ts'
import { AboutTab } from '../components/AboutTab.tsx'
import { GamesTab, PostsTab, StoriesTab } from '../components/Lists.tsx'
import { StoryCard } from '../components/StoryCard.tsx'
import { campaignPath } from '../paths.ts'
import { campaignQuery, storyQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useDays } from '../use-days.ts'

const LeadMenu = lazy(async () => ({ default: (await import('../components/LeadMenu.tsx')).LeadMenu }))
const StoryEditor = lazy(async () => ({
  default: (await import('../components/StoryEditor.tsx')).StoryEditor,
}))
const ChallengeView = lazy(async () => ({
  default: (await import('../components/ChallengeView.tsx')).ChallengeView,
}))
const tabs = ['stories', 'posts', 'games', 'about'] as const

interface Search {
  tab?: string
  story?: string
  challenge?: string
}

/** The page of a hashtag: what carries it, stories, challenges, the calendar, how to take part. */
export function CampaignPage() {
  const t = useT()
  const { tag = '' } = useParams({ strict: false }) as { tag?: string }
  const query = useQuery(campaignQuery(tag))
  if (query.error && !query.data)
    return (
      <Page title={t('title')}>
        <h1 className="sr-only">{t('title')}</h1>
        <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
      </Page>
    )
  return query.data ? (
    <Shown campaign={query.data} />
  ) : (
    <Page title={t('title')}>
      <h1 className="sr-only">{t('title')}</h1>
      <SkeletonRows rows={6} />
    </Page>
  )
}

function Shown({ campaign }: { campaign: Campaign }) {
  const t = useT()
  const day = useDays()
  const { story, challenge } = useSearch({ strict: false }) as Search
  const isInside = story !== undefined || challenge !== undefined
  return (
    <Page title={`#${campaign.tag}`}>
      <PageHeader
        kicker={
          <span className="inline-flex flex-wrap items-center gap-2">
            {t('kicker')}
            <Tag tone={campaign.state === 'running' ? 'accent' : 'neutral'}>
              {t(`state.${campaign.state}`)}
            </Tag>
          </span>
        }
        title={`#${campaign.tag}`}
        lead={isInside ? undefined : <span lang={campaign.language}>{campaign.title}</span>}
        acts={
          <>
            {campaign.can.lead && (
              <Suspense fallback={null}>
                <LeadMenu campaign={campaign} />
              </Suspense>
            )}
            {campaign.can.write && !isInside && (
              <ButtonLink to={campaignPath(campaign.address, { story: 'new' })} look="primary">
                {t('page.tell')}
              </ButtonLink>
            )}
          </>
        }
      />
      {isInside ? (
        <Suspense fallback={<SkeletonRows rows={6} />}>
          {challenge ? (
            <ChallengeView key={challenge} id={challenge} address={campaign.address} />
          ) : (
            <StoryPlace campaign={campaign} storyId={story ?? 'new'} />
          )}
        </Suspense>
      ) : (
        <>
          <div className="grid max-w-[38rem] gap-2 pb-5">
            <p lang={campaign.language}>{campaign.purpose}</p>
            <p className="flex flex-wrap gap-x-3 text-sm text-muted">
              <span>{t('period', { from: day(campaign.startsOn), to: day(campaign.endsOn) })}</span>
              {campaign.leader ? (
                <span>
                  {t('ledBy')} <MemberLink member={campaign.leader} />
                </span>
              ) : (
                <span>{t('nobodyLeads')}</span>
              )}
            </p>
            {campaign.thanks && campaign.closedAt ? (
              <Notice title={t('page.gave')}>
                <p>{t('page.count', campaign.counts)}</p>
                <p className="pt-2 whitespace-pre-line" lang={campaign.language}>
                  {campaign.thanks}
                </p>
                <p className="pt-2 text-sm text-muted">
                  {t('page.closedOn', { date: day(campaign.closedAt) })}
                </p>
              </Notice>
            ) : (
              <p className="text-sm text-muted">{t('page.count', campaign.counts)}</p>
            )}
          </div>
          <Parts campaign={campaign} />
        </>
      )}
    </Page>
  )
}

function Parts({ campaign }: { campaign: Campaign }) {
  const t = useT()
  const navigate = useNavigate()
  const { tab } = useSearch({ strict: false }) as Search
  const content = {
    stories: <StoriesTab campaign={campaign} />,
    posts: <PostsTab campaign={campaign} />,
    games: <GamesTab campaign={campaign} />,
    about: <AboutTab campaign={campaign} />,
  }
  return (
    <Tabs
      label={t('page.parts')}
      selected={tabs.find((one) => one === tab) ?? 'stories'}
      onSelect={(next) =>
        void navigate({
          href: campaignPath(campaign.address, next === 'stories' ? undefined : { tab: next }),
          replace: true,
        })
      }
      tabs={tabs.map((id) => ({ id, label: t(`page.${id}`), content: content[id] }))}
    />
  )
}

/** One story by its address: its editor while it is its author's to change, itself otherwise. */
function StoryPlace({ campaign, storyId }: { campaign: Campaign; storyId: string }) {
  const t = useT()
  const me = useSession().member?.id
  const isNew = storyId === 'new'
  const query = useQuery({ ...storyQuery(storyId), enabled: !isNew })
  const story = query.data
  return (
    <>
      <p className="pb-3">
        <Link to={campaignPath(campaign.address)}>{t('page.back', { tag: `#${campaign.tag}` })}</Link>
      </p>
      {isNew ? (
        <StoryEditor campaign={campaign} />
      ) : query.error && !story ? (
        <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
      ) : !story ? (
        <SkeletonRows rows={5} />
      ) : story.can.change && story.state === 'draft' ? (
        <StoryEditor key={story.id} campaign={campaign} story={story} />
      ) : (
        <StoryCard story={story} address={campaign.address} isMine={story.author.id === me} />
      )}
    </>
  )
}
