import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import type { SlotCommunity } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Section } from '#ui/Layout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { roomQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { today } from '../today.ts'
import { useAct } from '../use-act.ts'
import RoomNotice from './RoomNotice.tsx'

/** In the settings of a community: announce a room without hierarchy, or its end. */
export default function RoomSetting({ community }: { community: SlotCommunity }) {
  const t = useT()
  const { data } = useQuery(roomQuery(community.slug))
  const [why, setWhy] = useState('')
  const [startsOn, setStarts] = useState<string | null>(() => today(8))
  const params = { community: community.slug }
  const after = () => setWhy('')
  const announce = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/communities/:community/room', {
        params,
        body: { why: why.trim(), ...(startsOn && { startsOn }) },
        idempotencyKey,
      }),
    t('said.announced'),
    after,
  )
  const end = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/communities/:community/room/end', {
        params,
        body: { why: why.trim() },
        idempotencyKey,
      }),
    t('said.announced'),
    after,
  )
  if (!data?.mayChange) return null
  const isNone = data.state === 'none'
  return (
    <Section title={t('room.title')} hint={t('room.hint')}>
      <div className="grid gap-4">
        <RoomNotice community={community} />
        {data.state !== 'ending' && (
          <>
            <TextArea
              label={t('room.why')}
              hint={isNone ? undefined : t('room.endHint')}
              value={why}
              onChange={setWhy}
              maxLength={500}
            />
            {isNone && (
              <DateField label={t('room.startsOn')} value={startsOn} onChange={setStarts} min={today(7)} />
            )}
            <p>
              <Button
                isDisabled={why.trim() === ''}
                isPending={announce.isPending || end.isPending}
                onPress={() => (isNone ? announce.run() : end.run())}
              >
                {t(isNone ? 'room.announce' : data.state === 'announced' ? 'room.callOff' : 'room.end')}
              </Button>
            </p>
          </>
        )}
      </div>
    </Section>
  )
}
