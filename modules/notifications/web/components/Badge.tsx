import { useQuery } from '@tanstack/react-query'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Count } from '#ui/Tag.tsx'
import { countQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'

/** How many unread notifications; nothing when there is none. Live. */
export default function Badge() {
  const { data } = useQuery(countQuery)
  useInvalidateOn('noticesChanged', keys.all)
  // What somebody may no longer see leaves the count as it leaves the list.
  useInvalidateOn('postDeleted', keys.count)
  useInvalidateOn('commentDeleted', keys.count)
  useInvalidateOn('postMoved', keys.count)
  // Its words are fetched only by those who have something to read.
  return data && data.unread > 0 ? <Unread n={data.unread} /> : null
}

function Unread({ n }: { n: number }) {
  const t = useT()
  return <Count value={Math.min(n, 99)} label={n > 99 ? t('badgeMany') : t('badge', { n })} />
}
