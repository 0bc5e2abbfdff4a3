import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { PlainLink } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { promisesPath } from '../paths.ts'
import { promisesQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Beside the conversations: how much is promised and done; nothing before there is any, unless one may propose. */
export default function PromisesRail({ community }: { community: SlotCommunity }) {
  const t = useT()
  const { data } = useQuery({ ...promisesQuery({ slug: community.slug }), staleTime: 300_000 })
  const { pathname } = useLocation()
  const path = promisesPath(community.slug)
  if (!data || pathname === path || (data.items.length === 0 && !data.mayPropose)) return null
  const { done, promised, late } = data.counts
  return (
    <Section title={t('promises.title')}>
      <p>{t('promises.railCounts', { done, promised, late })}</p>
      <p>
        <PlainLink to={path} className="member-link">
          {t('promises.rail')}
        </PlainLink>
      </p>
    </Section>
  )
}
