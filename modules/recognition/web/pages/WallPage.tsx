import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { ThanksNote } from '../components/ThanksNote.tsx'
import { minePath, wallPath } from '../paths.ts'
import { keys, wallQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** The wall of a month: words, not points, and only what the people thanked agreed to show. */
export function WallPage() {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { month: asked } = useSearch({ strict: false }) as { month?: string }
  const community = useCommunity(slug)
  const query = useInfiniteQuery(wallQuery(slug, asked))
  useInvalidateOn('recognition.thanksShown', keys.wall(slug))
  const wall = query.data?.pages[0]
  const items = query.data?.pages.flatMap((page) => page.items)
  const month = wall && format.dateTime(new Date(`${wall.month}-15`), 'month')
  return (
    <Page title={t('wall.title')} {...(community && { place: pickText(community.name, language) })}>
      <div className="flex flex-wrap items-start justify-between gap-4 pb-5">
        <div>
          <h2>{t('wall.title')}</h2>
          <p className="max-w-[38rem] pt-1 text-pretty text-muted">{t('wall.lead')}</p>
        </div>
        <ButtonLink to={minePath} size="small">
          {t('wall.mine')}
        </ButtonLink>
      </div>
      {query.error && !items ? (
        <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
      ) : !items || !wall ? (
        <SkeletonRows rows={4} />
      ) : (
        <div className="grid gap-4">
          <nav className="flex flex-wrap items-center gap-3" aria-label={t('wall.months')}>
            <h3 className="text-lg">{month}</h3>
            {wall.before && (
              <ButtonLink to={`${wallPath(slug)}?month=${wall.before}`} size="small" look="quiet">
                {t('wall.before')}
              </ButtonLink>
            )}
            {wall.after && (
              <ButtonLink to={`${wallPath(slug)}?month=${wall.after}`} size="small" look="quiet">
                {t('wall.after')}
              </ButtonLink>
            )}
          </nav>
          {items.length === 0 ? (
            <EmptyState title={t('wall.empty', { month: month ?? '' })} picture={<Yard />} level={3}>
              {t('wall.emptyHint')}
            </EmptyState>
          ) : (
            <ul className="thanks-wall">
              {items.map((thanks) => (
                <li key={thanks.id}>
                  <ThanksNote thanks={thanks} about />
                </li>
              ))}
            </ul>
          )}
          <LoadMore
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onLoad={() => void query.fetchNextPage()}
          />
        </div>
      )}
    </Page>
  )
}
