import type { GatheringCard } from '#modules/gatherings/contract.ts'
import { weekdays } from '#modules/gatherings/rule.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Rows } from '#ui/Layout.tsx'
import { gatheringPath } from '../paths.ts'
import { useT } from '../t.ts'
import { dayIn, todayIn, useWhen, weekdayName } from '../time.ts'
import { GatheringRow } from './GatheringRow.tsx'
import '../gatherings.css'

interface Props {
  /** `YYYY-MM` */
  month: string
  items: readonly GatheringCard[]
  /** The day whose gatherings are listed below: on a phone the squares only count. */
  selected: string | undefined
  onSelect: (day: string) => void
}

const dayMs = 86_400_000

/** Monday to Sunday: the weeks that hold the month. */
function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`)
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMs
  const weeks: string[][] = []
  for (let at = start; weeks.length === 0 || dayIn(new Date(at), 'UTC').startsWith(month); at += 7 * dayMs)
    weeks.push(Array.from({ length: 7 }, (_, index) => dayIn(new Date(at + index * dayMs), 'UTC')))
  return weeks
}

/** A month as a table; each day's button lists its gatherings below. */
export function MonthGrid({ month, items, selected, onSelect }: Props) {
  const t = useT()
  const when = useWhen()
  const { language } = useLanguage()
  const byDay = Map.groupBy(items, (one) => dayIn(one.startsAt, when.zone))
  const today = todayIn(when.zone)
  const shown = selected ? (byDay.get(selected) ?? []) : []
  const hasAny = [...byDay.keys()].some((day) => day.startsWith(month))
  return (
    <div className="grid gap-4">
      <table className="month-grid">
        <caption className="sr-only">{when.month(`${month}-15T12:00:00Z`)}</caption>
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th key={day} scope="col">
                <span aria-hidden>{weekdayName(language, day).slice(0, 3)}</span>
                <span className="sr-only">{weekdayName(language, day)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const list = byDay.get(day) ?? []
                const name = when.wallDay(`${day}T00:00`)
                return (
                  <td
                    key={day}
                    data-outside={day.startsWith(month) ? undefined : ''}
                    data-today={day === today ? '' : undefined}
                  >
                    {list.length === 0 ? (
                      <span className="month-day">{Number(day.slice(8))}</span>
                    ) : (
                      <>
                        <button
                          type="button"
                          className="month-day min-h-6 cursor-pointer font-semibold underline"
                          data-count={list.length}
                          aria-label={`${name}, ${t('agenda.ofDay', { n: list.length })}`}
                          aria-pressed={selected === day}
                          onClick={() => onSelect(selected === day ? '' : day)}
                        >
                          {Number(day.slice(8))}
                        </button>
                        <span className="hidden sm:block">
                          {list.slice(0, 3).map((one) => (
                            <PlainLink
                              key={one.id}
                              to={gatheringPath(one.id)}
                              className="month-event hover:underline"
                              data-accent={one.community.accent}
                              data-cancelled={one.isCancelled ? '' : undefined}
                              lang={one.language}
                            >
                              {when.time(one.startsAt)} {one.title}
                            </PlainLink>
                          ))}
                        </span>
                      </>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {!hasAny && <p className="text-muted">{t('agenda.noneMonth')}</p>}
      {selected && shown.length > 0 && (
        <section aria-label={when.wallDay(`${selected}T00:00`)}>
          <h3 className="text-[1.0625rem] first-letter:uppercase">{when.wallDay(`${selected}T00:00`)}</h3>
          <Rows>
            {shown.map((one) => (
              <li key={one.id} data-accent={one.community.accent}>
                <GatheringRow gathering={one} withCommunity plain level={4} />
              </li>
            ))}
          </Rows>
        </section>
      )}
    </div>
  )
}
