import '../components/reports.css'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft, Download, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, Link, PlainLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Notice, Rows } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { ReportView } from '../components/ReportView.tsx'
import { filePath, reportPath, reportsPath, writePath } from '../paths.ts'
import { listQuery, reportQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useMonth } from '../use-month.ts'

function Place({ title, children }: { title: string; children: (slug: string) => ReactNode }) {
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const community = useCommunity(slug)
  return (
    <Page title={title} {...(community && { place: pickText(community.name, language) })}>
      {children(slug)}
    </Page>
  )
}

/** The reports that members may read, newest first. */
export function ReportsPage() {
  const t = useT()
  return <Place title={t('reader.title')}>{(slug) => <List slug={slug} />}</Place>
}

function List({ slug }: { slug: string }) {
  const t = useT()
  const month = useMonth()
  const { data, error, refetch } = useQuery(listQuery(slug))
  const items = data?.items.filter(({ publishedAt }) => publishedAt !== null) ?? []
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4 pb-6">
        <div>
          <h2>{t('reader.title')}</h2>
          <p className="pt-1 text-muted">{t('reader.lead')}</p>
        </div>
        {data?.can.edit && (
          <ButtonLink to={writePath(slug)}>
            <PencilLine aria-hidden />
            {t('report.part.write')}
          </ButtonLink>
        )}
      </div>
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : items.length === 0 ? (
        <EmptyState title={t('reader.none')} picture={<Bench />}>
          {t('reader.noneHint')}
        </EmptyState>
      ) : (
        <Rows label={t('reader.title')}>
          {items.map((one) => (
            <li key={one.month} className="grid gap-1">
              <PlainLink to={reportPath(slug, one.month)} className="font-semibold hover:underline">
                {month(one.month)}
              </PlainLink>
              <span className="text-sm text-muted">
                {[
                  t('reader.publishedOn', { at: new Date(one.publishedAt!) }),
                  one.corrections > 0 && t('reader.corrections', { n: one.corrections }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </Rows>
      )}
    </>
  )
}

/** One report, as page and as files. */
export function ReportPage() {
  const t = useT()
  const { month = '' } = useParams({ strict: false }) as { month?: string }
  const say = useMonth()
  return (
    <Place title={`${t('report.title')} · ${say(month)}`}>
      {(slug) => <One slug={slug} month={month} />}
    </Place>
  )
}

function One({ slug, month }: { slug: string; month: string }) {
  const t = useT()
  const { language } = useLanguage()
  const { version, draft } = useSearch({ strict: false }) as { version?: number; draft?: boolean }
  const { data: report, error, refetch } = useQuery(reportQuery(slug, month, { language, version, draft }))
  if (error && !report) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!report) return <SkeletonRows rows={6} />
  return (
    <div className="grid gap-6">
      <p>
        <Link to={draft ? `${writePath(slug)}?month=${month}` : reportsPath(slug)}>
          <ArrowLeft aria-hidden className="inline size-4" /> {draft ? t('report.write') : t('reader.all')}
        </Link>
      </p>
      <div>
        <h2>{report.period.replace(/^./, (first) => first.toLocaleUpperCase())}</h2>
        <p className="report-meta">
          {report.publishedAt ? (
            <span>
              {t('reader.publishedOn', { at: new Date(report.publishedAt) })}
              {report.publishedBy && ` ${t('reader.by', { name: report.publishedBy.displayName })}`}
            </span>
          ) : (
            <span>{t('reader.draft')}</span>
          )}
        </p>
      </div>
      {report.isSuperseded && (
        <Notice tone="warn">
          <p>{t('reader.superseded')}</p>
          <p>
            <Link to={reportPath(slug, month)}>{t('reader.latest')}</Link>
          </p>
        </Notice>
      )}
      {report.note && (
        <Notice>
          <p>{t('reader.corrected', { note: report.note })}</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2" role="group" aria-label={t('reader.files')}>
        {(['pdf', 'md'] as const).map((format) => (
          <LinkButton
            key={format}
            size="small"
            href={filePath(slug, month, format, { language, version, draft })}
            download
          >
            <Download aria-hidden />
            {format === 'pdf' ? t('report.pdf') : t('report.markdown')}
          </LinkButton>
        ))}
      </div>
      <ReportView report={report} />
      {report.annex.published.length > 1 && (
        <section className="report-section">
          <h3>{t('reader.versions')}</h3>
          <ul className="report-list">
            {report.annex.published.map((one) => (
              <li key={one.version}>
                <Link to={`${reportPath(slug, month)}?version=${one.version}`}>
                  {t('reader.version', { n: one.version })}
                </Link>
                <span className="report-basis">
                  {[t('reader.publishedOn', { at: new Date(one.at) }), one.note].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
