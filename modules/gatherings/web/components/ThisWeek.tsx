import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { GatheringCard } from '#modules/gatherings/contract.ts'
import { Rows } from '#ui/Layout.tsx'
import { agendaQuery, flat } from '../queries.ts'
import { useT } from '../t.ts'
import { GatheringRow } from './GatheringRow.tsx'

/** What I come to in the next seven days, on the home page; nothing when there is nothing. */
export default function ThisWeek() {
  // The hour, so that the question stays the same while the page is drawn again.
  const filter = useMemo(() => {
    const from = new Date()
    from.setMinutes(0, 0, 0)
    return {
      from: from.toISOString(),
      to: new Date(from.getTime() + 7 * 86_400_000).toISOString(),
      scope: 'mine' as const,
    }
  }, [])
  const { data } = useInfiniteQuery(agendaQuery(filter))
  const items = flat(data).filter((one) => !one.isCancelled)
  return items.length > 0 ? <Shown items={items.slice(0, 3)} /> : null
}

function Shown({ items }: { items: readonly GatheringCard[] }) {
  const t = useT()
  return (
    <section aria-labelledby="this-week" className="pb-6">
      <h2 id="this-week" className="text-[1.1875rem]">
        {t('rail.week')}
      </h2>
      <Rows>
        {items.map((one) => (
          <li key={one.id}>
            <GatheringRow gathering={one} withCommunity />
          </li>
        ))}
      </Rows>
    </section>
  )
}
