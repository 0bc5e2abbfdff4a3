import { parseDate } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { DateInput, DatePicker, DateSegment } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './FieldParts.tsx'
import './styles/date.css'

interface Props extends FieldWords {
  /** `YYYY-MM-DD`, or null while nothing (or half a date) is written. */
  value: string | null
  onChange: (day: string | null) => void
  /** The earliest day that may be chosen. */
  min?: string | undefined
  isRequired?: boolean | undefined
  isDisabled?: boolean | undefined
  className?: string | undefined
}

/** A day: typed part by part, or chosen in a month. Import lazily: about 25 KB. */
export function DateField({
  label,
  hint,
  optional,
  error,
  value,
  onChange,
  min,
  className,
  isRequired = false,
  isDisabled = false,
}: Props) {
  return (
    <DatePicker
      isRequired={isRequired}
      isDisabled={isDisabled}
      value={value ? parseDate(value) : null}
      onChange={(day) => onChange(day?.toString() ?? null)}
      {...(min && { minValue: parseDate(min) })}
      granularity="day"
      shouldForceLeadingZeros
      className={cx('field', className)}
      isInvalid={error !== undefined}
    >
      <FieldLabel label={label} optional={optional} />
      <Group className="input date-group">
        <DateInput className="date-input">
          {(segment) => <DateSegment segment={segment} className="date-segment" />}
        </DateInput>
        <Button className="btn btn-quiet btn-icon btn-small">
          <CalendarDays aria-hidden />
        </Button>
      </Group>
      <FieldNotes hint={hint} error={error} />
      <Popover className="popover">
        <Dialog className="popover-body">
          <Calendar className="calendar">
            <div className="calendar-head">
              <Button slot="previous" className="btn btn-quiet btn-icon">
                <ChevronLeft aria-hidden />
              </Button>
              <Heading />
              <Button slot="next" className="btn btn-quiet btn-icon">
                <ChevronRight aria-hidden />
              </Button>
            </div>
            <CalendarGrid weekdayStyle="short">
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell date={date} className="calendar-day" />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
