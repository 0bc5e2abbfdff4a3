import { Network } from 'lucide-react'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Link } from '#platform/web/links.tsx'
import { useSession } from '#platform/web/session.ts'
import { Notice } from '#ui/Layout.tsx'
import { publishedPath } from '../network-paths.ts'
import { useT } from '../t.ts'

/** On a community's own page, before anybody meets the map: that there is one, what it rests on, who reads it. */
export default function NetworkNotice({ community }: { community: SlotCommunity }) {
  const t = useT()
  const session = useSession()
  // Guests see no figures at all.
  if (!session.member || session.member.isGuest) return null
  return (
    <div className="mt-6">
      <Notice title={t('network.announce.title')} icon={<Network aria-hidden />}>
        <p>{t('network.announce.text')}</p>
        <p>
          <Link to={publishedPath(community.slug)}>{t('network.announce.link')}</Link>
        </p>
      </Notice>
    </div>
  )
}
