import { parseTime } from '@internationalized/date'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { TimeField as AriaTimeField } from 'react-aria-components/TimeField'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './FieldParts.tsx'
import './styles/date.css'

interface Props extends FieldWords {
  /** Wall time `HH:MM`, or null while it is not whole. */
  value: string | null
  onChange: (time: string | null) => void
  isRequired?: boolean | undefined
  isDisabled?: boolean | undefined
  className?: string | undefined
}

/** An hour of the day, as the clock of the reader's language shows it. Import lazily, with `DateField`. */
export function TimeField({
  label,
  hint,
  optional,
  error,
  value,
  onChange,
  className,
  isRequired = false,
  isDisabled = false,
}: Props) {
  return (
    <AriaTimeField
      isRequired={isRequired}
      isDisabled={isDisabled}
      value={value ? parseTime(value) : null}
      onChange={(time) => onChange(time ? time.toString().slice(0, 5) : null)}
      granularity="minute"
      shouldForceLeadingZeros
      className={cx('field', className)}
      isInvalid={error !== undefined}
    >
      <FieldLabel label={label} optional={optional} />
      <DateInput className="input date-input">
        {(segment) => <DateSegment segment={segment} className="date-segment" />}
      </DateInput>
      <FieldNotes hint={hint} error={error} />
    </AriaTimeField>
  )
}
