import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GatheringCard } from '#modules/gatherings/contract.ts'
import { Rows } from '#ui/Layout.tsx'
import { agendaQuery, flat } from '../queries.ts'
import { useT } from '../t.ts'
import { comingWeek } from '../time.ts'
import { GatheringRow } from './GatheringRow.tsx'

/** What I come to in the next seven days, on the home page; nothing when there is nothing. */
export default function ThisWeek() {
  const [week] = useState(comingWeek)
  const { data } = useInfiniteQuery(agendaQuery({ ...week, scope: 'mine' }))
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
