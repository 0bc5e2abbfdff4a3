import '../components/knowledge.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useDeferredValue, useEffect, useState } from 'react'
import { writePath } from '#modules/discussions/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { Page, RightRail } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Bench, Lens, Yard } from '#ui/illustrations.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { VisuallyHidden } from '#ui/Small.tsx'
import { PageRow } from '../components/PageRow.tsx'
import { ReviewActs } from '../components/ReviewActs.tsx'
import { allPagesPath } from '../paths.ts'
import { flat, pagesQuery, placesQuery } from '../queries.ts'
import { useT } from '../t.ts'

const shows = ['all', 'mine', 'toReview'] as const
type Show = (typeof shows)[number]
const textOf = (value: unknown): string | undefined => {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  return text === '' ? undefined : text
}

/** `/pages`: everything one may read; recently changed, mine, by community, by tag, by words. */
export function PagesPage() {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const show = shows.find((one) => one === search['show']) ?? 'all'
  const [tag, community] = [textOf(search['tag']), textOf(search['community'])]
  const [typed, setTyped] = useState(textOf(search['q']) ?? '')
  const q = useDeferredValue(typed.trim())
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...pagesQuery({
      ...(q && { q }),
      ...(tag && { tag }),
      ...(community && { community }),
      ...(show !== 'all' && { show }),
    }),
    placeholderData: (before) => before,
  })
  const places = useQuery(placesQuery).data
  const items = flat(data)
  const go = (change: {
    show?: Show
    tag?: string | undefined
    community?: string | undefined
    q?: string
  }) => {
    const next = { show, tag, community, q, ...change }
    void navigate({
      to: allPagesPath,
      search: {
        ...(next.show !== 'all' && { show: next.show }),
        ...(next.tag && { tag: next.tag }),
        ...(next.community && { community: next.community }),
        ...(next.q && { q: next.q }),
      } as never,
      replace: true,
    })
  }
  const address = textOf(search['q']) ?? ''
  // Outside system: the address, which follows what is typed once the person pauses.
  useEffect(() => {
    if (q === address) return
    const timer = setTimeout(() => go({ q }), 400)
    return () => clearTimeout(timer)
  })
  const place = places?.communities.find((one) => one.community.id === community)
  return (
    <Page title={t('title')}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-4">
        <SearchField label={t('list.search')} value={typed} onChange={setTyped} maxLength={200} />
        <FilterChips
          label={t('list.show')}
          options={shows.map((id) => ({ id, label: t(`list.${id}`) }))}
          selected={[show]}
          onSelect={([id]) => go({ show: (id as Show) ?? 'all' })}
        />
        {(tag || community) && (
          <div className="flex flex-wrap gap-2">
            {tag && (
              <Button size="small" onPress={() => go({ tag: undefined })}>
                {t('list.tag', { tag })}
                <X aria-label={t('list.without')} />
              </Button>
            )}
            {community && (
              <Button size="small" onPress={() => go({ community: undefined })}>
                {t('list.inCommunity', { name: place ? pickText(place.community.name, language) : '…' })}
                <X aria-label={t('list.without')} />
              </Button>
            )}
          </div>
        )}
        {error && !data && <ErrorView error={error} t={t} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonRows rows={5} />}
        {data && items.length === 0 && (
          <EmptyState
            title={q ? t('list.noneFound') : show === 'toReview' ? t('list.noneToReview') : t('list.empty')}
            picture={q ? <Lens /> : show === 'toReview' ? <Bench /> : <Yard />}
            acts={
              q ? (
                <ButtonLink to={writePath({ kind: 'question' })} look="primary">
                  {t('list.ask')}
                </ButtonLink>
              ) : undefined
            }
          >
            {q
              ? t('list.noneFoundHint')
              : show === 'toReview'
                ? t('list.noneToReviewHint')
                : t('list.emptyHint')}
          </EmptyState>
        )}
        {items.length > 0 && (
          <ul className="rows" aria-label={t('list.label')}>
            {items.map((card) => (
              <li key={card.id}>
                <PageRow card={card} level={2} showPlace>
                  {show === 'toReview' && <ReviewActs page={card} />}
                </PageRow>
              </li>
            ))}
          </ul>
        )}
        <LoadMore hasMore={hasNextPage} isLoading={isFetchingNextPage} onLoad={() => void fetchNextPage()} />
      </div>
      {places && (places.communities.length > 0 || places.tags.length > 0) && (
        <RightRail>
          <div className="page-rail">
            {places.communities.length > 0 && (
              <section aria-labelledby="pages-by-community">
                <h2 id="pages-by-community">{t('list.byCommunity')}</h2>
                <ul className="grid gap-1.5 pt-2">
                  {places.communities.slice(0, 12).map((one) => (
                    <li key={one.community.id}>
                      <PlainLink
                        to={`${allPagesPath}?community=${one.community.id}`}
                        className="flex justify-between gap-3 hover:underline"
                      >
                        <span>{pickText(one.community.name, language)}</span>
                        <span className="text-muted">
                          <span aria-hidden>{one.pages}</span>
                          <VisuallyHidden>{t('list.pages', { n: one.pages })}</VisuallyHidden>
                        </span>
                      </PlainLink>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {places.tags.length > 0 && (
              <section aria-labelledby="pages-by-tag">
                <h2 id="pages-by-tag">{t('list.byTag')}</h2>
                <ul className="flex flex-wrap gap-2 pt-2">
                  {places.tags.slice(0, 24).map((one) => (
                    <li key={one.tag}>
                      <PlainLink
                        to={`${allPagesPath}?tag=${encodeURIComponent(one.tag)}`}
                        className="tag tag-neutral hover:underline"
                      >
                        {one.tag}
                      </PlainLink>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </RightRail>
      )}
    </Page>
  )
}
