import './listening.css'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { Ear } from 'lucide-react'
import { api } from '#platform/web/api.ts'
import { PlainLink } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { heardPath } from '../paths.ts'
import { keys } from '../queries.ts'
import { useT } from '../t.ts'

/** Beside the conversations: the newest of what was heard and passed on; nothing before there is any. */
export default function HeardRail({ community }: { community: SlotCommunity }) {
  const t = useT()
  const { data } = useQuery({
    queryKey: [...keys.heard(community.slug), 'newest'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/heard', {
        params: { community: community.slug },
        query: { limit: 1 },
        signal,
      }),
    staleTime: 300_000,
  })
  const { pathname } = useLocation()
  const newest = data?.items[0]
  if (!newest || pathname === heardPath(community.slug)) return null
  return (
    <Section title={t('heard.title')}>
      <p>{newest.title}</p>
      <p className="text-sm text-muted">{t(`state.${newest.state}`)}</p>
      <p>
        <PlainLink to={heardPath(community.slug)} className="listening-link">
          <Ear aria-hidden />
          {t('heard.answers')}
        </PlainLink>
      </p>
    </Section>
  )
}
