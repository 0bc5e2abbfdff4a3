import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { Link } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { pulsePath } from '../paths.ts'
import { communityQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Beside the conversations: the wave to answer, else the latest results; nothing before the first wave. */
export default function PulseRail({ community }: { community: SlotCommunity }) {
  const { data } = useQuery({ ...communityQuery(community.slug), staleTime: 300_000 })
  const { pathname } = useLocation()
  if (!data || (!data.open && data.results.length === 0) || pathname === pulsePath(community.slug))
    return null
  return <Rail slug={community.slug} mine={data.open?.mine.state ?? null} />
}

function Rail({ slug, mine }: { slug: string; mine: string | null }) {
  const t = useT()
  return (
    <Section title={t('title')}>
      {mine === 'answered' && <p className="text-muted">{t('rail.counted')}</p>}
      <p>
        <Link to={pulsePath(slug)}>{t(mine === 'toAnswer' ? 'rail.open' : 'rail.results')}</Link>
      </p>
    </Section>
  )
}
