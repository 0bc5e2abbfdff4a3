import { useInfiniteQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { Link } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Section } from '#ui/Layout.tsx'
import { wallPath } from '../paths.ts'
import { wallQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { ThanksNote } from './ThanksNote.tsx'

/** Beside the conversations: the newest word on the wall; nothing before there is one. */
export default function WallRail({ community }: { community: SlotCommunity }) {
  const t = useT()
  const { data } = useInfiniteQuery({ ...wallQuery(community.slug, undefined), staleTime: 300_000 })
  const { pathname } = useLocation()
  const newest = data?.pages[0]?.items[0]
  if (!newest || pathname === wallPath(community.slug)) return null
  return (
    <Section title={t('wall.title')} aside={<Link to={wallPath(community.slug)}>{t('bench.see')}</Link>}>
      <ThanksNote thanks={newest} isPlain />
    </Section>
  )
}
