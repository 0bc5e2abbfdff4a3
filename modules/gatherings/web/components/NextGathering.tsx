import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { communityGatheringsPath } from '../paths.ts'
import { communityQuery, flat, keys } from '../queries.ts'
import { useT } from '../t.ts'
import type { GatheringCard } from '#modules/gatherings/contract.ts'
import { GatheringRow } from './GatheringRow.tsx'

/** The next gathering beside a community's conversations; nothing when none is planned. */
export default function NextGathering({ community }: { community: SlotCommunity }) {
  const { data } = useInfiniteQuery(communityQuery(community.id, 'next', 5))
  useInvalidateOn(`community:${community.id}`, [...keys.all, 'community', community.id])
  const next = flat(data).find((one) => !one.isCancelled)
  return next ? <Shown gathering={next} slug={community.slug} /> : null
}

function Shown({ gathering, slug }: { gathering: GatheringCard; slug: string }) {
  const t = useT()
  return (
    <section aria-labelledby="next-gathering" className="grid gap-2 pb-6">
      <h2 id="next-gathering" className="m-0 text-[1.0625rem]">
        {t('rail.title')}
      </h2>
      <GatheringRow gathering={gathering} />
      <p className="m-0 text-sm">
        <Link to={communityGatheringsPath(slug)}>{t('rail.all')}</Link>
      </p>
    </section>
  )
}
