import { useQuery } from '@tanstack/react-query'
import { Flag, Hourglass } from 'lucide-react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Count } from '#ui/Tag.tsx'
import { notesPath, queuePath } from '../paths.ts'
import { countQuery, mineQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** In a community's header: for those who moderate, what waits; for somebody who is paused here, until when. */
export default function ModerationButton({ community }: { community: SlotCommunity }) {
  const here = useCommunity(community.slug)
  if (here?.can.moderate) return <Way slug={community.slug} isManager={here.can.manage} />
  return here?.why.participate === 'paused' ? <Paused communityId={here.id} /> : null
}

/** Why there is nothing to write in, and the way to the reason. */
function Paused({ communityId }: { communityId: string }) {
  const t = useT()
  const about = useQuery(mineQuery).data?.aboutMe ?? []
  const ends = about
    .filter((one) => one.community.id === communityId)
    .flatMap((one) => one.measures)
    .filter((one) => one.kind === 'pause' && !one.liftedAt)
    .flatMap((one) => one.endsAt ?? [])
    .toSorted()
    .at(-1)
  return (
    <ButtonLink to={notesPath} look="quiet" size="small">
      <Hourglass aria-hidden />
      {ends ? t('mine.pausedUntil', { at: new Date(ends) }) : t('mine.paused')}
    </ButtonLink>
  )
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
