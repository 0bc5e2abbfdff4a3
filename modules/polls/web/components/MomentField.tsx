import { X } from 'lucide-react'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { TimeField } from '#ui/TimeField.tsx'
import type { Moment } from '../moment.ts'

interface Props {
  label: string
  hint?: string | undefined
  timeLabel: string
  value: Moment
  onChange: (moment: Moment) => void
  onRemove?: (() => void) | undefined
  removeLabel?: string | undefined
}

/** A day and an hour, side by side. */
export default function MomentField({
  label,
  hint,
  timeLabel,
  value,
  onChange,
  onRemove,
  removeLabel,
}: Props) {
  return (
    <div className="flex flex-wrap items-end gap-2">
      <DateField
        label={label}
        hint={hint}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
      />
      <TimeField
        label={<span className="sr-only">{`${label}, ${timeLabel}`}</span>}
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
      />
      {onRemove && removeLabel && (
        <Button look="quiet" icon aria-label={removeLabel} onPress={onRemove}>
          <X aria-hidden />
        </Button>
      )}
    </div>
  )
}
