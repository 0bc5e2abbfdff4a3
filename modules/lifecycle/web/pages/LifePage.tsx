import '../lifecycle.css'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Frame } from '#modules/workbench/web/public.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { TabLink } from '#platform/web/links.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { NavTabs } from '#ui/Tabs.tsx'
import { ClosingPart } from '../components/ClosingPart.tsx'
import { CanvasPart } from '../components/CanvasPart.tsx'
import { HistoryPart } from '../components/HistoryPart.tsx'
import { ReviewsPart } from '../components/ReviewsPart.tsx'
import { StagePart } from '../components/StagePart.tsx'
import { lifePath } from '../paths.ts'
import { lifeQuery } from '../queries.ts'
import { useT } from '../t.ts'

const parts = ['path', 'canvas', 'reviews', 'closing', 'history'] as const

/** The life of a community, for its managers: state, canvas, reviews, closing, history. */
export function LifePage() {
  const t = useT()
  return (
    <Frame title={t('life.title')} lead={t('life.lead')}>
      {(community) => <Body community={community} />}
    </Frame>
  )
}

function Body({ community }: { community: CommunityDetail }) {
  const t = useT()
  const { part } = useSearch({ strict: false }) as { part?: string }
  const shown = parts.find((one) => one === part) ?? 'path'
  const life = useQuery(lifeQuery(community.slug))
  return (
    <>
      <NavTabs label={t('life.title')}>
        {parts.map((one) => (
          <TabLink
            key={one}
            to={lifePath(community.slug, one === 'path' ? undefined : one)}
            current={one === shown}
          >
            {t(`life.parts.${one}`)}
          </TabLink>
        ))}
      </NavTabs>
      {life.error && !life.data ? (
        <ErrorView error={life.error} t={t} onRetry={() => void life.refetch()} />
      ) : !life.data ? (
        <SkeletonRows rows={6} />
      ) : shown === 'path' ? (
        <StagePart community={community} life={life.data} />
      ) : shown === 'canvas' ? (
        <CanvasPart community={community} life={life.data} />
      ) : shown === 'reviews' ? (
        <ReviewsPart community={community} life={life.data} />
      ) : shown === 'closing' ? (
        <ClosingPart community={community} life={life.data} />
      ) : (
        <HistoryPart life={life.data} />
      )}
    </>
  )
}
