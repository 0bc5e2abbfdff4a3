import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { Frame } from '#modules/workbench/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { CaseView } from '../components/CaseView.tsx'
import { mediationPath, queuePath } from '../paths.ts'
import { caseQuery } from '../queries.ts'
import { useT } from '../t.ts'

const useCase = () => {
  const { caseId = '', slug } = useParams({ strict: false }) as { caseId?: string; slug?: string }
  return { slug, ...useQuery(caseQuery(caseId)) }
}

function Body({ query, back }: { query: ReturnType<typeof useCase>; back: string }) {
  const t = useT()
  return (
    <>
      <p>
        <Link to={back} className="inline-flex items-center gap-1.5">
          <ArrowLeft aria-hidden className="size-4" />
          {t('case.back')}
        </Link>
      </p>
      {query.error && !query.data ? (
        <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <SkeletonRows rows={6} />
      ) : (
        <CaseView file={query.data} slug={query.slug} />
      )}
    </>
  )
}

/** A case in the workbench of its community. */
export function CasePage() {
  const t = useT()
  const query = useCase()
  const name = query.data?.card.author.displayName
  return (
    <Frame needs="moderate" title={name ? t('case.title', { name }) : t('queue.title')}>
      {(community) => <Body query={query} back={queuePath(community.slug)} />}
    </Frame>
  )
}

/** A case as a mediator or the legal desk sees it: outside any community. */
export function MediationCasePage() {
  const t = useT()
  const query = useCase()
  const name = query.data?.card.author.displayName
  const title = name ? t('case.title', { name }) : t('mediation.title')
  return (
    <Page title={title}>
      <PageHeader title={title} />
      <Body query={query} back={mediationPath} />
    </Page>
  )
}
