import { useQuery } from '@tanstack/react-query'
import { useCommunity } from '#modules/communities/web/public.ts'
import { Link, PlainLink } from '#platform/web/links.tsx'
import { useMember } from '#platform/web/session.ts'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { reportPath, reportsPath } from '../paths.ts'
import { listQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useMonth } from '../use-month.ts'

/** Beside a community's conversations, for its members: the latest report that was published. */
export default function LatestReport({ community }: { community: SlotCommunity }) {
  const t = useT()
  const month = useMonth()
  const member = useMember()
  const isMember = useCommunity(community.slug)?.me.isMember === true
  const { data } = useQuery({ ...listQuery(community.slug), enabled: isMember && !member.isGuest })
  const latest = data?.items.find(({ publishedAt }) => publishedAt !== null)
  if (!latest) return null
  return (
    <Section title={t('reader.latestTitle')}>
      <p>
        <PlainLink to={reportPath(community.slug, latest.month)} className="font-semibold hover:underline">
          {month(latest.month)}
        </PlainLink>
      </p>
      <p>
        <Link to={reportsPath(community.slug)}>{t('reader.all')}</Link>
      </p>
    </Section>
  )
}
