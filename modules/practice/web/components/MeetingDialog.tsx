import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextField } from '#ui/TextField.tsx'
import { TimeField } from '#ui/TimeField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** When and where the circle meets, in the reader's own time. */
export default function MeetingDialog({ circleId, onClose }: { circleId: string; onClose: () => void }) {
  const t = useT()
  const [day, setDay] = useState<string | null>(null)
  const [hour, setHour] = useState<string | null>('12:30')
  const [place, setPlace] = useState('')
  const plan = useAct(
    (startsAt: string) =>
      api('POST /api/v1/managers/circles/:circleId/meetings', {
        params: { circleId },
        body: { startsAt, place },
      }),
    t('circles.planned'),
    onClose,
  )
  return (
    <Dialog
      title={t('circles.plan')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          isPending={plan.isPending}
          isDisabled={!day || !hour || place.trim() === ''}
          onPress={() => day && hour && plan.run(new Date(`${day}T${hour}`).toISOString())}
        >
          {t('save')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <DateField label={t('circles.when')} value={day} onChange={setDay} isRequired />
        <TimeField label={t('circles.hour')} value={hour} onChange={setHour} />
        <TextField label={t('circles.place')} value={place} onChange={setPlace} maxLength={300} />
      </div>
    </Dialog>
  )
}
