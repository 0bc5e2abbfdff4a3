import '../components/knowledge.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Pencil, Plus, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Collection } from '#modules/knowledge/shapes.ts'
import { useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { PageRow } from '../components/PageRow.tsx'
import { PageStatus } from '../components/PageStatus.tsx'
import { communityPagesPath, newPagePath, pagePath } from '../paths.ts'
import { collectionsQuery, flat, keys, pagesQuery } from '../queries.ts'
import { useT } from '../t.ts'

const CollectionDialog = lazy(() => import('../components/CollectionDialog.tsx'))

/** `/communities/:slug/pages`: collections first, then every page. */
export function CommunityPages() {
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const search = useSearch({ strict: false }) as { tag?: unknown }
  const tag = typeof search.tag === 'string' ? search.tag : undefined
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const community = useCommunity(slug)
  const collections = useQuery(collectionsQuery(slug)).data
  const [dialog, setDialog] = useState<{ collection?: Collection }>()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...pagesQuery({ community: community?.id, ...(tag && { tag }) }),
    enabled: community !== undefined,
  })
  useInvalidateOn('pagePublished', keys.lists)
  useInvalidateOn('pageDeleted', keys.lists)
  const items = flat(data)
  const name = community ? pickText(community.name, language) : ''
  const write = community?.can.participate && (
    <ButtonLink to={newPagePath(slug)} look="primary">
      {t('list.write')}
    </ButtonLink>
  )
  return (
    <Page title={t('list.of', { name })} place={name}>
      <div className="flex flex-wrap items-center justify-between gap-3 pb-3">
        <h2>{t('title')}</h2>
        {write}
      </div>
      {collections && (collections.items.length > 0 || (collections.can.collect && items.length > 0)) && (
        <Section
          title={t('collection.title')}
          level={3}
          aside={
            collections.can.collect && (
              <Button size="small" look="quiet" onPress={() => setDialog({})}>
                <Plus aria-hidden />
                {t('collection.new')}
              </Button>
            )
          }
        >
          {collections.items.length === 0 && <p className="text-muted">{t('collection.hint')}</p>}
          <ul className="collection-list">
            {collections.items.map((collection) => (
              <li key={collection.id}>
                <div className="flex items-start justify-between gap-2">
                  <h4 className="page-row-title">{collection.name}</h4>
                  {collections.can.collect && (
                    <Button
                      look="quiet"
                      icon
                      size="small"
                      aria-label={t('collection.changeOne', { name: collection.name })}
                      onPress={() => setDialog({ collection })}
                    >
                      <Pencil aria-hidden />
                    </Button>
                  )}
                </div>
                {collection.purpose && <p className="text-muted">{collection.purpose}</p>}
                {collection.pages.length === 0 ? (
                  <p className="text-sm text-muted">{t('collection.empty')}</p>
                ) : (
                  <ol>
                    {collection.pages.map((page) => (
                      <li key={page.id} lang={page.language}>
                        <PlainLink to={pagePath(page.id)} className="hover:underline" dir="auto">
                          {page.title}
                        </PlainLink>{' '}
                        <PageStatus status={page.status} />
                      </li>
                    ))}
                  </ol>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('list.recent')} level={3}>
        {tag && (
          <Button
            size="small"
            onPress={() =>
              void navigate({ to: communityPagesPath(slug), search: {} as never, replace: true })
            }
          >
            {t('list.tag', { tag })}
            <X aria-label={t('list.without')} />
          </Button>
        )}
        {error && !data && <ErrorView error={error} t={t} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonRows rows={4} />}
        {data && items.length === 0 && (
          <EmptyState title={t('list.empty')} picture={<Yard />} level={3} acts={write || undefined}>
            {t('list.emptyHint')}
          </EmptyState>
        )}
        {items.length > 0 && (
          <ul className="rows" aria-label={t('list.label')}>
            {items.map((card) => (
              <li key={card.id}>
                <PageRow card={card} />
              </li>
            ))}
          </ul>
        )}
        <LoadMore hasMore={hasNextPage} isLoading={isFetchingNextPage} onLoad={() => void fetchNextPage()} />
      </Section>
      <Suspense>
        {dialog && community && (
          <CollectionDialog
            community={community}
            collection={dialog.collection}
            onClose={() => setDialog(undefined)}
          />
        )}
      </Suspense>
    </Page>
  )
}
