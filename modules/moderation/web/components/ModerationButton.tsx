import { useQuery } from '@tanstack/react-query'
import { Flag } from 'lucide-react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Count } from '#ui/Tag.tsx'
import { queuePath } from '../paths.ts'
import { countQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** In a community's header, for those who moderate: the way to what waits, with how much. */
export default function ModerationButton({ community }: { community: SlotCommunity }) {
  const can = useCommunity(community.slug)?.can
  return can?.moderate ? <Way slug={community.slug} isManager={can.manage} /> : null
}

function Way({ slug, isManager }: { slug: string; isManager: boolean }) {
  const t = useT()
  const waiting = useQuery(countQuery(slug)).data?.waiting ?? 0
  // A manager finds it in the workbench; the header is for what waits.
  if (isManager && waiting === 0) return null
  return (
    <ButtonLink to={queuePath(slug)} look="quiet" size="small">
      <Flag aria-hidden />
      {t('title')}
      <Count value={waiting} label={t('act.count', { n: waiting })} />
    </ButtonLink>
  )
}
