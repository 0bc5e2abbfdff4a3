import { useQuery } from '@tanstack/react-query'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { pickLanguage, pickText } from '#platform/shared/local-text.ts'
import { Count } from '#ui/Tag.tsx'
import { communityPath } from '../paths.ts'
import { keys, mineQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { CommunityMark } from './CommunityMark.tsx'

/** My communities in the left rail, by name, with exact unread counts. */
export default function MyCommunitiesRail() {
  const t = useT()
  const { language } = useLanguage()
  const { data } = useQuery(mineQuery)
  useInvalidateOn('postPublished', keys.mine)
  useInvalidateOn('memberJoined', keys.mine)
  useInvalidateOn('memberLeft', keys.mine)
  useInvalidateOn('communityChanged', keys.mine)
  if (!data || data.items.length === 0) return null
  return (
    <nav aria-label={t('rail.mine')} className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
      <p className="px-3 pb-1 text-sm font-semibold text-muted">{t('rail.mine')}</p>
      {data.items.map((community) => (
        <PlainLink
          key={community.id}
          to={communityPath(community.slug)}
          className="flex min-h-10 items-center gap-2.5 rounded-lg px-3 py-1 text-[0.9375rem] leading-tight text-ink no-underline hover:bg-sunken aria-[current=page]:font-semibold aria-[current=page]:text-accent"
        >
          <CommunityMark community={community} size="s" />
          <span className="min-w-0 flex-1 truncate" lang={pickLanguage(community.name, language)} dir="auto">
            {pickText(community.name, language)}
          </span>
          <Count value={community.unread} label={t('list.unread', { n: community.unread })} />
        </PlainLink>
      ))}
    </nav>
  )
}
