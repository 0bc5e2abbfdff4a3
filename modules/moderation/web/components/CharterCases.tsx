import { useQuery } from '@tanstack/react-query'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Link } from '#platform/web/links.tsx'
import { yearPath } from '../paths.ts'
import { examplesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { ExampleList } from './ExampleList.tsx'

/** Under a charter: what its articles mean in practice, and what moderation did this year. */
export default function CharterCases({ community }: { community: SlotCommunity }) {
  const t = useT()
  const { data } = useQuery(examplesQuery(community.slug))
  if (!data) return null
  return (
    <div className="mt-6 grid gap-3">
      {data.items.length > 0 && (
        <>
          <h3>{t('examples.title')}</h3>
          <ExampleList items={data.items} slug={community.slug} />
        </>
      )}
      <p>
        <Link to={yearPath(community.slug)}>{t('year.link')}</Link>
      </p>
    </div>
  )
}
