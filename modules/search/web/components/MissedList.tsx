import '../search.css'
import type { UseQueryResult } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import type { MissedSearches } from '#modules/search/contract.ts'
import { writePath } from '#modules/discussions/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Lens } from '#ui/illustrations.tsx'
import { Notice } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useT } from '../t.ts'

interface Props {
  missed: UseQueryResult<MissedSearches>
  /** Where an answer to them would be written. */
  communityId?: string
}

/** What was searched and not found, by month; how many at least, never who. */
export function MissedList({ missed, communityId }: Props) {
  const t = useT()
  const { language } = useLanguage()
  if (missed.isError) return <ErrorView error={missed.error} t={t} onRetry={() => void missed.refetch()} />
  if (!missed.data) return <SkeletonRows rows={5} />
  const months = [...new Set(missed.data.items.map((item) => item.month))]
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (
    <>
      <div className="my-5">
        <Notice icon={<ShieldCheck aria-hidden />}>{t('missed.privacy')}</Notice>
      </div>
      {months.length === 0 && (
        <EmptyState title={t('missed.none')} picture={<Lens />}>
          {t('missed.noneHint')}
        </EmptyState>
      )}
      {months.map((month) => (
        <section key={month} className="section" aria-labelledby={`missed-${month}`}>
          <h2 id={`missed-${month}`} className="mb-1 first-letter:uppercase">
            {format.format(new Date(`${month}-15T00:00:00Z`))}
          </h2>
          <ul className="rows">
            {missed.data.items
              .filter((item) => item.month === month)
              .map(({ query, people }) => (
                <li key={query} className="missed">
                  <span className="font-semibold">{query}</span>
                  <span className="text-muted">{t('missed.people', { n: String(people) })}</span>
                  <span className="missed-acts">
                    <PlainLink to={`/search?q=${encodeURIComponent(query)}`} className="link">
                      {t('missed.again')}
                    </PlainLink>
                    {communityId && (
                      <PlainLink
                        to={writePath({ text: query, kind: 'practice', communityId })}
                        className="link"
                      >
                        {t('missed.write')}
                      </PlainLink>
                    )}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
