import { useQuery } from '@tanstack/react-query'
import { Equal } from 'lucide-react'
import { useFormat } from '#platform/web/i18n.tsx'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Notice } from '#ui/Layout.tsx'
import { roomQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { dateOf } from '../today.ts'

/** In a community's header: a room without hierarchy, announced, in force or about to end. */
export default function RoomNotice({ community }: { community: SlotCommunity }) {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery(roomQuery(community.slug))
  if (!data || data.state === 'none') return null
  const day = (on: string | null) => (on ? format.dateTime(dateOf(on), 'day') : '')
  const title = {
    announced: t('room.announced', { day: day(data.startsOn) }),
    inForce: t('room.inForce'),
    ending: t('room.ending', { day: day(data.endsOn) }),
  }[data.state]
  return (
    <Notice icon={<Equal aria-hidden />} title={title}>
      <p>
        {t(
          data.state === 'announced'
            ? 'room.saysComing'
            : data.state === 'ending'
              ? 'room.saysEnding'
              : 'room.says',
        )}
      </p>
      <p dir="auto">{data.state === 'ending' ? data.endWhy : data.why}</p>
      {data.announcedBy && data.announcedOn && (
        <p className="text-sm text-muted">
          {t('room.by', { name: data.announcedBy.displayName, day: day(data.announcedOn) })}
        </p>
      )}
    </Notice>
  )
}
