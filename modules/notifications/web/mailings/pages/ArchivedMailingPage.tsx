import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Section } from '#ui/Layout.tsx'
import { Prose } from '#ui/Prose.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { dayOf } from '../days.ts'
import { archivePath } from '../paths.ts'
import { archivedQuery } from '../queries.ts'
import { useT } from '#modules/notifications/web/t.ts'
import '../mailings.css'

/** A mailing, read in the product. */
export function ArchivedMailingPage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '', mailingId = '' } = useParams({ strict: false }) as { slug?: string; mailingId?: string }
  const { data, error, refetch } = useQuery(archivedQuery(slug, mailingId))
  return (
    <Page title={data?.subject ?? t('mailings.archive.title')}>
      <p>
        <Link to={archivePath(slug)}>{t('mailings.archive.back')}</Link>
      </p>
      {error && !data && <ErrorView error={error} t={t} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={4} />}
      {data && (
        <Section
          title={
            <span lang={data.language} dir="auto">
              {data.subject}
            </span>
          }
          hint={t('mailings.archive.by', {
            name: data.author.displayName,
            date: dayOf(data.startedAt, language),
          })}
        >
          <Prose html={data.bodyHtml} language={data.language} />
        </Section>
      )}
    </Page>
  )
}
