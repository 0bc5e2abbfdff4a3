import '../components/discussions.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { communityQuery } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Bench, Lens } from '#ui/illustrations.tsx'
import { FeedList } from '../components/FeedList.tsx'
import { LivePill } from '../components/LivePill.tsx'
import { useLiveFeed } from '../components/use-live-feed.ts'
import { writePath } from '../paths.ts'
import { communityFeedQuery } from '../queries.ts'
import { useT } from '../t.ts'

const shows = ['all', 'unanswered', 'accepted'] as const
type Show = (typeof shows)[number]

/** `/communities/:slug/questions`: what was asked, and what still waits. */
export function QuestionsTab() {
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const search = useSearch({ strict: false }) as { show?: unknown; tag?: unknown }
  const show = shows.find((one) => one === search.show) ?? 'all'
  const tag = typeof search.tag === 'string' ? search.tag : undefined
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { data: community } = useQuery(communityQuery(slug))
  const live = useLiveFeed(community?.id ?? 'none')
  const name = community ? pickText(community.name, language) : ''
  const empties: Record<Show, { title: string; hint: string }> = {
    all: { title: t('questions.none'), hint: t('questions.noneHint') },
    unanswered: { title: t('questions.allAnswered'), hint: t('questions.allAnsweredHint') },
    accepted: { title: t('questions.noneAccepted'), hint: t('questions.noneAcceptedHint') },
  }
  return (
    <Page title={t('tab.questionsOf', { name })} place={name}>
      <div className="flex flex-wrap items-center justify-between gap-3 pb-3">
        <h2>{t('tab.questions')}</h2>
        {community?.can.participate && (
          <ButtonLink to={writePath({ kind: 'question', communityId: community.id })} look="primary">
            {t('questions.ask')}
          </ButtonLink>
        )}
      </div>
      <div className="pb-2">
        <FilterChips
          label={t('questions.show')}
          options={shows.map((id) => ({ id, label: t(`questions.shows.${id}`) }))}
          selected={[show]}
          onSelect={([id]) =>
            void navigate({
              to: '.',
              search: { ...(id !== 'all' && { show: id }), ...(tag && { tag }) },
              replace: true,
            })
          }
        />
      </div>
      <LivePill live={live} />
      <FeedList
        query={communityFeedQuery(slug, {
          kind: 'question',
          unanswered: show === 'unanswered' || undefined,
          tag,
        })}
        label={t('tab.questions')}
        keep={show === 'accepted' ? ({ card }) => card.acceptedAnswerId !== null : undefined}
        empty={
          <EmptyState
            title={empties[show].title}
            picture={show === 'unanswered' ? <Bench /> : <Lens />}
            level={3}
          >
            {empties[show].hint}
          </EmptyState>
        }
      />
    </Page>
  )
}
