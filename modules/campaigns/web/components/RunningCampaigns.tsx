import { useQuery } from '@tanstack/react-query'
import { PlainLink } from '#platform/web/links.tsx'
import { Rows } from '#ui/Layout.tsx'
import { campaignPath } from '../paths.ts'
import { runningQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** On the home page: campaigns that run; nothing when none does. */
export default function RunningCampaigns() {
  const items = useQuery(runningQuery).data?.items ?? []
  return items.length > 0 ? <Shown items={items.slice(0, 2)} /> : null
}

function Shown({
  items,
}: {
  items: readonly { id: string; tag: string; address: string; title: string; language: string }[]
}) {
  const t = useT()
  return (
    <section aria-labelledby="running-campaigns" className="pb-6">
      <h2 id="running-campaigns" className="text-[1.1875rem]">
        {t('title')}
      </h2>
      <Rows>
        {items.map((one) => (
          <li key={one.id}>
            <PlainLink to={campaignPath(one.address)} className="grid gap-0.5">
              <span className="font-semibold text-accent">#{one.tag}</span>
              <span lang={one.language}>{one.title}</span>
            </PlainLink>
          </li>
        ))}
      </Rows>
    </section>
  )
}
