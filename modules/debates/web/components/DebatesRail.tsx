import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { api } from '#platform/web/api.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { debatePath, debatesPath } from '../paths.ts'
import { keys } from '../queries.ts'
import { useT } from '../t.ts'

/** Beside the conversations: the debate that is open, or the newest one; nothing before there is any. */
export default function DebatesRail({ community }: { community: SlotCommunity }) {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery({
    queryKey: [...keys.list(community.slug), 'newest'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/communities/:community/debates', {
        params: { community: community.slug },
        query: { limit: 5 },
        signal,
      }),
    staleTime: 300_000,
  })
  const { pathname } = useLocation()
  const shown =
    data?.items.find(({ state }) => state === 'open') ?? data?.items.find(({ state }) => state !== 'prepared')
  if (!shown || pathname === debatesPath(community.slug)) return null
  return (
    <Section title={t('title')}>
      <p>
        <PlainLink to={debatePath(shown.id)} className="member-link" lang={shown.language}>
          {shown.question}
        </PlainLink>
      </p>
      <p className="text-sm text-muted">
        {shown.state === 'open'
          ? t('page.until', { on: format.dateTime(new Date(shown.closesAt), 'day') })
          : t(`state.${shown.state}`)}
      </p>
      <p>
        <PlainLink to={debatesPath(community.slug)} className="member-link text-sm">
          {t('page.all')}
        </PlainLink>
      </p>
    </Section>
  )
}
