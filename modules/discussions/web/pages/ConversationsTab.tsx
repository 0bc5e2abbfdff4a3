import '../components/discussions.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import type { PostKind } from '#modules/discussions/contract.ts'
import { communityQuery } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { FeedList } from '../components/FeedList.tsx'
import { LivePill } from '../components/LivePill.tsx'
import { useLiveFeed } from '../components/use-live-feed.ts'
import { ComposerPlace } from '../composer/ComposerPlace.tsx'
import { isPostKind, postKinds } from '../kinds.ts'
import { usePublished } from '../published.ts'
import { communityFeedQuery, flat } from '../queries.ts'
import { useT } from '../t.ts'

const Composer = lazy(async () => ({ default: (await import('../composer/Composer.tsx')).Composer }))

/** `/communities/:slug`: everything that is said there, most recently active first. */
export function ConversationsTab() {
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const search = useSearch({ strict: false }) as { kind?: unknown; tag?: unknown }
  const kind = isPostKind(search.kind) ? search.kind : undefined
  const tag =
    typeof search.tag === 'string' || typeof search.tag === 'number' ? String(search.tag) : undefined
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { data: community } = useQuery(communityQuery(slug))
  const live = useLiveFeed(community?.id ?? 'none')
  const onPublished = usePublished()
  const query = communityFeedQuery(slug, { kind, tag })
  useMarkSeen(slug, query, community?.me.isMember ?? false)
  const go = (next: { kind?: PostKind | undefined; tag?: string | undefined }) =>
    void navigate({
      to: '.',
      search: { ...(next.kind && { kind: next.kind }), ...(next.tag && { tag: next.tag }) },
      replace: true,
    })
  const name = community ? pickText(community.name, language) : ''
  return (
    <Page title={t('tab.conversationsOf', { name })} place={name}>
      <h2 className="sr-only">{t('tab.conversations')}</h2>
      {community?.can.participate && (
        <Suspense fallback={<ComposerPlace text={t('composer.placeholderIn', { name })} />}>
          <Composer
            key={community.id}
            community={community}
            onPublished={onPublished}
            placeholder={t('composer.placeholderIn', { name })}
          />
        </Suspense>
      )}
      <div className="grid gap-2 py-3">
        <div className="chips-line">
          <FilterChips
            label={t('tab.kinds')}
            options={[
              { id: 'all', label: t('tab.all') },
              ...postKinds.filter((id) => id !== 'question').map((id) => ({ id, label: t(`kinds.${id}`) })),
            ]}
            selected={[kind ?? 'all']}
            onSelect={([id]) => go({ tag, kind: isPostKind(id) ? id : undefined })}
          />
        </div>
        {tag && (
          <Button
            className="justify-self-start"
            size="small"
            onPress={() => go({ kind })}
            aria-label={t('tab.withoutTag', { tag })}
          >
            {tag}
            <X aria-hidden />
          </Button>
        )}
      </div>
      <LivePill live={live} />
      <FeedList
        query={query}
        label={t('tab.conversations')}
        empty={
          <EmptyState
            title={kind || tag ? t('tab.nothingFiltered') : t('tab.empty')}
            picture={<Talk />}
            level={3}
          >
            {kind || tag
              ? t('tab.nothingFilteredHint')
              : community?.can.participate
                ? t('tab.emptyHint')
                : t('tab.emptyHintReader')}
          </EmptyState>
        }
      />
    </Page>
  )
}

/** Opening the list is seeing it: the community's count of unread returns to zero. Marks stay until the next visit. */
function useMarkSeen(slug: string, query: ReturnType<typeof communityFeedQuery>, isMember: boolean): void {
  const { data } = useInfiniteQuery(query)
  const hasUnread = flat(data).some(({ unread }) => unread)
  // Outside system: the server's unread counters.
  useEffect(() => {
    if (!isMember || !hasUnread) return
    api('POST /api/v1/communities/:community/seen', { params: { community: slug } })
      .then(() => queryClient.invalidateQueries({ queryKey: ['communities'] }))
      .catch(() => {
        // Counted as unread once more: nothing that the person should hear of.
      })
  }, [slug, isMember, hasUnread])
}
