import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useLanguage } from '#platform/web/i18n.tsx'
import { dateFormat } from '#ui/date-format.ts'
import type { Calendar } from '#modules/editorial/contract.ts'
import { asDate, daysFrom, localToday } from '../days.ts'
import { useT } from '../t.ts'
import { DayThings } from './DayThings.tsx'

interface Props {
  calendar: Calendar
  view: 'month' | 'week'
  /** The first Monday, and how many weeks follow. */
  from: string
  weeks: number
  /** `YYYY-MM` of a month: days outside are dimmed. */
  month: string
  onOpen: (slotId: string) => void
  onAdd: (day: string) => void
  onMove: (slotId: string, day: string) => void
}

/** A month or a week as a table of days. */
export function GridView({ calendar, view, from, weeks, month, onOpen, onAdd, onMove }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const [over, setOver] = useState<string | null>(null)
  const weekday = (style: 'short' | 'long', day: string) =>
    dateFormat(language, { weekday: style }).format(asDate(day))
  const today = localToday()
  const isOff = (day: string) =>
    !calendar.workdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7) ||
    calendar.bands.some((band) => band.kind === 'publicHoliday' && band.from === day)
  return (
    <table className="editorial-grid" data-wide data-view={view}>
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          {daysFrom(from, 7).map((day) => (
            <th key={day} scope="col">
              <span aria-hidden>{weekday('short', day)}</span>
              <span className="sr-only">{weekday('long', day)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: weeks }, (_, week) => (
          <tr key={week}>
            {daysFrom(from, weeks * 7)
              .slice(week * 7, week * 7 + 7)
              .map((day, index) => (
                <td
                  key={day}
                  data-today={day === today ? '' : undefined}
                  data-outside={view === 'month' && !day.startsWith(month) ? '' : undefined}
                  data-off={isOff(day) ? '' : undefined}
                  data-over={over === day ? '' : undefined}
                  onDragOver={(event) => {
                    event.preventDefault()
                    setOver(day)
                  }}
                  onDragLeave={() => setOver(null)}
                  onDrop={(event) => {
                    event.preventDefault()
                    setOver(null)
                    onMove(event.dataTransfer.getData('text/plain'), day)
                  }}
                >
                  <div className="editorial-day">
                    <span>{Number(day.slice(8))}</span>
                    <button
                      type="button"
                      aria-label={t('addOn', { day: asDate(day) })}
                      onClick={() => onAdd(day)}
                    >
                      <Plus aria-hidden />
                    </button>
                  </div>
                  <DayThings
                    calendar={calendar}
                    day={day}
                    onOpen={onOpen}
                    draggable
                    firstOfRow={index === 0}
                  />
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
