import '../components/moderation.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import type { Figures } from '#modules/moderation/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { yearPath } from '../paths.ts'
import { yearQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** What moderation did in a year, for every reader of the community: counts, never people nor texts. */
export function YearPage() {
  const t = useT()
  const navigate = useNavigate()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { year } = useSearch({ strict: false }) as { year?: number }
  const community = useCommunity(slug)
  const { data, error, refetch } = useQuery(yearQuery(slug, year))
  const [thisYear] = useState(() => new Date().getFullYear())
  const title = t('year.title', { year: String(data?.year ?? year ?? thisYear) })
  return (
    <Page title={title} {...(community && { place: pickText(community.name, language) })}>
      <div className="flex flex-wrap items-end justify-between gap-4 pb-6">
        <div>
          <h2>{title}</h2>
          <p className="pt-1 max-w-[38rem] text-pretty text-muted">{t('year.lead')}</p>
        </div>
        {data && data.years.length > 1 && (
          <Select
            label={t('year.years')}
            value={String(data.year)}
            onChange={(id) =>
              void navigate({ to: yearPath(slug), search: { year: Number(id) } as never, replace: true })
            }
            options={data.years.map((one) => ({ id: String(one), label: String(one) }))}
          />
        )}
      </div>
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={5} />
      ) : (
        <>
          {data.community && <Part title={t('year.here')} figures={data.community} />}
          <Part title={t('year.everywhere')} figures={data.organisation} />
        </>
      )}
    </Page>
  )
}

function Part({ title, figures }: { title: string; figures: Figures }) {
  const t = useT()
  const { language } = useLanguage()
  const few = (n: number | null): string => (n === null ? t('year.few') : String(n))
  if (figures.cases === 0)
    return (
      <Section title={title} level={3}>
        <EmptyState title={t('year.none')} level={3}>
          {t('year.noneHint')}
        </EmptyState>
      </Section>
    )
  return (
    <Section title={title} level={3}>
      <div className="grid gap-6">
        <dl className="moderation-figures">
          {(['reports', 'cases', 'urgent', 'appeals', 'overturned'] as const).map((key) => (
            <div key={key}>
              <dt>{t(`year.${key}`)}</dt>
              <dd>{few(figures[key])}</dd>
            </div>
          ))}
          <div>
            <dt>{t('year.perThousand')}</dt>
            <dd>
              {figures.perThousand === null ? t('year.few') : t('year.rate', { n: figures.perThousand })}
            </dd>
          </div>
          <div>
            <dt>{t('year.median')}</dt>
            <dd>
              {figures.medianHours === null
                ? t('year.noMedian')
                : t('year.hours', { n: figures.medianHours })}
            </dd>
          </div>
        </dl>
        <div className="grid gap-6 lg:grid-cols-2">
          <Lines
            caption={t('year.articles')}
            rows={figures.articles.map((article) => [
              article.number === null
                ? t('year.noArticle')
                : t('articleTitle', {
                    n: article.number,
                    title: article.title ? pickText(article.title, language) : '',
                  }),
              few(article.cases),
            ])}
          />
          <Lines
            caption={t('year.outcomes')}
            rows={figures.outcomes.map(({ outcome, cases }) => [t(`outcome.${outcome}`), few(cases)])}
          />
        </div>
      </div>
    </Section>
  )
}

const Lines = ({ caption, rows }: { caption: string; rows: readonly (readonly [string, string])[] }) => (
  <table className="moderation-lines">
    <caption className="pb-1 text-start font-semibold">{caption}</caption>
    <tbody>
      {rows.map(([label, value]) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td>{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
