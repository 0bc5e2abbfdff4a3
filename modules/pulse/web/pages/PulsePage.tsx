import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { PulseBody } from '../components/PulseBody.tsx'
import { deskPath } from '../paths.ts'
import { communityQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'

/** A community's pulse: answer, results, what comes of them. */
export function PulsePage() {
  const t = useT()
  const { language } = useLanguage()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const community = useCommunity(slug)
  const { data, error, refetch } = useQuery(communityQuery(slug))
  useInvalidateOn(`community:${community?.id ?? ''}`, keys.community(slug))
  return (
    <Page title={t('title')} {...(community && { place: pickText(community.name, language) })}>
      <div className="flex flex-wrap items-start justify-between gap-4 pb-5">
        <div>
          <h2>{t('title')}</h2>
          <p className="max-w-[38rem] pt-1 text-pretty text-muted">{t('lead')}</p>
        </div>
        {data?.can.manage && (
          <ButtonLink to={deskPath(slug)} size="small">
            {t('desk.prepare')}
          </ButtonLink>
        )}
      </div>
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
