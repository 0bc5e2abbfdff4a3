import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { PulseBody } from '../components/PulseBody.tsx'
import { waveQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** One wave by its own address: those of programmes are answered here. */
export function WavePage() {
  const t = useT()
  const { language } = useLanguage()
  const { waveId = '' } = useParams({ strict: false }) as { waveId?: string }
  const { data, error, refetch } = useQuery(waveQuery(waveId))
  const name = data ? pickText(data.scope.name, language) : ''
  const title = name ? [t('title'), name].join(' · ') : t('title')
  return (
    <Page title={title}>
      <PageHeader title={title} lead={data?.scope.programmeId ? t('leadProgramme') : t('lead')} />
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : data ? (
        <PulseBody view={data} />
      ) : (
        <SkeletonRows rows={5} />
      )}
    </Page>
  )
}
