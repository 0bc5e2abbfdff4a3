import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link, PlainLink } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { useT } from '#modules/notifications/web/t.ts'
import { dayOf } from '../days.ts'
import { archivedMailingPath, archivePath } from '../paths.ts'
import { latestQuery } from '../queries.ts'
import '../mailings.css'

const fresh = 60 * 86_400_000

/** Beside a community's conversations: the managers' last mailing, while it is recent. */
export default function LatestMailing({ community }: { community: SlotCommunity }) {
  const t = useT()
  const { language } = useLanguage()
  const { data } = useQuery(latestQuery(community.slug))
  const [now] = useState(() => Date.now())
  const latest = data?.items[0]
  if (!latest || now - Date.parse(latest.startedAt) > fresh) return null
  return (
    <Section title={t('mailings.archive.latest')}>
      <div className="latest-mailing">
        <PlainLink
          to={archivedMailingPath(community.slug, latest.id)}
          className="font-semibold hover:underline"
          lang={latest.language}
          dir="auto"
        >
          {latest.subject}
        </PlainLink>
        <p className="text-muted">
          {t('mailings.archive.by', {
            name: latest.author.displayName,
            date: dayOf(latest.startedAt, language),
          })}
        </p>
        <p>
          <Link to={archivePath(community.slug)}>{t('mailings.archive.back')}</Link>
        </p>
      </div>
    </Section>
  )
}
