import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Frame } from '#modules/workbench/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link } from '#platform/web/links.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { MailingEditor } from '../components/MailingEditor.tsx'
import { MailingReport } from '../components/MailingReport.tsx'
import { dayOf } from '../days.ts'
import { managedPath } from '../paths.ts'
import { mailingQuery } from '../queries.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { useT } from '#modules/notifications/web/t.ts'
import '../mailings.css'

/** One mailing: written while it is a draft, reported afterwards. */
export function MailingPage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '', mailingId = '' } = useParams({ strict: false }) as { slug?: string; mailingId?: string }
  const { data, error, refetch } = useQuery(mailingQuery(slug, mailingId))
  const isDraft = data?.state === 'draft'
  return (
    <Frame
      title={!data || isDraft ? t('mailings.edit.title') : data.subject}
      lead={
        data && !isDraft
          ? t('mailings.byOn', { name: data.author.displayName, date: dayOf(data.startedAt!, language) })
          : undefined
      }
    >
      {() => (
        <div className="grid gap-4">
          <p>
            <Link to={managedPath(slug)}>{t('mailings.report.back')}</Link>
          </p>
          {error && !data && <ErrorView error={error} t={t} onRetry={() => void refetch()} />}
          {!data && !error && <SkeletonRows rows={4} />}
          {data && isDraft && <MailingEditor key={data.id} slug={slug} mailing={data} />}
          {data && !isDraft && <MailingReport slug={slug} mailing={data} />}
        </div>
      )}
    </Frame>
  )
}
