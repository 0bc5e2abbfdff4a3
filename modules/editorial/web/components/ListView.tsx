import { Plus } from 'lucide-react'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { dateFormat } from '#ui/date-format.ts'
import { Section } from '#ui/Layout.tsx'
import type { Calendar } from '#modules/editorial/contract.ts'
import { addDays, asDate, daysFrom, localToday } from '../days.ts'
import { useT } from '../t.ts'
import { DayThings, hasThings } from './DayThings.tsx'

interface Props {
  calendar: Calendar
  from: string
  weeks: number
  onOpen: (slotId: string) => void
  onAdd: (day: string) => void
}

/** The days that hold something, week by week: what a phone shows. */
export function ListView({ calendar, from, weeks, onOpen, onAdd }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const name = dateFormat(language, { weekday: 'short', day: 'numeric' })
  const today = localToday()
  return (
    <>
      {Array.from({ length: weeks }, (_, week) => addDays(from, week * 7)).map((monday) => {
        const days = daysFrom(monday, 7).filter((day) => hasThings(calendar, day))
        return (
          <Section
            key={monday}
            title={t('weekOf', { day: asDate(monday) })}
            aside={
              <Button
                look="quiet"
                size="small"
                icon
                aria-label={t('addOn', { day: asDate(monday) })}
                onPress={() => onAdd(monday)}
              >
                <Plus aria-hidden />
              </Button>
            }
          >
            {days.length === 0 ? (
              <p className="text-muted">{t('nothing')}</p>
            ) : (
              <ul className="rows">
                {days.map((day) => (
                  <li key={day} className="day-row" data-today={day === today ? '' : undefined}>
                    <h3>{name.format(asDate(day))}</h3>
                    <div>
                      <DayThings calendar={calendar} day={day} onOpen={onOpen} />
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        )
      })}
    </>
  )
}
