import { useQuery } from '@tanstack/react-query'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { previewQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** What the last seven days brought, and what a digest of them says. */
export function WeekPreview() {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const { data, error, refetch } = useQuery(previewQuery)
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} />
  const counts = [
    t('settings.previewInApp', { n: data.inApp }),
    t('settings.previewLeft', { n: data.left }),
    ...(data.spared > 0 ? [t('settings.previewSpared', { n: data.spared })] : []),
  ]
  return (
    <div className="grid gap-4">
      <p>{format.list(counts, 'and')}.</p>
      {data.digest.length === 0 ? (
        <p className="text-muted">{t('settings.previewEmpty')}</p>
      ) : (
        data.digest.map(({ community, titles, more }) => (
          <section key={community.id} data-accent={community.accent} className="grid gap-1">
            <h3 className="text-base font-semibold">{pickText(community.name, language)}</h3>
            <ul className="grid list-disc gap-1 ps-5">
              {titles.map((title, index) => (
                <li key={index} dir="auto">
                  {title}
                </li>
              ))}
              {more > 0 && <li className="text-muted">{t('settings.previewMore', { n: more })}</li>}
            </ul>
          </section>
        ))
      )}
    </div>
  )
}
