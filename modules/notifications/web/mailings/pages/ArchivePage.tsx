import { useInfiniteQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { dayOf } from '../days.ts'
import { archivedMailingPath } from '../paths.ts'
import { archiveQuery } from '../queries.ts'
import { useT } from '#modules/notifications/web/t.ts'
import '../mailings.css'

/** What the managers mailed to everybody, for whoever reads the community. */
export function ArchivePage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const community = useCommunity(slug)
  const list = useInfiniteQuery(archiveQuery(slug))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('mailings.archive.title')} place={community ? pickText(community.name, language) : ''}>
      <Section title={t('mailings.archive.title')} hint={t('mailings.archive.lead')}>
        {list.error && !list.data && (
          <ErrorView error={list.error} t={t} onRetry={() => void list.refetch()} />
        )}
        {!list.data && !list.error && <SkeletonRows rows={3} />}
        {list.data && items.length === 0 && (
          <EmptyState title={t('mailings.archive.empty')} picture={<Talk />} level={3}>
            {t('mailings.archive.emptyHint')}
          </EmptyState>
        )}
        {items.length > 0 && (
          <ul className="rows" aria-label={t('mailings.archive.title')}>
            {items.map((item) => (
              <li key={item.id}>
                <article className="mailing-row">
                  <div className="mailing-row-top">
                    <PlainLink
                      to={archivedMailingPath(slug, item.id)}
                      className="hover:underline"
                      lang={item.language}
                      dir="auto"
                    >
                      {item.subject}
                    </PlainLink>
                  </div>
                  <p className="text-muted">
                    {t('mailings.archive.by', {
                      name: item.author.displayName,
                      date: dayOf(item.startedAt, language),
                    })}
                  </p>
                </article>
              </li>
            ))}
          </ul>
        )}
        <LoadMore
          hasMore={list.hasNextPage}
          isLoading={list.isFetchingNextPage}
          onLoad={() => void list.fetchNextPage()}
        />
      </Section>
    </Page>
  )
}
